"""The settings' row that tells the version, and where newer ones are: the program itself never looks for them."""

from herwidget import RELEASES, __version__
from herwidget.ui.controls import button
from herwidget.ui.told import Told
from herwidget.ui.words import translate


class AboutRow:
    """A title, what stands below it, and the button that opens the releases in the browser."""

    def __init__(self) -> None:
        self.title = f"Herwidget {__version__}"
        self.below = Told(
            translate("About", "It opens no internet connection, so it never looks for a newer version by itself")
        )
        self.button = button(translate("About", "See the releases"), "outline", self._open)
        self.button.setToolTip(RELEASES)

    def _open(self) -> None:
        from herwidget.ui.open_address import open_address

        if open_address(RELEASES):
            self.below.say_nothing()
            return
        sentence = translate(
            "About", "No program here opens web pages, so nothing was opened. The releases are here: {address}"
        )
        self.below.say(sentence.format(address=RELEASES), "trouble")
