"""What macOS is told of the program in its bundle's Info.plist."""

from herwidget import APP_ID

MINIMUM_SYSTEM = "13.0"
"""That of Qt 6.11."""


def info_plist(version: str) -> dict[str, object]:
    """The keys of a program that lives in the menu bar, without a place in the Dock."""
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": "Herwidget",
        "CFBundleIdentifier": APP_ID,
        "CFBundleLocalizations": ["en", "ko"],
        "CFBundleName": "Herwidget",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.lifestyle",
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "LSUIElement": True,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Herwidget developers; MIT licence",
    }
