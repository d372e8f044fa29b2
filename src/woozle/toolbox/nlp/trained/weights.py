"""Reads a model's folder: the network, its tables, the vocabulary and the lists of labels."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from woozle.errors import UsageError
from woozle.toolbox.nlp.pieces import WordPieces

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
NETWORK, TABLES, PIECES, VOCABULARY, LABELS, MANIFEST = (
    "network.onnx",
    "tables.npz",
    "pieces.npy",
    "vocabulary.txt",
    "labels.json",
    "manifest.json",
)


class Session(Protocol):
    """A network that can be run; the runtime has no types of its own."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Any], /) -> Sequence[Any]:
        """The outputs of these names."""


#: Joins of operators that take more time than the operators apart: this one's sums are not vectorised.
_SLOW = ("SkipLayerNormFusion",)


@dataclass(frozen=True, slots=True)
class Weights:
    """A model in memory.

    Attributes:
        session: the encoder and its heads, on one thread; how many would run it changes no label.
        pieces: (pieces, width) int8 rows of the table of word pieces.
        scales: (pieces,) what each row is multiplied with.
        tables: small float32 tables: positions, spacing, shapes, quoted, relation, relation_bias, and
            role_moves and name_moves, see `spans.best_tags`.
        labels: the labels of each head, by number.
        vocabulary: cuts words into pieces.
    """

    session: Session
    pieces: NDArray[np.int8]
    scales: Floats
    tables: Mapping[str, Floats]
    labels: Mapping[str, tuple[str, ...]]
    vocabulary: WordPieces

    def embed(self, columns: Mapping[str, Whole]) -> Floats:
        """The network's input (pieces, width) for the numbers of pieces, spacing, shapes and quoted."""
        own = columns["pieces"]
        rows = self.pieces[own].astype(np.float32)
        rows *= self.scales[own][:, None]
        rows += self.tables["positions"][: len(own)]
        for name in ("spacing", "shapes", "quoted"):
            rows += self.tables[name].take(columns[name], axis=0)
        return rows


def open_session(path: Path, threads: int = 1) -> Session:
    """The network of a file, on so many threads."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    options.log_severity_level = 3
    opened: Session = onnxruntime.InferenceSession(
        path, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_SLOW)
    )
    return opened


def check(folder: Path, manifest: str = MANIFEST) -> None:
    """Hold the files of a model against its manifest.

    Raises:
        UsageError: a file is missing or was changed.
    """
    try:
        wanted = json.loads((folder / manifest).read_text(encoding="utf-8"))["sha256"]
        wrong = [
            name
            for name, digest in wanted.items()
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest
        ]
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"the English engine in {folder} cannot be read ({error}); install Woozle again.") from error
    if wrong:
        raise UsageError(f"the English engine in {folder} was changed: {', '.join(wrong)}; install Woozle again.")


def read_weights(folder: Path) -> Weights:
    """The model of a folder.

    Raises:
        UsageError: a file is missing or was changed.
    """
    check(folder)
    with np.load(folder / TABLES) as kept:
        tables = {name: kept[name].astype(np.float32) for name in kept.files}
    labels = json.loads((folder / LABELS).read_text(encoding="utf-8"))
    return Weights(
        open_session(folder / NETWORK),
        np.asarray(np.load(folder / PIECES, mmap_mode="r")),  # a plain array over the mapped file: quicker to pick from
        tables.pop("scales"),
        tables,
        {kind: tuple(names) for kind, names in labels.items()},
        WordPieces((folder / VOCABULARY).read_text(encoding="utf-8").splitlines()),
    )
