"""The commands of the command line, one a module; they may know every layer, as `herwidget.cli` does."""
