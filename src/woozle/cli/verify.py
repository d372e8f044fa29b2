"""woozle verify: does every span, hash and count still hold?"""

from pathlib import Path
from typing import Annotated

import typer

import woozle
from woozle.cli.output import Json, Out, Quiet, examples

EPILOG = examples("woozle verify border.woozle", "woozle verify record/")
BROKEN = 4


def verify(
    path: Annotated[str, typer.Argument(metavar="CASE|DIR", help="A case, or the folder of an export.")],
    as_json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Check every span, hash, reference and count of a case, or every file of an export against its manifest."""
    out = Out(as_json, quiet)
    is_export = (Path(path) / "manifest.json").is_file() and not (Path(path) / "woozle.toml").exists()
    found = woozle.Case.verify_export(path) if is_export else woozle.open(path).verify()
    what = "files" if is_export else "rows"
    if found.faults:
        out.data([*found.faults, f"{len(found.faults)} faults in {found.n_checked} {what}"])
    else:
        out.data([f"{found.n_checked} {what} checked: every {'hash' if is_export else 'span, hash and count'} holds"])
    out.done({"ok": not found.faults, "checked": found.n_checked, "faults": list(found.faults)})
    return BROKEN if found.faults else 0
