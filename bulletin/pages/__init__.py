"""The bulletin to pages: one module a kind, the order in `KINDS`."""
