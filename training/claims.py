"""Trains the claim model, which tells whether one statement says what another says.

Called as ``python -m training.claims STORIES SETS MODEL OUT [--teacher TEACHER --text TEXT]``.

STORIES holds JSON Lines, a story a line: claims, each with snippets of different reports in which ``[[ ]]`` marks the
words that say it. SETS holds JSON Lines of single matters: ``a`` and ``b`` are two claims that are easily taken for
one another, most of them because they contradict each other, each in several wordings; ``c`` are statements like them
that say neither. MODEL is the folder of all-MiniLM-L6-v2. Only the marked words are read: with the sentences around
them, statements of one place in a report come out alike. Statements of one claim are pulled together, all others of a
batch, most of them of the same story, are pushed apart (Khosla et al. 2020).

With a TEACHER, the folder of `training.teacher`, a model ten times as large learns the same first. The claim model then
learns to order the statements of each batch as the teacher does (relational distillation, Park et al. 2019; the
divergence of each statement's likenesses to all others), also the sentences of real reports: TEXT is a file of JSON
Lines with a ``text``, as PolNeAR has them.
"""

import argparse
import gzip
import hashlib
import json
import math
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.export import Named, write_integer
from training.meaning import Sentences
from training.network import N_LAYERS, WIDTH, Layer, pretrained
from training.prepare import read_vocabulary
from training.teacher import PADDING, read_teacher
from woozle.toolbox.meaning import encoder
from woozle.toolbox.meaning.pieces import Vocabulary
from woozle.toolbox.nlp.trained.weights import PIECES, VOCABULARY

OPEN, CLOSE = "[[", "]]"
#: Pieces of a statement that are read.
LONGEST = 64


Statement = str
Story = tuple[tuple[Statement, ...], ...]


