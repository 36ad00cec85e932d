"""Where newer versions are: the page opens in the browser, for the program itself never looks for them."""

from herwidget import RELEASES
from herwidget.ui.words import translate


def open_releases() -> str:
    """Open the page of the releases; what went wrong, in one sentence, or nothing."""
    from herwidget.ui.open_address import open_address

    if open_address(RELEASES):
        return ""
    sentence = translate(
        "About", "No program here opens web pages, so nothing was opened. Newer versions are here: {address}"
    )
    return sentence.format(address=RELEASES)
