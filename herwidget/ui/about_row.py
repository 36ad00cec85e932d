"""The settings' row that tells the version, and where newer ones are: the program itself never looks for them."""

from herwidget import RELEASES, __version__
from herwidget.ui.controls import button
from herwidget.ui.releases import open_releases
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
        trouble = open_releases()
        if trouble:
            self.below.say(trouble, "trouble")
        else:
            self.below.say_nothing()
