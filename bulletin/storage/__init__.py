"""The disk: sources and pictures in, themes in, output out. Nothing else reads or writes files of a site."""
