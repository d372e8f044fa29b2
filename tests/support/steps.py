"""A tiny pipeline for tests of the run: words of each capture, and how often each word stands in the pile."""

import os
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from woozle.model.ids import row_id
from woozle.model.records import Problem
from woozle.model.values import CaptureContent
from woozle.step import Batch, Engine, MapStep, SetStep, Table


@dataclass(frozen=True, slots=True)
class Word:
    id: str
    capture_id: str
    word: str


@dataclass(frozen=True, slots=True)
class Tally:
    id: str
    word: str
    n: int


@dataclass(frozen=True, slots=True)
class WordSettings:
    is_lower: bool = False


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def read_words(batch: Mapping[str, Sequence[CaptureContent]], settings: WordSettings) -> Batch:
    words, problems = [], []
    for capture in batch["captures"]:
        if b"ABORT" in capture.content:
            os.abort()
        if b"HANG" in capture.content:
            time.sleep(600)
        if b"RAISE" in capture.content:
            raise ValueError("a reader that did not expect this")
        text = capture.content.decode()
        if not text:
            source = capture.inputs[0]
            problems.append(Problem(row_id("problem", source), source, None, "words", "empty", f"{source} is empty"))
        for at, word in enumerate(text.lower().split() if settings.is_lower else text.split()):
            words.append(Word(row_id("word", capture.id, 0 if word == "ODDLY" else at), capture.id, word))
            words += words[-1:] if word == "TWICE" else []
    return {"words": words, "words_problems": problems}


def pass_on(batch: Mapping[str, Sequence[Word]], settings: Nothing) -> Batch:
    return {"loud": [Word(row_id("loud", row.id), row.capture_id, row.word.upper()) for row in batch["words"]]}


def _tally(rows: Sequence[Word]) -> Iterable[Tally]:
    yield Tally(row_id("tally", rows[0].word), rows[0].word, len(rows))


def tally(engine: Engine, tables: Mapping[str, Table[Any]], settings: Nothing) -> Mapping[str, Table[Any]]:
    return {"tallies": engine.map_groups(tables["loud"], ("word",), _tally, Tally, order=("id",))}


WORDS = MapStep("words", 1, ("captures",), {"words": Word}, WordSettings(), read_words, is_risky=True)
LOUD = MapStep("loud", 1, ("words",), {"loud": Word}, Nothing(), pass_on)
TALLY = SetStep("tally", 1, ("loud",), {"tallies": Tally}, Nothing(), tally)
STEPS = (WORDS, LOUD, TALLY)
