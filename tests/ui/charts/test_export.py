"""A chart saved as a picture is a whole file or none, and what was there before is never harmed."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from herwidget.ui.charts.drawing import text_width
from herwidget.ui.charts.export import ENDINGS, NotSaved, save_chart
from herwidget.ui.theme import LIGHT
from tests.ui.charts.sample import NAMES, charts

NOTE = "12 check-ins, n = 20 moods."


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """In here no file grows beyond `size` bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def read_only_folder(tmp_path: Path) -> Path:
    """A folder in which nobody can make a file; where the tests run as root, one of the kernel's own."""
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    try:
        (folder / "probe").touch()
    except OSError:
        return folder
    return Path("/proc")


@pytest.mark.parametrize("number", range(len(NAMES)), ids=NAMES)
def test_each_form_is_a_whole_file(number: int, tmp_path: Path) -> None:
    chart = charts(LIGHT)[number]
    for ending in ENDINGS:
        save_chart(chart, tmp_path / f"chart{ending}", NOTE)
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 2 * 860 and image.height() >= 2 * round(86 + chart.lay_out(804)) - 2
    assert image.pixelColor(3, 3).name().upper() == LIGHT.surface
    root = ElementTree.parse(tmp_path / "chart.svg").getroot()
    texts = {one.text for one in root.iter() if one.text and one.text.strip()}
    assert root.get("viewBox", "").startswith("0 0 860")
    assert {chart.title, NOTE.replace(" = ", "\u00a0=\u00a0"), "Herwidget"} <= texts and chart.summary() in texts
    assert QSvgRenderer(str(tmp_path / "chart.svg")).isValid()
    pdf = (tmp_path / "chart.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["chart.pdf", "chart.png", "chart.svg"]


def test_a_long_note_is_told_whole_in_lines_that_leave_the_name_free(tmp_path: Path) -> None:
    note = "On 277 days you said whether someone heard you; on 193 someone did. " * 5
    for number, name in enumerate(NAMES):
        chart = charts(LIGHT)[number]
        save_chart(chart, tmp_path / f"{name}.svg", NOTE)
        save_chart(chart, tmp_path / f"{name}-long.svg", note.strip())
        short, long = (ElementTree.parse(tmp_path / f"{name}{end}.svg").getroot() for end in ("", "-long"))
        texts = [one.text for one in long.iter() if one.text and one.text.strip()]
        lines = [text for text in texts if len(text) > 40 and text in note]
        assert " ".join(reversed(lines)) == note.strip() and 2 <= len(lines) <= 4
        assert all(text_width(line) <= 860 - 2 * 28 - text_width("Herwidget") for line in lines)
        heights = [float(root.get("viewBox", "").split()[3]) for root in (short, long)]
        assert round(heights[1] - heights[0]) == 16 * (len(lines) - 1)


def test_the_ending_may_be_written_in_capitals(tmp_path: Path) -> None:
    save_chart(charts(LIGHT)[0], tmp_path / "chart.PNG", NOTE)
    assert not QImage(str(tmp_path / "chart.PNG")).isNull()


@pytest.mark.parametrize("name", ["chart", "chart.jpg", "chart.png.txt", ".png"])
def test_an_unknown_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError):
        save_chart(charts(LIGHT)[0], tmp_path / name, NOTE)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_cannot_be_written_is_told(ending: str, tmp_path: Path) -> None:
    path = read_only_folder(tmp_path) / f"chart{ending}"
    with pytest.raises(NotSaved) as told:
        save_chart(charts(LIGHT)[0], path, NOTE)
    assert told.value.path == path and told.value.reason
    assert not path.exists()


@pytest.mark.parametrize("name", ["missing/chart.png", "folder.svg"])
def test_a_place_that_is_none_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(NotSaved):
        save_chart(charts(LIGHT)[0], tmp_path / name, NOTE)
    assert [one.name for one in tmp_path.iterdir()] == ["folder.svg"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_disk_leaves_the_old_picture(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"chart{ending}"
    path.write_bytes(b"the old one")
    with full_disk(1000), pytest.raises(NotSaved):
        save_chart(charts(LIGHT)[0], path, NOTE)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]
    save_chart(charts(LIGHT)[0], path, NOTE)
    assert path.stat().st_size > 1000