class Claims(nn.Module):
    """The encoder, with nothing on top."""

    def __init__(self, weights: dict[str, Tensor], dropout: float) -> None:
        super().__init__()
        self.register_buffer("pieces", weights["pieces.weight"])
        self.register_buffer("positions", weights["positions.weight"])
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(N_LAYERS))
        own = {name: value for name, value in weights.items() if name.startswith(("norm.", "layers."))}
        self.load_state_dict(own, strict=False)

    def forward(self, numbers: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors (statements, WIDTH) of pieces (statements, places); `mask`: 1 where there is a piece."""
        x = self.norm(self.pieces[numbers] + self.positions[: numbers.shape[1]])
        bias = (1 - mask)[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return nn.functional.normalize(mean, dim=-1)


@dataclass
class Reader:
    """An encoder with what cuts statements into its pieces. ``padding``: the piece that fills up."""

    model: nn.Module
    numbers_of: Callable[[str], Sequence[int]]
    padding: int
    _known: dict[str, Sequence[int]] = field(default_factory=dict)

    def __call__(self, statements: Sequence[Statement]) -> Tensor:
        """Unit vectors (statements, features)."""
        device = next(self.model.parameters()).device
        for one in statements:
            if one not in self._known:
                self._known[one] = self.numbers_of(one)
        rows = [self._known[one] for one in statements]
        longest = max(map(len, rows))
        numbers = torch.full((len(rows), longest), self.padding)
        mask = torch.zeros(len(rows), longest)
        for at, row in enumerate(rows):
            numbers[at, : len(row)] = torch.tensor(row)
            mask[at, : len(row)] = 1
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            vectors: Tensor = self.model(numbers.to(device), mask.to(device))
        return vectors.float()


def student(weights: dict[str, Tensor], vocabulary: Vocabulary, dropout: float, device: str) -> Reader:
    """The claim model as it begins: the sentence model."""

    def numbers_of(statement: str) -> Sequence[int]:
        own = [piece.number for piece in vocabulary.pieces_of(statement)][: LONGEST - 2]
        return (vocabulary.begin, *own, vocabulary.end)

    return Reader(Claims(weights, dropout).to(device), numbers_of, 0)


def teacher(folder: Path, dropout: float, device: str) -> Reader:
    """The teacher as it begins."""
    from tokenizers import Tokenizer

    cutter = Tokenizer.from_file(str(folder / "tokenizer.json"))
    cutter.no_padding()
    cutter.enable_truncation(LONGEST)
    return Reader(
        read_teacher(folder, dropout).to(device), lambda statement: list(cutter.encode(statement).ids), PADDING
    )


def marked(snippet: str) -> Statement:
    """What a snippet marks."""
    return " ".join(snippet.partition(OPEN)[2].partition(CLOSE)[0].split())


def read_stories(folder: Path) -> list[Story]:
    """The stories of a folder, in the order of its files."""
    stories = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            claims = [tuple(map(marked, claim["said"])) for claim in json.loads(line)["claims"]]
            stories.append(tuple(claim for claim in claims if len(claim) > 1))
    return stories


def read_sets(folder: Path) -> list[Story]:
    """The sets of a folder as small stories: the two claims, and the statements like them, which nobody repeats."""
    sets = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            sets.append(tuple(tuple(claim) for claim in (row["a"], row["b"], *([one] for one in row["c"]))))
    return sets


#: Where a report is cut into sentences, and these at their clauses; roughly, for it is only something to compare.
_CUT = re.compile(r"(?<=[.!?”\"])\s+|\n+|(?<=[,;:])\s+(?=(?:which|who|but|while|and (?:he|she|it|they))\b)")
#: Characters of a sentence that is worth reading, and reports that are.
_SHORT, _LONG, _FEW = 20, 300, 5


def read_text(path: Path) -> list[list[Statement]]:
    """The sentences of each report of a file."""
    reports = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cut = (" ".join(part.split())[:_LONG] for part in _CUT.split(json.loads(line)["text"]))
            sentences = [sentence for sentence in cut if len(sentence) > _SHORT]
            if len(sentences) > _FEW:
                reports.append(sentences)
    return reports


def batches(
    stories: Sequence[Story], sets: Sequence[Story], sizes: tuple[int, int], dice: random.Random
) -> Iterator[tuple[list[Statement], list[int]]]:
    """Statements and the number of their claim, some whole stories or sets at a time, three wordings a claim.

    Args:
        stories: as `read_stories` gives them.
        sets: as `read_sets` gives them.
        sizes: how many stories, and how many sets, a batch holds.
        dice: decides the order and the wordings.
    """
    groups = [group for rows, size in zip((stories, sets), sizes, strict=True) for group in _groups(rows, size, dice)]
    dice.shuffle(groups)
    for group in groups:
        rows: list[Statement] = []
        claims: list[int] = []
        for number, claim in enumerate(claim for story in group for claim in story):
            some = dice.sample(claim, min(3, len(claim)))
            rows += some
            claims += [number] * len(some)
        yield rows, claims


def _groups(stories: Sequence[Story], size: int, dice: random.Random) -> Iterator[Sequence[Story]]:
    order = list(stories)
    dice.shuffle(order)
    return (order[at : at + size] for at in range(0, len(order), size))


def loss_of(vectors: Tensor, claims: Sequence[int], temperature: float) -> Tensor:
    """Supervised contrastive loss of statements, the log outside of the sum; a lone statement only stands apart."""
    own = torch.tensor(claims, device=vectors.device)
    itself = torch.eye(len(claims), dtype=torch.bool, device=vectors.device)
    same = (own[:, None] == own[None]) & ~itself
    shares = _shares(vectors, itself, temperature)
    is_said_again = same.any(1)
    return -((shares * same).sum(1)[is_said_again] / same.sum(1)[is_said_again]).mean()


def _shares(vectors: Tensor, itself: Tensor, temperature: float) -> Tensor:
    """Log of how each statement's likeness is shared among all others."""
    return functional.log_softmax((vectors @ vectors.T / temperature).masked_fill(itself, -1e4), 1)


def divergence(vectors: Tensor, wanted: Tensor, temperature: float) -> Tensor:
    """How far the likenesses among statements are from those that a teacher sees, in nats a statement."""
    itself = torch.eye(len(vectors), dtype=torch.bool, device=vectors.device)
    ours, theirs = (_shares(some, itself, temperature) for some in (vectors, wanted))
    return functional.kl_div(ours, theirs, log_target=True, reduction="batchmean")


def agree(reader: Reader, stories: Sequence[Story]) -> float:
    """Share of statements in per cent whose nearest of the same story, another snippet, is of the same claim."""
    hits = total = 0
    reader.model.eval()
    with torch.no_grad():
        for story in stories:
            rows = [row for claim in story for row in claim]
            claims = torch.tensor([number for number, claim in enumerate(story) for _ in claim])
            vectors = reader(rows).cpu()
            scores = (vectors @ vectors.T).fill_diagonal_(-1)
            hits += int((claims[scores.argmax(1)] == claims).sum())
            total += len(rows)
    reader.model.train()
    return 100 * hits / total


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Attributes:
        passes: over all stories and sets.
        sizes: stories, and sets, a batch.
        rate: the highest rate of learning.
        temperature: of the contrastive loss.
        marks: what the contrastive loss counts beside a teacher.
        teaching: what the divergence from the teacher counts.
        sentences: of real reports that are read beside each batch.
    """

    passes: int
    sizes: tuple[int, int]
    rate: float
    temperature: float
    marks: float = 1.0
    teaching: float = 0.0
    sentences: int = 0


#: One story in so many is kept out, to look at; the temperature of the divergence; the dropout of both encoders.
_HELD, _TAUGHT_AT, _DROPOUT = 20, 0.05, 0.05


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learned from: stories, sets, and if there is a teacher, it and the sentences of real reports."""

    stories: Sequence[Story]
    sets: Sequence[Story]
    teacher: Reader | None = None
    text: Sequence[Sequence[Statement]] = ()


def train(reader: Reader, lessons: Lessons, plan: Plan, out: Path) -> None:
    """Train, saying how it goes on standard error, and save the weights in `out` after each pass."""
    torch.manual_seed(1)
    dice = random.Random(1)
    kept = [story for at, story in enumerate(lessons.stories) if at % _HELD]
    held = [story for at, story in enumerate(lessons.stories) if not at % _HELD]
    optimiser = torch.optim.AdamW(reader.model.parameters(), lr=plan.rate, weight_decay=0.01)
    rows = zip((kept, lessons.sets), plan.sizes, strict=True)
    steps = plan.passes * sum(math.ceil(len(some) / size) for some, size in rows)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    began = time.monotonic()
    sys.stderr.write(f"{out.stem}, held out: {agree(reader, held):.1f} % before\n")
    for number in range(plan.passes):
        losses = []
        for statements, claims in batches(kept, lessons.sets, plan.sizes, dice):
            vectors = reader(statements)
            loss = plan.marks * loss_of(vectors, claims, plan.temperature)
            if lessons.teacher is not None:
                loss = loss + plan.teaching * _untaught(lessons.teacher, statements, vectors)
                sentences = _some(lessons.text, plan.sentences, dice)
                loss = loss + plan.teaching * _untaught(lessons.teacher, sentences, reader(sentences))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        torch.save(reader.model.state_dict(), out)
        minutes = (time.monotonic() - began) / 60
        sys.stderr.write(
            f"pass {number + 1}: loss {np.mean(losses):.3f}, held out {agree(reader, held):.1f} %, {minutes:.1f} min\n"
        )
        sys.stderr.flush()


def _untaught(teacher: Reader, statements: Sequence[Statement], vectors: Tensor) -> Tensor:
    with torch.no_grad():
        wanted = teacher(statements)
    return divergence(vectors, wanted, _TAUGHT_AT)


def _some(text: Sequence[Sequence[Statement]], size: int, dice: random.Random) -> list[Statement]:
    """Sentences of whole reports, so that some are about one matter."""
    found: list[Statement] = []
    while len(found) < size:
        found += dice.choice(text)
    return list(dict.fromkeys(found[:size]))


#: How the claim model learns alone and beside a teacher, and how the teacher does.
ALONE = Plan(3, (3, 12), 4e-5, 0.06)
TAUGHT = Plan(3, (8, 32), 1e-4, 0.06, marks=0.3, teaching=2.0, sentences=128)
TEACHING = Plan(3, (8, 32), 4e-5, 0.05)


def export(model: Claims, stories: Sequence[Story], out: Path) -> None:
    """Write the model, and the middle of what it was taught, beside the English engine and the sentence model."""
    named = Named(("embedded",), ("mean",), {"embedded": {1: "pieces"}})
    write_integer(Sentences(model.eval().state_dict()), (torch.zeros(1, 12, WIDTH),), named, out / encoder.CLAIMS)
    names = (encoder.CLAIMS, encoder.TABLES, PIECES, VOCABULARY)
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    told = {"sha256": digests}
    (out / encoder.CLAIMS_MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    written = json.dumps(told | {"centre": centre_of(stories, out)}, indent=1)
    (out / encoder.CLAIMS_MANIFEST).write_text(written + "\n", encoding="utf-8")


def centre_of(stories: Sequence[Story], out: Path) -> list[int]:
    """The mean of what the written model gives for some of the statements, in units of `encoder.ONE`."""
    every = sorted({statement for story in stories for claim in story for statement in claim})
    some = random.Random(1).sample(every, min(_CENTRED, len(every)))
    model = encoder.read_model(out, encoder.CLAIMS, encoder.CLAIMS_MANIFEST)
    mean: list[int] = np.rint(np.mean([model.vector(statement) for statement in some], axis=0)).astype(int).tolist()
    return mean


#: Statements whose mean is the middle of all.
_CENTRED = 1500


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path, help="a folder for checkpoints")
    parser.add_argument("--teacher", type=Path, help="the folder of the teacher")
    parser.add_argument("--text", type=Path, help="real reports, JSON Lines packed by gzip; needed with --teacher")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--export", type=Path, help="write the model of OUT there, such as src/woozle/models/en")
    args = parser.parse_args(list(argv) if argv is not None else None)
    if args.export:
        model = Claims(pretrained(args.model), 0.0)
        model.load_state_dict(torch.load(args.out / "claims.pt", map_location="cpu"))
        export(model, read_stories(args.stories), args.export)
        return
    if args.teacher and not args.text:
        parser.error("--teacher needs --text")
    args.out.mkdir(parents=True, exist_ok=True)
    lessons = Lessons(read_stories(args.stories), read_sets(args.sets))
    own = student(pretrained(args.model), Vocabulary(read_vocabulary(args.model)), _DROPOUT, args.device)
    if not args.teacher:
        train(own, lessons, ALONE, args.out / "claims.pt")
        return
    large = teacher(args.teacher, _DROPOUT, args.device)
    learned = args.out / "teacher.pt"
    if learned.exists():
        large.model.load_state_dict(torch.load(learned, map_location=args.device))
    else:
        train(large, lessons, TEACHING, learned)
    large.model.eval()
    taught = Lessons(lessons.stories, lessons.sets, large, read_text(args.text))
    train(own, taught, TAUGHT, args.out / "claims.pt")


if __name__ == "__main__":
    main()
