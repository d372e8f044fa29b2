"""Reads marked dev texts with an engine and writes what it read, for a scorer.

``python -m training.evaluate FOLDER DATA OUT`` writes ``ewt-dev.conllu``, ``gum-dev.conllu`` and a file of names for
each set of names. Trees are read from raw text: the engine cuts it into words and sentences itself.
"""

import argparse
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from training.read import bio_sentences, read_treebank, written
from woozle.toolbox.nlp.engine import Engine, Name, ParsedSentence
from woozle.toolbox.nlp.trained import load_trained

TREEBANKS = ("ewt-dev", "gum-dev")
NAMES = ("uner-ewt-dev", "crossner-politics-dev", "wikigold-dev")
_KINDS = {"person": "PER", "organisation": "ORG", "outlet": "ORG", "group": "ORG", "place": "LOC"}
#: Sentences of a list that are read as one text, so that a text has more than one.
_TOGETHER = 5


def _rows(text: str, sentence: ParsedSentence) -> Iterator[str]:
    for number, token in enumerate(sentence.tokens, 1):
        form = "".join(text[token.start : token.end].split())
        head = 0 if token.head is None else token.head + 1
        is_tagged = token.relation is not None
        yield "\t".join(
            (
                str(number),
                form,
                token.lemma or "_",
                token.pos or "X",
                "_",
                token.feats or "_",
                str(head if is_tagged else (0 if number == 1 else 1)),
                token.relation or ("root" if number == 1 else "dep"),
                "_",
                "_",
            )
        )


def read_trees(engine: Engine, gold: Path, out: Path) -> None:
    """Write the engine's trees of the texts of a treebank."""
    with out.open("w", encoding="utf-8") as lines:
        for marked in read_treebank(gold, "dev"):
            for sentence in engine.analyse(marked.text).sentences:
                lines.write("\n".join(_rows(marked.text, sentence)) + "\n\n")


def _tags(spans: Sequence[tuple[int, int]], names: Iterable[Name]) -> list[str]:
    """BIO tags of tokens by offsets."""
    tags = ["O"] * len(spans)
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    for name in names:
        kind = _KINDS.get(name.kind)
        first, last = bisect_right(ends, name.start), bisect_left(starts, name.end)
        for at in range(first, last if kind else first):
            tags[at] = f"{'I' if at > first else 'B'}-{kind}"
    return tags


def read_names(engine: Engine, gold: Path, out: Path) -> None:
    """Write the engine's names of a three-column file."""
    sentences = [tokens for tokens, _ in bio_sentences(gold)]
    with out.open("w", encoding="utf-8") as lines:
        for begin in range(0, len(sentences), _TOGETHER):
            text, spans = "", []
            together = sentences[begin : begin + _TOGETHER]
            for tokens in together:
                text += "\n\n" if text else ""
                at = len(text)
                own = [(at + start, at + end) for start, end in written(tokens)]
                for (start, _), token in zip(own, tokens, strict=True):
                    text += " " * (start - len(text)) + token
                spans.append(own)
            names = engine.analyse(text).names
            for tokens, own in zip(together, spans, strict=True):
                inside = [name for name in names if own[0][0] <= name.start < own[-1][1]]
                pairs = zip(tokens, _tags(own, inside), strict=True)
                lines.write("\n".join(f"{token}\t{tag}" for token, tag in pairs) + "\n\n")


def read_all(engine: Engine, data: Path, out: Path) -> None:
    """Write every file."""
    out.mkdir(parents=True, exist_ok=True)
    for name in TREEBANKS:
        read_trees(engine, data / "nlp" / f"{name}.conllu.gz", out / f"{name}.conllu")
    for name in NAMES:
        read_names(engine, data / "nlp" / f"{name}.tsv.gz", out / f"{name}.tsv")


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a model's folder")
    parser.add_argument("data", type=Path, help="folder with nlp/")
    parser.add_argument("out", type=Path, help="folder to write to")
    args = parser.parse_args(list(argv) if argv is not None else None)
    read_all(load_trained(args.folder), args.data, args.out)


if __name__ == "__main__":
    main()
