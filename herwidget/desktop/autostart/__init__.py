"""Starting with the computer: one module a platform, each behind the same protocol of `core/ports.py`."""
