"""Reads the data sets of a folder as `Marked` texts."""

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.entities import names as entity_names
from training.labels import lemma_script
from training.texts import Marked, Relation, Word

_CLOSING = re.compile(r"^(?:[.,;:!?%)\]}”’]|''|n't|'(?:s|re|ve|ll|d|m)|’(?:s|re|ve|ll|d|m))$")
_THAT = re.compile(r"(?i)\b(that)\s+$")
_MARKED = re.compile(r"\[(\d)([sct]) ([^\]]*)\]|([^\[]+)")
_OPENING = frozenset("([{$“‘#`")
#: Sentences of a list of single sentences that are read as one text.
_TOGETHER = 5
Bio = tuple[list[str], list[str]]


def _lines(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\n")


class _Treebank:
    """Builds the texts of a CoNLL-U file, document by document."""

    def __init__(self, source: str, *, with_entities: bool) -> None:
        self._source, self._with_entities = source, with_entities
        self.marked = self._new()

    def _new(self) -> Marked:
        return Marked("", self._source, [], [], [] if self._with_entities else None)

    def sentence(self, rows: list[list[str]], *, is_new_paragraph: bool) -> None:
        """Add a sentence."""
        made, by_number = self.marked, {row[0]: row for row in rows}
        assert made.words is not None
        assert made.sentences is not None
        if made.text:
            made.text = made.text.rstrip(" ") + ("\n\n" if is_new_paragraph else " ")
        made.sentences.append(len(made.text))
        first, until = len(made.words), 0
        for row in rows:
            if "-" in row[0]:
                low, until = map(int, row[0].split("-"))
                self._several([by_number[str(number)] for number in range(low, until + 1)], row[1], first)
            elif not row[0].isdigit():
                continue
            elif int(row[0]) > until:
                self._word(row, first)
            else:
                continue
            made.text += "" if "SpaceAfter=No" in row[9].split("|") else " "
        if made.names is not None:
            self._names([row for row in rows if row[0].isdigit()], first)

    def _names(self, rows: list[list[str]], first: int) -> None:
        """The names of a sentence whose words have just been added."""
        made = self.marked
        for start, end, kind in entity_names(rows):
            words = (made.words or [])[first + start : first + end]
            span = (words[0].start, words[-1].end)
            if kind is None:
                made.unnamed.append(span)
            elif made.names is not None:
                made.names.append((*span, kind))

    def _several(self, rows: list[list[str]], form: str, first: int) -> None:
        """The words of one written token; where they do not spell it, each covers it all."""
        if "".join(row[1] for row in rows) == form:
            for row in rows:
                self._word(row, first)
            return
        start = len(self.marked.text)
        self.marked.text += form
        for row in rows:
            self._tag(row, first, start)

    def _word(self, row: list[str], first: int) -> None:
        start = len(self.marked.text)
        self.marked.text += row[1]
        self._tag(row, first, start)

    def _tag(self, row: list[str], first: int, start: int) -> None:
        tags = {"upos": row[3], "feats": row[5], "lemma": lemma_script(row[1], row[2]), "relation": row[7]}
        head = int(row[6]) or int(row[0])
        assert self.marked.words is not None
        self.marked.words.append(Word(start, len(self.marked.text), tags, first + head - 1))

    def finish(self) -> Marked | None:
        """The document so far, None where it is empty; the next one begins."""
        made, self.marked = self.marked, self._new()
        made.text = made.text.rstrip()
        return made if made.words else None


def read_treebank(path: Path, source: str, *, with_entities: bool = False) -> Iterator[Marked]:
    """The documents of a gzipped CoNLL-U file; paragraphs are parted by an empty line.

    Args:
        path: the file.
        source: name of the set.
        with_entities: names are read from GUM's column of entities.
    """
    building, rows, is_new = _Treebank(source, with_entities=with_entities), [], False
    for line in [*_lines(path), ""]:
        if line.startswith("# newdoc"):
            made = building.finish()
            if made:
                yield made
        elif line.startswith("# newpar"):
            is_new = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            building.sentence(rows, is_new_paragraph=is_new)
            rows, is_new = [], False
    made = building.finish()
    if made:
        yield made


def bio_sentences(path: Path) -> Iterator[Bio]:
    """Sentences of a gzipped file of tokens and tags in columns."""
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*_lines(path), ""]:
        if not line.strip():
            if tokens:
                yield tokens, tags
            tokens, tags = [], []
        elif "\t" in line:
            token, tag = line.split("\t")[:2]
            tokens.append(token)
            tags.append(tag)


