"""Turns marked texts into arrays: pieces and labels of atoms. ``python -m training.prepare DATA MODEL OUT``."""

import argparse
import json
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from training.labels import NAMES, NONE, ROLES, UPOS, count_labels
from training.read import (
    read_invented,
    read_names,
    read_passages,
    read_relations,
    read_short,
    read_treebank,
    with_names,
)
from training.texts import Marked, Word
from woozle.toolbox.nlp.atoms import GOES_ON, JOINED, Atoms, find_atoms
from woozle.toolbox.nlp.paragraphs import find_paragraphs
from woozle.toolbox.nlp.pieces import WordPieces
from woozle.toolbox.nlp.sentences import cut
from woozle.toolbox.nlp.words import find_words

#: Of each piece.
INPUTS = ("pieces", "spacing", "shapes", "quoted")
#: Of each atom; ``begins``: where a window may begin; ``head`` and ``anchor`` are places of atoms in the text.
LABELS = ("first", "begins", "join", "sentence", "upos", "feats", "lemma", "relation", "head", "name", "role", "anchor")
#: Our own invented texts.
INVENTED = Path(__file__).parent / "invented"
#: Passages on the phenomena of attribution that are neither scored nor kept aside.
PASSAGES = Path(__file__).parent.parent / "tests" / "phenomena" / "passages" / "practice"
Arrays = dict[str, np.ndarray]


def _spread(atoms: Atoms, start: int, end: int) -> range:
    """The atoms that lie in a stretch."""
    return range(bisect_left(atoms.starts, start), bisect_left(atoms.starts, end))


class Preparer:
    """Knows the vocabulary and the lists of labels."""

    def __init__(self, pieces: WordPieces, labels: Mapping[str, Sequence[str]]) -> None:
        self._pieces = pieces
        lists = {**labels, "upos": UPOS}
        self._numbers = {kind: {label: n for n, label in enumerate(names)} for kind, names in lists.items()}

    def arrays(self, marked: Marked) -> Arrays:
        """A text as arrays of its pieces and atoms."""
        atoms = find_atoms(marked.text)
        out = self._inputs(marked.text, atoms)
        n = len(atoms.starts)
        labels = {name: np.full(n, NONE, np.int32) for name in LABELS if name not in out}
        labels["begins"][:] = 0
        if marked.words is not None:
            self._tree(marked, atoms, labels)
        else:
            for start in _sentence_starts(marked.text):
                labels["begins"][bisect_left(atoms.starts, start)] = 1
        if marked.names is not None:
            _names(marked, atoms, labels["name"])
        if marked.relations is not None:
            _relations(marked, atoms, labels)
        return out | labels

    def _inputs(self, text: str, atoms: Atoms) -> Arrays:
        columns: dict[str, list[int]] = {name: [] for name in INPUTS}
        first = []
        for start, end, spacing, shape, quoted in zip(
            atoms.starts, atoms.ends, atoms.spacing, atoms.shapes, atoms.quoted, strict=True
        ):
            own = self._pieces.of(text[start:end])
            first.append(len(columns["pieces"]))
            columns["pieces"] += own
            columns["spacing"] += [spacing, *[JOINED] * (len(own) - 1)]
            columns["shapes"] += [shape, *[GOES_ON] * (len(own) - 1)]
            columns["quoted"] += [quoted] * len(own)
        return {name: np.array(column, np.int32) for name, column in columns.items()} | {
            "first": np.array(first, np.int32)
        }

    def _tree(self, marked: Marked, atoms: Atoms, labels: Arrays) -> None:
        words, sentences = marked.words or [], marked.sentences or []
        places = [bisect_left(atoms.ends, word.start + 1) for word in words]
        labels["join"][:] = 0
        labels["sentence"][:] = 0
        taken: set[int] = set()
        for word, place in zip(words, places, strict=True):
            if place in taken:
                continue
            taken.add(place)
            for at in _spread(atoms, word.start + 1, word.end):
                labels["join"][at] = 1
            self._word(word, place, places[word.head], labels)
        for start in sentences:
            at = bisect_left(atoms.starts, start)
            if at < len(atoms.starts):
                labels["sentence"][at] = labels["begins"][at] = 1

    def _word(self, word: Word, place: int, head: int, labels: Arrays) -> None:
        for kind, label in word.tags.items():
            labels[kind][place] = self._numbers[kind].get(label, NONE)
        labels["head"][place] = head


