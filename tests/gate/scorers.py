"""What is measured against the evaluation data: each scorer with its call, and which of its figures have a floor."""

import gzip
import itertools
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import woozle
from training.evaluate import read_names, read_trees
from woozle.toolbox.nlp import load

#: Where a figure stands in a scorer's answer.
Where = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scorer:
    """One call of a scorer. In `words`, ``{shared}`` is the evaluation data and ``{made}`` a folder of our own.

    ``figures``: our name of each figure, and where it stands in the answer. Names that begin with "alarm" are the
    better the lower they are; all others the higher. ``reads``: marked texts that the engine reads into
    ``{made}/read`` first, trees of a ``.conllu.gz`` or names of a ``.tsv.gz``. ``every``: of a large set only every so
    many lines are read; ``{some}`` is the file of them.
    """

    name: str
    words: tuple[str, ...]
    figures: Mapping[str, Where]
    before: tuple[tuple[str, ...], ...] = ()
    story: str | None = None
    reads: str | None = None
    every: int = 1


def _times(*source: str) -> dict[str, Where]:
    return {
        "spans, relaxed F1": (*source, "spans, relaxed", "f1"),
        "spans, strict F1": (*source, "spans, strict", "f1"),
        "values as intervals, F1": (*source, "values as intervals", "f1"),
        "values, all types, F1": (*source, "values, all types", "f1"),
        "value right where matched, %": (*source, "value right where matched, %"),
    }


_QUANTITIES: dict[str, Where] = {
    "spans, strict F1": ("spans, strict", "f1"),
    "ranges, F1": ("ranges", "f1"),
}
_EDITS = (
    ("first fifth kept", "first fifth kept"),
    ("30 % of words edited", "words edited 30 %"),
    ("merged halves", "merged halves"),
    ("two sentences", "two sentences"),
    ("one sentence", "one sentence"),
    ("quotation only", "quotation only"),
)
_SYNTAX = {
    "words, F1": ("words", "f1"),
    "sentences, F1": ("sentences", "f1"),
    "UPOS, F1": ("upos", "f1"),
    "lemmas, F1": ("lemma", "f1"),
    "LAS, F1": ("las", "f1"),
}


def _trees(name: str, file: str) -> "Scorer":
    gold = f"{{shared}}/data/nlp/{file}"
    return Scorer(name, ("tagging.py", "syntax", gold, "{made}/read"), _SYNTAX, reads=f"data/nlp/{file}")


def _names(name: str, file: str) -> "Scorer":
    gold = f"{{shared}}/data/nlp/{file}"
    figures = {"exact spans with kind, F1": ("all", "f1")}
    return Scorer(name, ("tagging.py", "names", gold, "{made}/read"), figures, reads=f"data/nlp/{file}")


def _placed() -> dict[str, Where]:
    return {
        f"{name}: within 161 km of all, %": (corpus, "acc@161 of all gold, %")
        for name, corpus in (("GeoVirus", "geovirus"), ("TR-News", "trnews"))
    }


_INDEPENDENCE = "7 independence"

