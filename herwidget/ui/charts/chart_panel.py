"""A chart in its panel: title, legend, how it is worked out, as a table, saved as a picture."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from herwidget.ui.charts.chart import Chart
from herwidget.ui.charts.chart_view import ChartView
from herwidget.ui.charts.legend import Legend
from herwidget.ui.controls import button, clear, label, panel, say
from herwidget.ui.program import Program
from herwidget.ui.view import View
from herwidget.ui.words import translate

_LEAST_TABLE_HEIGHT = 160
_USUAL_ACTIONS = 2


class ChartPanel(QFrame):
    """A panel with one chart; `note` says what its figures rest on."""

    def __init__(self, program: Program, view: View, chart: Chart, note: str) -> None:
        super().__init__()
        self._program, self._view, self._note = program, view, note
        self.setProperty("role", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 11, 14, 12)
        self._column.setSpacing(5)
        header = self._header = QHBoxLayout()
        header.setSpacing(12)
        self._title = label(chart.title, "strong")
        self._legend = Legend(chart.look, chart.legend)
        header.addWidget(self._title)
        header.addStretch(1)
        header.addWidget(self._legend)
        self._how = how_button(program, chart.name, chart.title)
        header.addWidget(self._how)
        self._more = self._menu_button(chart)
        header.addWidget(self._more)
        self._column.addLayout(header)
        self._said: QWidget | None = None
        self.chart_view = ChartView(chart)
        self._table: QWidget | None = None
        self._column.addWidget(self.chart_view)
        self._legend_below = Legend(chart.look, chart.legend, folded=True)
        self._column.addWidget(self._legend_below)
        self._foot = label(note, "small", wrap=True)
        self._column.addWidget(self._foot)
        # Within the panel: shown before, it would be a window of its own for a moment.
        self._foot.setVisible(bool(note))
        self._legend.hide()
        self._show_as_table(chart.name in view.tables)

    def resizeEvent(self, event: QResizeEvent) -> None:
        margins = self._column.contentsMargins()
        shown = (self._title, self._legend, self._how, self._more)
        needed = sum(one.sizeHint().width() + self._header.spacing() for one in shown)
        wide = event.size().width() >= needed + margins.left() + margins.right()
        self._legend.setVisible(wide)
        self._legend_below.setVisible(not wide)
        super().resizeEvent(event)

    def show_chart(self, chart: Chart, note: str) -> None:
        """Show another chart in its place."""
        self._note = note
        say(self._title, chart.title)
        say(self._foot, note)
        self._legend.tell(chart.legend)
        self._legend_below.tell(chart.legend)
        self._foot.setVisible(bool(note))
        self.chart_view.show_chart(chart)
        self._show_as_table(chart.name in self._view.tables)

    def _menu_button(self, chart: Chart) -> QWidget:
        more = button("···", "icon")
        more.setAccessibleName(translate("Charts", "More on this chart") + ": " + chart.title)
        menu = QMenu(more)
        menu.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self._as_table = menu.addAction(translate("Charts", "Show as a table"))
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._show_as_table)
        menu.addAction(translate("Charts", "Save as a picture…")).triggered.connect(lambda: self._save())
        more.setMenu(menu)
        self._menu = menu
        return more

    def set_actions(self, actions: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """What else the menu offers, below its usual entries."""
        for action in self._menu.actions()[_USUAL_ACTIONS:]:
            self._menu.removeAction(action)
        if actions:
            self._menu.addSeparator()
        for text, act in actions:
            self._menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _on=False, act=act: act())

    def _show_as_table(self, on: bool) -> None:
        chart = self.chart_view.chart
        (self._view.tables.add if on else self._view.tables.discard)(chart.name)
        self._as_table.setChecked(on)
        if self._table is not None:
            self._column.removeWidget(self._table)
            clear(self._table)
            self._table = None
        if on:
            from herwidget.ui.charts.chart_table import table_view

            height = max(_LEAST_TABLE_HEIGHT, self.chart_view.height())
            self._table = table_view(chart.title, chart.table(), height)
            self._column.insertWidget(self._column.indexOf(self.chart_view), self._table)
        self.chart_view.setVisible(not on)

    def _save(self) -> None:
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from herwidget.ui.usual_folder import usual_folder

        chart = self.chart_view.chart
        kinds = translate("Charts", "PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)")
        title = translate("Charts", "Save as a picture")
        proposed = str(usual_folder(QStandardPaths.StandardLocation.PicturesLocation) / f"herwidget-{chart.name}.png")
        chosen, kind = QFileDialog.getSaveFileName(self, title, proposed, kinds)
        if chosen:
            self.save_to(_with_ending(Path(chosen), kind))

    def save_to(self, path: Path) -> None:
        """Save the chart, and say here what became of it."""
        from herwidget.ui.charts.export import NotSaved, save_chart

        chart = self.chart_view.chart
        try:
            save_chart(chart, path, self._note)
        except ValueError:
            sentence = translate("Charts", "Nothing was saved: {path} does not end in .png, .svg or .pdf.")
            self._say(sentence.format(path=path), "trouble")
        except NotSaved as error:
            sentence = translate("Charts", "Nothing was saved to {path} ({reason}). Choose another place.")
            self._say(sentence.format(path=path, reason=error.reason), "trouble")
        else:
            self._say(translate("Charts", "Saved: {path}").format(path=path), "notice")
        # Saving has laid the chart out for the picture.
        self.chart_view.show_chart(chart)

    def _say(self, sentence: str, role: str) -> None:
        if self._said is not None:
            self._column.removeWidget(self._said)
            clear(self._said)
        self._said = label(sentence, role, wrap=True)
        self._column.insertWidget(1, self._said)


def how_button(program: Program, name: str, title: str) -> QPushButton:
    """The link to how a figure is worked out; `name` is the explanation's, `title` the figure's."""

    def explain_it() -> None:
        from herwidget.ui.explanation import explain

        explain(made, program, name)

    made = button(translate("Charts", "How this is worked out"), "link", explain_it)
    made.setAccessibleName(translate("Charts", "How this is worked out") + ": " + title)
    return made


def text_panel(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A panel of words with a title, and the column that they go into."""
    box = panel()
    column = QVBoxLayout(box)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(8)
    column.addWidget(label(title, "strong"))
    return box, column


def _with_ending(path: Path, kind: str) -> Path:
    """A name without an ending gets that of the kind chosen."""
    if path.suffix:
        return path
    return path.with_name(path.name + kind[kind.find("*") + 1 : kind.find(")")])
