"""Turns a sentence into a vector of whole numbers, so that likeness is compared exactly."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from woozle.toolbox.meaning.pieces import Vocabulary
from woozle.toolbox.nlp.trained.weights import PIECES, VOCABULARY, Session, check, open_session

NETWORK, TABLES, MANIFEST = "sentences.onnx", "sentences.npz", "sentences.json"
#: The claim model: the same network, trained on so that statements of one claim come out alike.
CLAIMS, CLAIMS_MANIFEST = "claims.onnx", "claims.json"
#: Pieces of a sentence that are read; the model learned with no more.
LONGEST = 256
#: What 1 is in a vector of whole numbers.
ONE = 1 << 12

Vector = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """A sentence encoder in memory: the network, the shared table of word pieces, its own small tables."""

    session: Session
    pieces: NDArray[np.int8]
    scales: NDArray[np.float32]
    positions: NDArray[np.float32]
    vocabulary: Vocabulary

    def vector(self, text: str) -> Vector:
        """The direction of a sentence in steps of 1/ONE, of length ONE or so; all zero for a text without pieces.

        Each sentence is run by itself: integer products are scaled over all that is run at once, and a sentence's
        vector must not hang on what stands beside it.
        """
        own = [piece.number for piece in self.vocabulary.pieces_of(text)][: LONGEST - 2]
        if not own:
            return np.zeros(self.pieces.shape[1], np.int64)
        numbers = np.array([self.vocabulary.begin, *own, self.vocabulary.end])
        rows = self.pieces[numbers].astype(np.float32) * self.scales[numbers][:, None]
        rows += self.positions[: len(numbers)]
        (mean,) = self.session.run(("mean",), {"embedded": rows[None]})
        exact = mean[0].astype(np.float64)
        made: Vector = np.rint(exact * (ONE / np.sqrt((exact * exact).sum()))).astype(np.int64)
        return made


def likeness(one: Sequence[Vector], other: Sequence[Vector]) -> NDArray[np.int64]:
    """Cosines in thousandths of each vector of `one` with each of `other`: whole numbers, the same on every run."""
    if not one or not other:
        return np.zeros((len(one), len(other)), np.int64)
    products = np.stack(one) @ np.stack(other).T
    rounded: NDArray[np.int64] = (products * 1000 + ONE * ONE // 2) // (ONE * ONE)
    return rounded


def read_model(folder: Path, network: str = NETWORK, manifest: str = MANIFEST) -> SentenceModel:
    """The sentence model of a folder, or with the names of `CLAIMS` the claim model.

    Raises:
        UsageError: a file is missing or was changed.
    """
    check(folder, manifest)
    with np.load(folder / TABLES) as kept:
        scales, positions = (kept[name].astype(np.float32) for name in ("scales", "positions"))
    vocabulary = Vocabulary((folder / VOCABULARY).read_text(encoding="utf-8").splitlines())
    pieces = np.asarray(np.load(folder / PIECES, mmap_mode="r"))
    return SentenceModel(open_session(folder / network), pieces, scales, positions, vocabulary)


@cache
def load_model() -> SentenceModel:
    """The shipped sentence model, one object a process, read when it is first asked for."""
    with as_file(files("woozle") / "models" / "en") as folder:
        return read_model(folder)


@cache
def load_centre() -> Vector:
    """The mean of what the claim model gives for the statements that it learned with, in units of `ONE`."""
    told = (files("woozle") / "models" / "en" / CLAIMS_MANIFEST).read_text(encoding="utf-8")
    return np.array(json.loads(told)["centre"], np.int64)


@cache
def load_claims() -> SentenceModel:
    """The shipped claim model, one object a process, read when it is first asked for."""
    with as_file(files("woozle") / "models" / "en") as folder:
        return read_model(folder, CLAIMS, CLAIMS_MANIFEST)
