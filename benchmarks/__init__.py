"""How fast, light and quiet Herwidget is, beside the smallest programs of its kind. `make bench` runs it."""
