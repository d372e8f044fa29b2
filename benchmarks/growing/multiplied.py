"""Multiplies the tables of a case that was read: many stories of its kind, or one story in many more copies.

A pile of a hundred thousand reports takes hours to read, and what is made of it afterwards minutes; so that these can
be measured alone, the rows that were read of a thousand reports are written again, with other ids.

Many stories: each copy of the rows tells its stories with other names and its content words shuffled among words of the
same length and ending, so that every offset stays true. No passage leads from one copy to another.

One story: names and words stay as they are; each report of a copy is a verbatim copy of its like in the first ones.
"""

import hashlib
import random
import re
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from benchmarks.growing.words import CALENDAR, KINDS, SHORT, STAYING

#: Tables that are multiplied: what the rooms read of claims and origins, before anybody decided anything.
TABLES = (
    "documents sentences mentions local_entities attributions times quantities assertions entities entity_members "
    "passages derivations datings"
).split()
#: Fields whose words are told anew.
_TOLD = frozenset("text name aliases title outlet publisher_group authors counted".split())
#: In one story, of how many earlier copies each report has the words: of those that came out first, as the room of
#: copies has it.
HUBS = 4
_ID = re.compile(r"b2:[0-9a-f]{32}")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnprstvwz"

#: A field's name and a value, to what stands there in a copy.
Tell = Callable[[str, str], str]


def multiply(case: Path, times: int, to: Path, *, is_one_story: bool, workers: int = 1) -> None:
    """Write the tables of a case `times` over, a file a table and copy.

    Args:
        case: a case that was run.
        times: how many copies, the case itself among them.
        to: the folder of the tables, which is not there yet.
        is_one_story: whether all copies are of one story.
        workers: how many processes write, each its share of the copies.
    """
    with ProcessPoolExecutor(workers) as pool:
        shares = (range(share, times, workers) for share in range(workers))
        waiting = [pool.submit(_write_share, case, copies, to, is_one_story=is_one_story) for copies in shares]
        for one in waiting:
            one.result()


def _write_share(case: Path, copies: Iterable[int], to: Path, *, is_one_story: bool) -> None:
    read = {name: _read(case, name) for name in TABLES}
    kept = frozenset(read["entities"].column("id").to_pylist()) if is_one_story else frozenset[str]()
    vocabulary = _vocabulary(read["documents"].column("text").to_pylist())
    for copy in copies:
        words = {} if is_one_story or copy == 0 else _shuffled(vocabulary, copy)
        tell = _tell(copy, words, kept, is_told=not is_one_story and copy > 0)
        for name, table in read.items():
            if name != "entities" or copy == 0 or not is_one_story:
                _write(to / name / f"{copy:06d}.parquet", _changed_table(table, tell))
        if is_one_story and copy:
            _write_copies(to, read, copy)


def _read(case: Path, name: str) -> pa.Table:
    return pa.concat_tables(pq.read_table(path) for path in sorted((case / "tables" / name).glob("*/*.parquet")))


def _write(path: Path, table: pa.Table) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, compression="zstd")


def _changed_table(table: pa.Table, tell: Tell) -> pa.Table:
    columns = [_changed(table.column(name).combine_chunks(), name, tell) for name in table.column_names]
    return pa.Table.from_arrays(columns, names=table.column_names)


def _changed(array: pa.Array, name: str, tell: Tell) -> pa.Array:
    """An array as a copy has it, each value told once."""
    if pa.types.is_string(array.type):
        coded = pc.dictionary_encode(array)
        return pa.array([tell(name, value) for value in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    missing = array.is_null() if array.null_count else None
    if pa.types.is_list(array.type):
        return pa.ListArray.from_arrays(array.offsets, _changed(array.values, name, tell), mask=missing)
    if pa.types.is_struct(array.type):
        fields = list(array.type)
        children = [_changed(array.field(at), field.name, tell) for at, field in enumerate(fields)]
        return pa.StructArray.from_arrays(children, names=[field.name for field in fields], mask=missing)
    return array


def _tell(copy: int, words: Mapping[str, str], kept: frozenset[str], *, is_told: bool) -> Tell:
    def told(found: re.Match[str]) -> str:
        new = words.get(found[0].lower())
        if new is None:
            return found[0]
        return new.upper() if found[0].isupper() else new.capitalize() if found[0][0].isupper() else new

    def tell(name: str, value: str) -> str:
        if _ID.fullmatch(value):
            return value if copy == 0 or value in kept else new_id(value, copy)
        return _WORD.sub(told, value) if is_told and name in _TOLD else value

    return tell


def new_id(old: str, copy: int) -> str:
    """The id of a row in a copy."""
    return "b2:" + hashlib.blake2b(f"{copy} {old}".encode(), digest_size=16).hexdigest()


def _vocabulary(texts: Iterable[str]) -> dict[str, bool]:
    """Words that may be told otherwise, in small letters, and whether each is a name: never written small."""
    words = {word for text in texts for word in _WORD.findall(text)}
    fixed = STAYING | SHORT | CALENDAR | KINDS
    small = {word for word in words if word.islower()}
    return {word.lower(): word.lower() not in small for word in sorted(words) if word.lower() not in fixed}


def _shuffled(vocabulary: Mapping[str, bool], copy: int) -> dict[str, str]:
    """What a copy says for each word."""
    rng = random.Random(f"words {copy}")
    alike: dict[tuple[int, str], list[str]] = {}
    for word, is_name in vocabulary.items():
        if not is_name:
            ending = next((end for end in ("ed", "ing", "ly", "s") if word.endswith(end)), "")
            alike.setdefault((len(word), ending), []).append(word)
    made = {word: _coined(copy, word) for word, is_name in vocabulary.items() if is_name}
    for words in alike.values():
        others = words[:]
        rng.shuffle(others)
        made |= dict(zip(words, others, strict=True))
    return made


def _coined(copy: int, word: str) -> str:
    """A name of the same length."""
    rng = random.Random(f"{copy} {word.lower()}")
    letters = ((letter, rng.choice(_VOWELS if letter in _VOWELS else _CONSONANTS)) for letter in word.lower())
    return "".join(new if letter.isascii() else letter for letter, new in letters)


def _write_copies(to: Path, read: Mapping[str, pa.Table], copy: int) -> None:
    """The passages and derivations by which a copy's reports are told to be those of earlier copies once more."""
    documents = read["documents"].select(["id", "text"]).to_pylist()
    passages: list[dict[str, Any]] = []
    derivations: list[dict[str, Any]] = []
    for row in documents:
        child, whole = new_id(row["id"], copy), {"start": 0, "end": len(row["text"]), "text": row["text"]}
        parents = [row["id"] if at == 0 else new_id(row["id"], at) for at in range(min(copy, HUBS))]
        for parent in parents:
            sides = {"left": {"document_id": parent, **whole}, "right": {"document_id": child, **whole}}
            key = new_id(f"{parent} {child}", copy)
            passages.append({"id": key, **sides, "kind": "verbatim", "score": 1.0, "reasons": []})
        ends = {"child_document_id": child, "parent_document_id": parents[0], "parent_external": None}
        kind = {"kind": "verbatim", "direction": "known", "credited": False, "score": 1.0, "reasons": []}
        derivations.append({"id": new_id(f"derivation {child}", copy), **ends, **kind})
    for name, rows in (("passages", passages), ("derivations", derivations)):
        _write(to / name / f"{copy:06d}.copies.parquet", pa.Table.from_pylist(rows, schema=read[name].schema))