def _sentence_starts(text: str) -> Iterator[int]:
    for start, end in find_paragraphs(text):
        words = list(find_words(text, start, end))
        for first, _ in cut(text, words):
            yield words[first][0]


def _names(marked: Marked, atoms: Atoms, labels: np.ndarray) -> None:
    labels[:] = 0
    for start, end, kind in marked.names or []:
        for number, at in enumerate(_spread(atoms, start, end)):
            labels[at] = NAMES.index(f"{'I' if number else 'B'}-{kind}")
    for start, end in marked.unnamed:
        labels[_spread(atoms, start, end)] = NONE


def _relations(marked: Marked, atoms: Atoms, labels: Arrays) -> None:
    labels["role"][:] = 0
    for relation in marked.relations or []:
        anchor = bisect_left(atoms.starts, min(relation.cue)[0]) if relation.cue else NONE
        for role in ("source", "cue", "content"):
            for start, end in getattr(relation, role):
                for number, at in enumerate(_spread(atoms, start, end)):
                    labels["role"][at] = ROLES.index(f"{'I' if number else 'B'}-{role}")
                    labels["anchor"][at] = anchor


def sources(data: Path, *, with_polnear: bool) -> Iterator[Marked]:
    """Every training text, in a fixed order. The noisy and the non-commercial sets are left out."""
    nlp = data / "nlp"
    yield from with_names(read_treebank(nlp / "ewt-train.conllu.gz", "ewt"), nlp / "uner-ewt-train.tsv.gz")
    yield from read_treebank(nlp / "gum-train.conllu.gz", "gum", with_entities=True)
    yield from read_names(nlp / "wikigold-train.tsv.gz", "wikigold")
    yield from read_names(nlp / "crossner-politics-train.tsv.gz", "crossner")
    for path in sorted(INVENTED.glob("*.toml")):
        yield from read_invented(path, "invented")
    yield from read_short(INVENTED / "short.txt", "short")
    for path in sorted(PASSAGES.glob("*.toml")):
        yield from read_passages(path, "passages")
    if with_polnear:
        yield from read_relations(data / "polnear" / "train.jsonl.gz", "polnear")


def save(path: Path, texts: Sequence[Arrays], names: Sequence[str]) -> None:
    """All texts in one file: their arrays end to end, and where each begins."""
    columns = {key: np.concatenate([text[key] for text in texts]) for key in (*INPUTS, *LABELS)}
    for kind, key in (("piece", "pieces"), ("atom", "first")):
        columns[f"{kind}_edges"] = np.cumsum([0, *(len(text[key]) for text in texts)])
    np.savez_compressed(path, source=np.array(names), **columns)


def prepare(data: Path, vocabulary: Sequence[str], out: Path, *, with_polnear: bool) -> None:
    """Write ``train.npz`` and ``labels.json``."""
    marked = list(sources(data, with_polnear=with_polnear))
    labels = count_labels(word.tags for text in marked for word in text.words or ())
    preparer = Preparer(WordPieces(vocabulary), labels)
    out.mkdir(parents=True, exist_ok=True)
    save(out / "train.npz", [preparer.arrays(text) for text in marked], [text.source for text in marked])
    lists = {"upos": UPOS, "names": NAMES, "roles": ROLES, **labels}
    (out / "labels.json").write_text(json.dumps(lists, ensure_ascii=False, indent=0), encoding="utf-8")
    _tell(out / "train.npz")


def _tell(path: Path) -> None:
    with np.load(path) as kept:
        sizes = np.diff(kept["piece_edges"])
        for name in dict.fromkeys(kept["source"].tolist()):
            mine = sizes[kept["source"] == name]
            sys.stderr.write(f"{name}: {len(mine)} texts, {mine.sum()} pieces\n")


def read_vocabulary(model: Path) -> list[str]:
    """The pieces of a model folder's ``vocab.txt``, by number."""
    return (model / "vocab.txt").read_text(encoding="utf-8").splitlines()


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with nlp/ and polnear/ (see training/README.md)")
    parser.add_argument("model", type=Path, help="folder of all-MiniLM-L6-v2 with vocab.txt and model.safetensors")
    parser.add_argument("out", type=Path, help="folder to write train.npz and labels.json to")
    parser.add_argument("--without", choices=("polnear",), help="leave a set out")
    args = parser.parse_args(list(argv) if argv is not None else None)
    prepare(args.data, read_vocabulary(args.model), args.out, with_polnear=args.without != "polnear")


if __name__ == "__main__":
    main()
