"""Which report is which, however it was renamed, moved or rewritten: pure functions, no disk."""
