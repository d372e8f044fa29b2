"""The extract step as it stands in the flow."""

import hashlib
from importlib.resources import files

from woozle.stages.extract.steps import EXTRACT


def test_another_gazetteer_is_another_version() -> None:
    """Tables of a case are made anew only if the step's version says so: raise it together with the data."""
    data = files("woozle.toolbox.where") / "data"
    names = ("areas.tsv", "countries.tsv", "gazetteer.npz")
    found = hashlib.sha256(b"".join((data / name).read_bytes() for name in names)).hexdigest()[:12]
    assert (EXTRACT.version, found) == (12, "600174d0f41d")
