"""What Windows shows of a program's file: name, version, whose it is. In the form that PyInstaller reads."""

import re

from herwidget import APP_ID

_ENGLISH, _UNICODE = 0x0409, 1200


def numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts: four numbers, those at the beginning of `version` and zeros.

    Raises:
        ValueError: it does not begin with a number.
    """
    found = re.match(r"\d+(?:\.\d+){0,3}", version)
    if found is None:
        raise ValueError(f"{version} is no version")
    first, second, third, fourth = (*map(int, found[0].split(".")), 0, 0, 0)[:4]
    return first, second, third, fourth


def version_resource(version: str, program: str, description: str) -> str:
    """The resource of the file `program`; `description` is the name that the Task Manager shows."""
    strings = {
        "CompanyName": "The Herwidget developers",
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": APP_ID,
        "LegalCopyright": "The Herwidget developers; MIT licence",
        "OriginalFilename": program,
        "ProductName": "Herwidget",
        "ProductVersion": version,
    }
    told = ",\n".join(f"        StringStruct({name!r}, {value!r})" for name, value in strings.items())
    counted = numbers(version)
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={counted}, prodvers={counted}),\n"
        "  kids=[\n"
        f"    StringFileInfo([StringTable('{_ENGLISH:04x}{_UNICODE:04x}', [\n{told},\n    ])]),\n"
        f"    VarFileInfo([VarStruct('Translation', [{_ENGLISH}, {_UNICODE}])]),\n"
        "  ],\n"
        ")\n"
    )
