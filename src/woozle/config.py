"""Nothing but the names and versions that every part may know."""

#: Version of the record format that is written to ``manifest.json``.
RECORD_FORMAT = 1

#: The version of Woozle. `pyproject.toml` says the same; a test compares them.
VERSION = "0.1.0"