SCORERS = (
    Scorer("times: news", ("times.py", "{shared}/data/times/dev.jsonl.gz", "--woozle"), _times()),
    Scorer(
        "times: cases",
        ("times.py", "{shared}/data/times/cases.jsonl.gz", "--woozle"),
        {f"expressions: {name}": where for name, where in _times("timenorm").items()}
        | {"commands: spans, relaxed F1": ("recognizers", "spans, relaxed", "f1")},
    ),
    Scorer(
        "quantities: cases",
        ("quantities.py", "{shared}/data/quantities/cases.jsonl", "--woozle"),
        {**_QUANTITIES, "unit, %": ("unit right, %",), "counted, %": ("counted right, %",)},
    ),
    Scorer(
        "quantities: phrases",
        ("quantities.py", "{shared}/data/quantities/recognizers.jsonl.gz", "--woozle"),
        {"ranges, F1": ("ranges", "f1")},
    ),
    Scorer(
        "names: pairs",
        ("names.py", "{shared}/data/names/cases.csv", "--woozle"),
        {"precision": ("all", "precision"), "F1": ("all", "f1"), "accuracy": ("all", "accuracy")},
    ),
    Scorer(
        "places: news",
        ("places.py", "{shared}/data/places/dev.jsonl.gz", "--woozle"),
        {
            "GeoVirus: spans, relaxed F1": ("geovirus", "spans, relaxed", "f1"),
            "TR-News: spans, relaxed F1": ("trnews", "spans, relaxed", "f1"),
            **_placed(),
        },
    ),
    Scorer("places: names given", ("places.py", "{shared}/data/places/dev.jsonl.gz", "--woozle", "--given"), _placed()),
    Scorer(
        "figures: casualties of wire reports",
        ("figures.py", "{some}/data/muc4/dev.jsonl.gz", "--woozle"),
        {
            "recall": ("figures with their effect", "recall"),
            "precision": ("figures with their effect", "precision"),
        },
        every=4,
    ),
    _trees("trees: web texts (EWT)", "ewt-dev.conllu.gz"),
    _trees("trees: many kinds (GUM)", "gum-dev.conllu.gz"),
    _names("names: web texts (UNER EWT)", "uner-ewt-dev.tsv.gz"),
    _names("names: politics (CrossNER)", "crossner-politics-dev.tsv.gz"),
    _names("names: encyclopedia (WikiGold)", "wikigold-dev.tsv.gz"),
    Scorer(
        "attributions: political news",
        ("attributions.py", "{shared}/data/polnear/dev.jsonl.gz", "--woozle"),
        {
            "relation, precision": ("relation", "p"),
            "relation, F1": ("relation", "f1"),
            "content, F1": ("content", "f1"),
            "content words, F1": ("tokens", "f1"),
            "exact source, F1": ("exact source", "f1"),
            "exact cue, F1": ("exact cue", "f1"),
            "exact content, F1": ("exact content", "f1"),
            "quoted found, %": ("recall", "quoted", "relation"),
            "indirect found, %": ("recall", "indirect", "relation"),
        },
    ),
    Scorer(
        "copies: edits",
        ("copies.py", "{made}/edits.jsonl.gz", "--woozle"),
        {f"found, {name}, %": ("edits", kind, "found") for name, kind in _EDITS}
        | {"plagdet, all copies": ("edits", "all copies, passages", "plagdet")}
        | {f"alarm, {kind}, %": ("edits", kind, "called copy (alarm)") for kind in ("quotation only", "unrelated")},
        before=(("edits.py", "{shared}/data/copies/basil-articles.jsonl.gz", "--out", "{made}/edits.jsonl.gz"),),
    ),
    Scorer(
        "copies: one event, written apart",
        ("copies.py", "{shared}/data/copies/independent.jsonl.gz", "--woozle", "--together"),
        {"alarm, called copy, %": ("independent", "same event, written apart", "called copy (alarm)")},
    ),
    Scorer(
        "copies: one event, pair by pair",
        ("copies.py", "{shared}/data/copies/independent.jsonl.gz", "--woozle"),
        {"alarm, called copy, %": ("independent", "same event, written apart", "called copy (alarm)")},
    ),
    Scorer(
        "copies: paraphrases by the crowd",
        ("copies.py", "{shared}/data/copies/paraphrase.jsonl.gz", "--woozle"),
        {
            "found, %": ("paraphrase", "accepted", "found"),
            "alarm, unrelated, %": ("paraphrase", "unrelated", "called copy (alarm)"),
        },
    ),
    Scorer(
        "copies: answers from one source",
        ("copies.py", "{shared}/data/copies/levels.jsonl.gz", "--woozle"),
        {f"found, {kind}, %": ("levels", kind, "found") for kind in ("cut", "light", "heavy")}
        | {"alarm, written apart, %": ("levels", "non", "called copy (alarm)")},
    ),
    Scorer(
        "story: 59 reports",
        ("stories.py", "{shared}/stories/dev", "{made}/export"),
        {
            "reports read, %": ("1 documents", "found", "share"),
            "published right, %": ("1 documents", "published", "share"),
            "attributions, relation F1": ("3 attributions", "relation", "f1"),
            "attributions, source resolved, %": ("3 attributions", "source resolved", "share"),
            "attributions, carriers F1": ("3 attributions", "via", "f1"),
            "attributions, hedges, %": ("3 attributions", "hedge", "share"),
            "attributions, hedges where there is one, %": ("3 attributions", "hedge, where there is one", "share"),
            "attributions, non-quotes left alone, %": ("3 attributions", "non-quotes left alone", "share"),
            "derivation pairs, F1": ("4 derivations", "pairs", "f1"),
            "derivations, directed, F1": ("4 derivations", "direction, of pairs found", "f1"),
            "derivations, kind, %": ("4 derivations", "kind", "share"),
            "derivations, credited, %": ("4 derivations", "credited", "share"),
            "alarm, derivations without kin, %": (
                "4 derivations",
                "alarms, a claim in common, no kin (low is good)",
                "share",
            ),
            "mentions, B-cubed F1": ("5 entities", "mentions, B-cubed", "f1"),
            "statements found, %": ("6 claims", "statements found", "share"),
            "statements by claim, B-cubed F1": ("6 claims", "statements by claim, B-cubed", "f1"),
            "voices exact, of all claims, %": (_INDEPENDENCE, "HEADLINE: voices exact, of all claims", "share"),
            "voices balanced, %": (_INDEPENDENCE, "BALANCED: mean of recycled and truly several", "share"),
            "voices within range, %": (_INDEPENDENCE, "voices within range", "share"),
            "alarm, false independence, %": (
                _INDEPENDENCE,
                "voices false independence (low is good)",
                "share",
            ),
            "conflict pairs, F1": ("8 conflicts", "pairs", "f1"),
            "times, F1": ("9 marks", "times, equal", "f1"),
            "quantities, F1": ("9 marks", "quantities", "f1"),
            "places, F1": ("9 marks", "places", "f1"),
        },
        story="stories/dev/articles",
    ),
)


