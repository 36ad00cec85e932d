"""The programs that Herwidget is measured against."""
