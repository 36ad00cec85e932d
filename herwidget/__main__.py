"""`python -m herwidget` is the same as the installed `herwidget`."""

import sys

from herwidget.cli import main

sys.exit(main())
