"""How a list in a dialog looks."""

from herwidget.ui.program import Program

_STYLE = """
QListWidget {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; padding: 4px; }}
QListWidget:focus {{ border: 1.5px solid {ember}; }}
QListWidget::item {{ padding: 6px 8px; border-radius: 8px; color: {ink}; }}
QListWidget::item:selected, QListWidget::item:hover {{ background: {sunken}; color: {ink}; }}
QListWidget::item:disabled {{ color: {ink_3}; }}
QListWidget::indicator {{ width: 14px; height: 14px; border: 1.5px solid {ink_3}; border-radius: 4px;
    background: {surface}; }}
QListWidget::indicator:checked {{ background: {ember}; border-color: {ember}; image: url({check}); }}
QListWidget::indicator:disabled {{ border-color: {line}; }}
"""


def list_style(program: Program) -> str:
    """The style sheet of a list whose rows are chosen, or ticked, in the colours of now."""
    colours = program.theme.colours
    names = ("surface", "line", "ember", "ink", "ink_3", "sunken")
    dark = program.theme.colours.on_ember != "#FFFFFF"
    check = (program.resources / "icons" / ("check-dark.svg" if dark else "check-light.svg")).as_posix()
    return _STYLE.format(check=check, **{name: getattr(colours, name) for name in names})
