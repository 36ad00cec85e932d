"""Qt widgets: tray, card, window and its pages, theme."""
