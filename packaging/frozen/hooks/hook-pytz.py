"""Without its own copy of the zones: it comes with vobject, which reads address books, and no address has a zone."""

datas: list[tuple[str, str]] = []
