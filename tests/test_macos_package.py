"""The bundle for macOS: its names agree with the program's."""

import plistlib
import re
import struct
from pathlib import Path

from PySide6.QtGui import QImage

from herwidget import APP_ID, __version__
from tools.package_files import icons
from tools.package_files.info_plist import info_plist

ROOT = Path(__file__).parents[1]
MACOS = ROOT / "packaging" / "macos"


def test_the_property_list_is_one_and_says_who_the_program_is() -> None:
    told = plistlib.loads(plistlib.dumps(info_plist(__version__)))
    assert told["CFBundleIdentifier"] == APP_ID
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == __version__
    assert told["CFBundleLocalizations"] == ["en", "ko"]
    assert told["LSUIElement"] is True, "it lives in the menu bar"
    assert told["NSHighResolutionCapable"] is True
    assert re.fullmatch(r"\d+\.\d+", told["LSMinimumSystemVersion"])


def test_nothing_is_asked_for_that_is_not_used() -> None:
    assert not [key for key in info_plist(__version__) if key.endswith("UsageDescription")]
    entitlements = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_icon_holds_what_its_blocks_say() -> None:
    content = icons.icns()
    name, length = struct.unpack_from(">4sI", content)
    assert (name, length) == (b"icns", len(content))
    sides, place = {}, 8
    while place < length:
        kind, size = struct.unpack_from(">4sI", content, place)
        picture = QImage.fromData(content[place + 8 : place + size])
        assert picture.width() == picture.height()
        assert picture.pixelColor(picture.width() // 2, picture.width() // 2).name() == "#dd5f3f"
        sides[kind.decode()] = picture.width()
        place += size
    assert sides == {
        "ic07": 128,
        "ic08": 256,
        "ic09": 512,
        "ic11": 32,
        "ic12": 64,
        "ic13": 256,
        "ic14": 512,
        "ic10": 1024,
    }


def test_the_disk_image_has_the_name_that_the_release_expects() -> None:
    build = (MACOS / "build").read_text(encoding="utf-8")
    assert "name=herwidget-$(packaging/version)-macos-$(uname -m)\n" in build
    assert "--options runtime --entitlements packaging/macos/entitlements.plist" in build
    assert build.index('if [ -n "${NOTARY_PROFILE-}" ]') < build.index("notarytool submit")
