"""`python -m herwidget` is the same as the installed `herwidget`; so is `python FOLDER/herwidget`, from anywhere."""

import os
import sys

if not __package__:
    # Started by its folder, which is then what Python looks for modules in: it is to be the one above.
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  # no pathlib yet

from herwidget.cli import main

sys.exit(main())
