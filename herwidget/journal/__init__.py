"""The SQLite journal: the one owner of what was asked and answered."""
