"""Words a second from raw text to attributions, beside spaCy's convolutional pipeline and textacy's quotations.

Run by hand: ``pip install spacy textacy`` (no dependencies), then ``python benchmarks/read.py [NUMBER]``. All read the
same invented reports in this process. The peer's pipeline has the same tasks (tok2vec, tagger, morphology, lemmas,
parser, names) in the sizes of its small English models; its weights are untrained, which costs the same time. Woozle
reads attributions with it; textacy finds direct quotations in the peer's parses.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import woozle

sys.path.insert(0, str(Path(__file__).parent))
from pile import pile

try:
    import spacy
    from spacy.training import Example
except ImportError:
    spacy = None
try:
    from textacy import extract
except ImportError:
    extract = None

_TAGS = "ADJ ADP ADV AUX CCONJ DET NOUN NUM PART PRON PROPN PUNCT SCONJ VERB".split()
_RELATIONS = "nsubj obj obl nmod amod det case advmod mark cc conj punct aux compound ccomp advcl acl xcomp".split()


def peer() -> Any:
    """An untrained pipeline of the peer with the tasks of ours: 96 wide, 4 deep, as its small models are."""
    nlp = spacy.blank("en")
    for pipe in ("tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"):
        nlp.add_pipe(pipe)
    chance = random.Random(0)

    def examples() -> list[Any]:
        made = []
        for _ in range(60):
            doc = nlp.make_doc("The mayor of Kort said that two boats sank near the pier on Monday .")
            n = len(doc)
            given = {
                "tags": [chance.choice(_TAGS) for _ in range(n)],
                "pos": [chance.choice(_TAGS) for _ in range(n)],
                "lemmas": [word.text.lower()[: chance.randint(1, 9)] for word in doc],
                "heads": [0, *(chance.randrange(at) for at in range(1, n))],
                "deps": ["ROOT", *(chance.choice(_RELATIONS) for _ in range(n - 1))],
                "entities": [(13, 17, chance.choice(("PERSON", "ORG", "GPE")))],
            }
            made.append(Example.from_dict(doc, given))
        return made

    nlp.initialize(examples)
    return nlp


def measure(name: str, read: Callable[[Sequence[str]], object], texts: Sequence[str]) -> float:
    """Print one line; returns words a second, the best of three."""
    words, best = sum(len(text.split()) for text in texts), 0.0
    for _ in range(3):
        began = time.perf_counter()
        read(texts)
        best = max(best, words / (time.perf_counter() - began))
    print(f"{name:<42}{best:>9.0f} words/s")
    return best


def main() -> None:
    """Measure everything that is installed on one pile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=150, help="reports in the pile (default 150)")
    texts = [text for _, text in pile(parser.parse_args().number).reports]
    began = time.perf_counter()
    reader = woozle.Reader()
    print(f"{'woozle: loading':<42}{time.perf_counter() - began:>9.2f} s")
    ours = measure("woozle: text to attributions, times, names", lambda t: list(reader.read_many(t)), texts)
    long = ["\n\n".join(texts)]
    measure("woozle: the same as one long text", lambda t: list(reader.read_many(t)), long)
    print(f"{'woozle: memory at most':<42}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>9.0f} MB")
    if spacy is None:
        print("spacy is not installed: pip install spacy textacy, to compare")
        return
    nlp = peer()
    theirs = measure("spacy: tags, trees, names; no attributions", lambda t: list(nlp.pipe(t)), texts)
    print(f"woozle reads {ours / theirs:.2f} times as many words a second as spacy")
    if extract is not None:
        docs = list(nlp.pipe(texts))
        measure("textacy: quotations, parses not counted", lambda _: [_quotations(doc) for doc in docs], texts)


def _quotations(doc: Any) -> list[Any]:
    try:
        return list(extract.triples.direct_quotations(doc))
    except ValueError:  # it refuses a text with an odd number of quotation marks
        return []


if __name__ == "__main__":
    main()
