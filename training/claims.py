"""Trains the claim model, which tells whether one statement says what another says.

Called as ``python -m training.claims STORIES SETS MODEL OUT``.

STORIES holds JSON Lines, a story a line: claims, each with snippets of different reports in which ``[[ ]]`` marks the
words that say it. SETS holds JSON Lines of single matters: ``a`` and ``b`` are two claims that are easily taken for
one another, most of them because they contradict each other, each in several wordings; ``c`` are statements like them
that say neither. MODEL is the folder of all-MiniLM-L6-v2. Only the marked words are read: with the sentences around
them, statements of one place in a report come out alike. Statements of one claim are pulled together, all others of a
batch, most of them of the same story, are pushed apart (Khosla et al. 2020).
"""

import argparse
import hashlib
import json
import math
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.export import Named, write_integer
from training.meaning import Sentences
from training.network import N_LAYERS, WIDTH, Layer, pretrained
from training.prepare import read_vocabulary
from woozle.toolbox.meaning import encoder
from woozle.toolbox.meaning.pieces import Vocabulary
from woozle.toolbox.nlp.trained.weights import PIECES, VOCABULARY

OPEN, CLOSE = "[[", "]]"
#: Pieces of a statement that are read.
LONGEST = 64


Statement = tuple[int, ...]
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


def marked(vocabulary: Vocabulary, snippet: str) -> Statement:
    """The pieces of what a snippet marks."""
    inside = snippet.partition(OPEN)[2].partition(CLOSE)[0]
    own = [piece.number for piece in vocabulary.pieces_of(inside)][: LONGEST - 2]
    return (vocabulary.begin, *own, vocabulary.end)


def read_stories(folder: Path, vocabulary: Vocabulary) -> list[Story]:
    """The stories of a folder, in the order of its files."""
    stories = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            claims = [tuple(marked(vocabulary, said) for said in claim["said"]) for claim in json.loads(line)["claims"]]
            stories.append(tuple(claim for claim in claims if len(claim) > 1))
    return stories


def read_sets(folder: Path, vocabulary: Vocabulary) -> list[Story]:
    """The sets of a folder as small stories: the two claims, and the statements like them, which nobody repeats."""
    sets = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            said = (row["a"], row["b"], *([one] for one in row["c"]))
            sets.append(tuple(tuple(marked(vocabulary, f"[[{one}]]") for one in claim) for claim in said))
    return sets


def tensors(rows: Sequence[Statement]) -> tuple[Tensor, Tensor]:
    """Numbers and mask of statements, filled up to the longest."""
    longest = max(map(len, rows))
    numbers, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
    for at, row in enumerate(rows):
        numbers[at, : len(row)] = torch.tensor(row)
        mask[at, : len(row)] = 1
    return numbers, mask


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
    own = torch.tensor(claims)
    same = (own[:, None] == own[None]) & ~torch.eye(len(claims), dtype=torch.bool)
    scores = vectors @ vectors.T / temperature
    scores = scores.masked_fill(torch.eye(len(claims), dtype=torch.bool), -1e4)
    shares = scores - torch.logsumexp(scores, 1, keepdim=True)
    is_said_again = same.any(1)
    return -((shares * same).sum(1)[is_said_again] / same.sum(1)[is_said_again]).mean()


def agree(model: Claims, stories: Sequence[Story]) -> float:
    """Share of statements in per cent whose nearest of the same story, another snippet, is of the same claim."""
    hits = total = 0
    model.eval()
    with torch.no_grad():
        for story in stories:
            rows = [row for claim in story for row in claim]
            claims = torch.tensor([number for number, claim in enumerate(story) for _ in claim])
            vectors = model(*tensors(rows))
            scores = (vectors @ vectors.T).fill_diagonal_(-1)
            hits += int((claims[scores.argmax(1)] == claims).sum())
            total += len(rows)
    model.train()
    return 100 * hits / total


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train. ``sizes``: stories and sets a batch; ``held``: one story in so many is kept out to look at."""

    passes: int
    sizes: tuple[int, int]
    rate: float
    temperature: float
    dropout: float
    held: int


def train(stories: Sequence[Story], sets: Sequence[Story], weights: dict[str, Tensor], plan: Plan, out: Path) -> Claims:
    """Train, saying how it goes on standard error, and save ``OUT/claims.pt`` after each pass."""
    torch.manual_seed(1)
    dice = random.Random(1)
    kept = [story for at, story in enumerate(stories) if at % plan.held]
    held = [story for at, story in enumerate(stories) if not at % plan.held]
    model = Claims(weights, plan.dropout)
    optimiser = torch.optim.AdamW(model.parameters(), lr=plan.rate, weight_decay=0.01)
    steps = plan.passes * sum(math.ceil(len(rows) / size) for rows, size in zip((kept, sets), plan.sizes, strict=True))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.0, 1 - step / steps)
    )
    began = time.monotonic()
    sys.stderr.write(f"held out: {agree(model, held):.1f} % before\n")
    for number in range(plan.passes):
        losses = []
        for rows, claims in batches(kept, sets, plan.sizes, dice):
            loss = loss_of(model(*tensors(rows)), claims, plan.temperature)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        torch.save({name: value for name, value in model.state_dict().items()}, out / "claims.pt")
        minutes = (time.monotonic() - began) / 60
        sys.stderr.write(
            f"pass {number + 1}: loss {np.mean(losses):.3f}, held out {agree(model, held):.1f} %, {minutes:.1f} min\n"
        )
        sys.stderr.flush()
    return model


def export(model: Claims, out: Path) -> None:
    """Write the model beside the English engine and the sentence model, whose word pieces it shares."""
    named = Named(("embedded",), ("mean",), {"embedded": {1: "pieces"}})
    write_integer(Sentences(model.eval().state_dict()), (torch.zeros(1, 12, WIDTH),), named, out / encoder.CLAIMS)
    names = (encoder.CLAIMS, encoder.TABLES, PIECES, VOCABULARY)
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    (out / encoder.CLAIMS_MANIFEST).write_text(json.dumps({"sha256": digests}, indent=1) + "\n", encoding="utf-8")


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path, help="a folder for checkpoints")
    parser.add_argument("--export", type=Path, help="write the model of OUT there, such as src/woozle/models/en")
    parser.add_argument("--passes", type=int, default=3)
    parser.add_argument("--stories-a-batch", type=int, default=3)
    parser.add_argument("--sets-a-batch", type=int, default=12)
    parser.add_argument("--rate", type=float, default=4e-5)
    args = parser.parse_args(list(argv) if argv is not None else None)
    if args.export:
        model = Claims(pretrained(args.model), 0.0)
        model.load_state_dict(torch.load(args.out / "claims.pt"))
        export(model, args.export)
        return
    args.out.mkdir(parents=True, exist_ok=True)
    vocabulary = Vocabulary(read_vocabulary(args.model))
    stories, sets = read_stories(args.stories, vocabulary), read_sets(args.sets, vocabulary)
    plan = Plan(args.passes, (args.stories_a_batch, args.sets_a_batch), args.rate, 0.06, 0.05, 20)
    train(stories, sets, pretrained(args.model), plan, args.out)


if __name__ == "__main__":
    main()
