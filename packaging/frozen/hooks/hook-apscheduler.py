"""Only what is imported: PyInstaller's own hook takes all job stores along, and none is named by a string."""
