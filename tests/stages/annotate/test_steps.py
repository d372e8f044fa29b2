"""The step: batches, other languages, and that the cut of the work changes nothing."""

import hashlib
from importlib.resources import files
from typing import Any

from woozle.model.records import Document
from woozle.stages.annotate.steps import ANNOTATE, AnnotateSettings, annotate_batch


def document(name: str, text: str, language: str | None = "en") -> Document:
    return Document(
        name, name, f"{name}.txt", (f"{name}.txt",), None, None, None, (), None, language, "utf-8", text, ()
    )


ONE = document("a", "The painter Oda Brekke left Tolven.")
TWO = document("b", "Brekke was not seen again. The Ministry of Health said so.", None)
OTHER = document("c", "Die Malerin Oda Brekke verließ Tolven.", "de")


def rows(*documents: Document) -> dict[str, list[Any]]:
    made = annotate_batch({"documents": documents}, AnnotateSettings())
    return {name: sorted(table, key=lambda row: row.id) for name, table in made.items()}


def test_a_cut_of_the_work_changes_no_row() -> None:
    together, first, second = rows(ONE, TWO), rows(ONE), rows(TWO)
    assert (
        together
        == {name: sorted(first[name] + second[name], key=lambda row: row.id) for name in together}
        == rows(TWO, ONE)
    )
    assert together["mentions"]


def test_another_language_is_a_problem_and_no_rows() -> None:
    made = rows(OTHER)
    assert [row.kind for row in made.pop("annotate_problems")] == ["language"]
    assert not any(made.values())


def test_english_of_any_country_and_unknown_languages_are_read() -> None:
    assert rows(document("d", "Oda Brekke left.", "en-GB"))["sentences"]
    assert rows(document("e", "Oda Brekke left.", None))["sentences"]


def test_other_weights_are_another_version() -> None:
    """Tables of a case are made anew only if the step's version says so: raise it together with the weights."""
    manifest = (files("woozle") / "models" / "en" / "manifest.json").read_bytes()
    assert (ANNOTATE.version, hashlib.sha256(manifest).hexdigest()[:12]) == (14, "f5340fe5702c")
