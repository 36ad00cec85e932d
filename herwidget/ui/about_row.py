"""The settings' row that tells the version, and where newer ones are: the program itself never looks for them."""

from herwidget import RELEASES, __version__
from herwidget.ui.controls import button
from herwidget.ui.releases import open_releases
from herwidget.ui.told import Told
from herwidget.ui.words import translate


class AboutRow:
    """A title, what stands below it, and the button that opens their page in the browser."""

    def __init__(self) -> None:
        self.title = f"Herwidget {__version__}"
        self.below = Told(
            translate("About", "Herwidget itself never goes online: your browser opens the page of newer versions")
        )
        self.button = button(translate("About", "Look for a newer version"), "outline", self._open)
        self.button.setToolTip(RELEASES)

    def _open(self) -> None:
        trouble = open_releases()
        if trouble:
            self.below.say(trouble, "trouble")
        else:
            self.below.say_nothing()
