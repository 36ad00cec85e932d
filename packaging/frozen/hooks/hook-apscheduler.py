"""Only what is imported: PyInstaller's own hook takes every scheduler and job store along. Nothing is named by a string."""
