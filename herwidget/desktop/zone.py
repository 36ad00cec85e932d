"""The zone the desktop's clock shows."""

import logging
import time
import warnings

log = logging.getLogger(__name__)

_FALLBACK = "UTC"


def current_zone() -> str:
    """The IANA name of the zone in force at this moment, "UTC" when it cannot be found out.

    A change of zone while the program runs is seen at the next call. Takes about half a millisecond.
    """
    from zoneinfo import ZoneInfo

    import tzlocal

    # tzlocal tells through its logger, at each call, of a leftover /etc/timezone, and then does the right thing.
    logging.getLogger("tzlocal").setLevel(logging.ERROR)
    if hasattr(time, "tzset"):  # not on Windows
        # Without it the C library keeps to the zone of the program's start, and tzlocal compares with that.
        time.tzset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            # get_localzone_name() alone answers for ever what it found at its first call.
            tzlocal.reload_localzone()
            name = tzlocal.get_localzone_name()
            # No name: the zone is only known by its rules. A name nobody knows would stop every calculation.
            return ZoneInfo(name).key if name else _FALLBACK
        except (LookupError, ValueError, OSError) as error:
            log.debug("no zone found: %s", type(error).__name__)
            return _FALLBACK
