"""The SQLite journal: the one owner of what was asked and answered."""

import sys

# sqlite-utils reads in numpy and pandas where they are installed: a second and 80 MB that no journal needs.
_UNWANTED = [name for name in ("numpy", "pandas") if name not in sys.modules]
sys.modules.update(dict.fromkeys(_UNWANTED))  # type: ignore[arg-type]  # None stands for what cannot be imported
try:
    import sqlite_utils  # noqa: F401
finally:
    for _name in _UNWANTED:
        del sys.modules[_name]
