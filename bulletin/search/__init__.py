"""The search: texts to an index in small scripts, and back; nothing here knows pages, the disk or themes."""