def export_story(articles: Path, made: Path) -> None:
    """Run a case on a folder of reports and write its record into ``made/export``."""
    case = woozle.Case.create(made / "story.woozle")
    case.add(articles)
    case.run()
    case.export("jsonl", made / "export")


def read_marked(gold: Path, out: Path) -> None:
    """Let the shipped engine read the texts of a marked set."""
    read = read_names if gold.name.endswith(".tsv.gz") else read_trees
    read(load("en"), gold, out)


def call(shared: Path, words: tuple[str, ...], made: Path) -> str:
    """What a scorer prints; its complaint as an error where it fails."""
    program, *rest = (word.format(shared=shared, made=made, some=made / "some") for word in words)
    command = [sys.executable, str(shared / "eval" / program), *rest]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stderr[-2000:]}")
    return done.stdout


def take_some(shared: Path, name: str, to: Path, every: int) -> None:
    """Write every so many lines of a packed file to a folder, under the same name."""
    (to / name).parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(shared / name, "rb") as whole, gzip.open(to / name, "wb") as some:
        some.writelines(itertools.islice(whole, 0, None, every))


def measure(scorer: Scorer, shared: Path, made: Path) -> dict[str, float]:
    """The figures of one scorer by our names; a figure that it does not give is left out."""
    for words in scorer.before:
        call(shared, words, made)
    if scorer.every > 1:
        for word in scorer.words:
            if word.startswith("{some}/"):
                take_some(shared, word.removeprefix("{some}/"), made / "some", scorer.every)
    if scorer.reads:
        read_marked(shared / scorer.reads, made / "read")
    if scorer.story:
        export_story(shared / scorer.story, made)
    answer = json.loads(call(shared, (*scorer.words, "--json"), made))
    found = {name: _at(answer.get("scores", answer), where) for name, where in scorer.figures.items()}
    return {name: float(value) for name, value in found.items() if value is not None}


def _at(answer: Any, where: Where) -> Any:
    for part in where:
        answer = answer.get(part) if isinstance(answer, dict) else None
    return answer