def entities(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """(first, behind the last, kind) of each name of a list of BIO tags."""
    begin = None
    for at, tag in enumerate([*tags, "O"]):
        if begin is not None and tag != "I-" + tags[begin][2:]:
            yield begin, at, tags[begin][2:]
            begin = None
        if tag != "O" and begin is None:
            begin = at


def written(tokens: list[str]) -> list[tuple[int, int]]:
    """Offsets of tokens in the text that a writer would make of them; a blank stands before all but closing marks."""
    spans, at, is_open = [], 0, True
    for number, token in enumerate(tokens):
        if number and not is_open and not _CLOSING.match(token):
            at += 1
        spans.append((at, at + len(token)))
        at += len(token)
        is_open = token in _OPENING
    return spans


def read_names(path: Path, source: str) -> Iterator[Marked]:
    """Texts of a gzipped three-column file of names; a few sentences make one text, as paragraphs."""
    together: list[Bio] = []
    for pair in bio_sentences(path):
        together.append(pair)
        if len(together) == _TOGETHER:
            yield _named(together, source)
            together = []
    if together:
        yield _named(together, source)


def _named(pairs: list[Bio], source: str) -> Marked:
    text, names = "", []
    for tokens, tags in pairs:
        if text:
            text += "\n\n"
        begin = len(text)
        spans = written(tokens)
        for (start, _), token in zip(spans, tokens, strict=True):
            text += " " * (begin + start - len(text)) + token
        names += [(begin + spans[a][0], begin + spans[b - 1][1], kind) for a, b, kind in entities(tags)]
    return Marked(text, source, names=names)


def with_names(texts: Iterator[Marked], path: Path) -> Iterator[Marked]:
    """Treebank texts with the names that another set marks in the same sentences; others stay unmarked."""
    known = {"".join(tokens): (tokens, tags) for tokens, tags in bio_sentences(path)}
    for marked in texts:
        marked.names = []
        assert marked.sentences is not None
        for start, end in zip(marked.sentences, [*marked.sentences[1:], len(marked.text)], strict=True):
            found = known.get("".join(marked.text[start:end].split()))
            if found is None:
                marked.unnamed.append((start, end))
                continue
            places = [at for at in range(start, end) if not marked.text[at].isspace()]
            edges = [0]
            for token in found[0]:
                edges.append(edges[-1] + len(token))
            marked.names += [(places[edges[a]], places[edges[b] - 1] + 1, kind) for a, b, kind in entities(found[1])]
        yield marked


def read_relations(path: Path, source: str) -> Iterator[Marked]:
    """Articles with attributions of a gzipped JSON Lines file: ``text`` and ``attributions`` by role."""
    for line in _lines(path):
        row = json.loads(line)
        relations = [
            Relation(*([(start, end) for start, end in said[role]] for role in ("source", "cue", "content")))
            for said in row["attributions"]
        ]
        yield Marked(row["text"], source, relations=relations)


def _place(text: str, words: str, *, is_whole: bool = False) -> tuple[int, int]:
    """Where words stand in a text; ``words@2`` is the second place, where `is_whole` of whole words alone.

    Raises:
        ValueError: they stand there less often, or more often and no place is said.
    """
    bare, _, number = words.rpartition("@") if re.search(r"@\d+$", words) else (words, "", "")
    before, after = (r"(?<!\w)" * bare[:1].isalnum(), r"(?!\w)" * bare[-1:].isalnum()) if is_whole else ("", "")
    places = [found.start() for found in re.finditer(f"(?={before}{re.escape(bare)}{after})", text)]
    if not 0 < int(number or 1) <= len(places) or (not number and len(places) > 1):
        raise ValueError(f"{words!r} stands {len(places)} times in {text[:60]!r}")
    start = places[int(number or 1) - 1]
    return start, start + len(bare)


def _every_name(text: str, names: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """All places of names, the longer name where two begin or lie in each other."""
    taken: set[int] = set()
    for name, kind in sorted(names, key=lambda pair: (-len(pair[0]), pair)):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if taken.isdisjoint(range(*found.span())):
                taken.update(range(*found.span()))
                yield found.start(), found.end(), kind


def _with_that(text: str, content: tuple[int, int]) -> tuple[int, int]:
    """A content with the "that" before it, which PolNeAR counts as its own and our own texts leave out."""
    before = _THAT.search(text, 0, content[0])
    return (before.start(1), content[1]) if before else content


def _relation(text: str, said: dict[str, Any], *, is_whole: bool) -> Relation:
    def place(words: str) -> tuple[int, int]:
        return _place(text, words, is_whole=is_whole)

    return Relation(
        [place(said["source"])] if said.get("source") else [],
        [place(said["cue"])] if said.get("cue") else [],
        [_with_that(text, place(words)) for words in said["content"]],
    )


def read_short(path: Path, source: str) -> Iterator[Marked]:
    r"""Our own short texts, one a line, marked in place: ``[1s Kort] [1c said] [1t it fell].``, names unmarked.

    The number tells which attribution a stretch belongs to, the letter its role: source, cue or content (t). ``\n``
    stands for a line break; no stretch lies in another.
    """
    roles = {"s": 0, "c": 1, "t": 2}
    for line in path.read_text(encoding="utf-8").splitlines():
        text, found = "", dict[str, tuple[list[tuple[int, int]], ...]]()
        for part in _MARKED.finditer(line.replace("\\n", "\n")):
            number, role, words, plain = part.groups()
            if number:
                found.setdefault(number, ([], [], []))[roles[role]].append((len(text), len(text) + len(words)))
            text += words or plain or ""
        yield Marked(text, source, relations=[Relation(*spans) for spans in found.values()])


def read_passages(path: Path, source: str) -> Iterator[Marked]:
    """Passages of the tests on the phenomena of attribution: their outermost rows, names unmarked.

    Raises:
        ValueError: marked words are not in their text.
    """
    for passage in tomllib.loads(path.read_text(encoding="utf-8"))["passage"]:
        outer = [said for said in passage["rows"] if "parent" not in said and said["content"]]
        text = passage["text"]
        yield Marked(text, source, relations=[_relation(text, said, is_whole=True) for said in outer])


def read_invented(path: Path, source: str) -> Iterator[Marked]:
    """Our own invented texts of a TOML file, with names and outermost attributions.

    Raises:
        ValueError: marked words are not in their text.
    """
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["text"]:
        text = row["text"]
        relations = [_relation(text, said, is_whole=False) for said in row["rows"]]
        yield Marked(text, source, names=sorted(_every_name(text, row["names"])), relations=relations)
