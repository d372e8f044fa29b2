"""Trains the engine. ``python -m training.train PREPARED MODEL OUT``; run again, it goes on where it stopped."""

import argparse
import dataclasses
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.labels import NONE
from training.network import Network, pretrained
from training.prepare import read_vocabulary
from training.windows import Texts, batches, one_pass, tensors

WEIGHTS = {
    "upos": 1.0,
    "feats": 0.5,
    "lemma": 0.5,
    "join": 0.5,
    "sentence": 1.0,
    "name": 1.0,
    "role": 1.5,
    "relation": 1.0,
    "arcs": 1.0,
    "anchors": 1.0,
}
_FAR = -1e4


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How to train: passes over the data, pieces a step, rates of encoder and heads, seed."""

    passes: int = 8
    n_pieces: int = 1600
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    seed: int = 1
    minutes_between_saves: float = 5


def sizes_of(labels: Mapping[str, list[str]]) -> dict[str, int]:
    """Number of labels of each head."""
    return {
        "upos": len(labels["upos"]),
        "feats": len(labels["feats"]),
        "lemma": len(labels["lemma"]),
        "relation": len(labels["relation"]),
        "join": 2,
        "sentence": 2,
        "name": len(labels["names"]),
        "role": len(labels["roles"]),
    }


def forward(network: Network, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """What the network says of the atoms of a batch."""
    mask = torch.where(batch["is_piece"], 0.0, _FAR)[:, None, None, :]
    states = network.encode(network.embed(batch), mask)
    index = batch["first"].unsqueeze(-1).expand(-1, -1, states.shape[-1])
    return network.read(states.gather(1, index))


def _arc_loss(scores: Tensor, gold: Tensor, allowed: Tensor) -> Tensor:
    scores = scores.masked_fill(~allowed, _FAR)
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE, reduction="sum")


def losses(network: Network, batch: Mapping[str, Tensor]) -> dict[str, tuple[Tensor, int]]:
    """The summed loss of each head, and the number of atoms that have a label for it."""
    said = forward(network, batch)
    out: dict[str, tuple[Tensor, int]] = {}
    for name in network.heads:
        loss = functional.cross_entropy(
            said[name].flatten(0, 1), batch[name].flatten(), ignore_index=NONE, reduction="sum"
        )
        out[name] = (loss, int((batch[name] != NONE).sum()))
    number = (batch["sentence"] == 1).cumsum(1)
    is_word = batch["join"] != 1
    within = (number[:, :, None] == number[:, None, :]) & is_word[:, None, :]
    out["arcs"] = (_arc_loss(said["arcs"], batch["head"], within), int((batch["head"] != NONE).sum()))
    exists = batch["begins"] != NONE
    out["anchors"] = (
        _arc_loss(said["anchors"], batch["anchor"], exists[:, None, :].expand_as(said["anchors"])),
        int((batch["anchor"] != NONE).sum()),
    )
    out["relation"] = _relation_loss(network, batch, said)
    return out


def _relation_loss(network: Network, batch: Mapping[str, Tensor], said: Mapping[str, Tensor]) -> tuple[Tensor, int]:
    rows, atoms = ((batch["head"] != NONE) & (batch["relation"] != NONE)).nonzero(as_tuple=True)
    if not len(rows):
        return said["low"].sum() * 0, 0
    scores = network.relate(said["low"][rows, atoms], said["high"][rows, batch["head"][rows, atoms]])
    return functional.cross_entropy(scores, batch["relation"][rows, atoms], reduction="sum"), len(rows)


#: Parameters that learn at the rate of the encoder.
_SLOW = ("layers", "norm", "positions")


def optimizer_of(network: Network, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with two rates; the table of pieces stays as it is."""
    network.pieces.weight.requires_grad_(False)
    learning = {name: weights for name, weights in network.named_parameters() if weights.requires_grad}
    encoder = [weights for name, weights in learning.items() if name.startswith(_SLOW)]
    heads = [weights for name, weights in learning.items() if not name.startswith(_SLOW)]
    groups = [{"params": encoder, "top": plan.encoder_rate}, {"params": heads, "top": plan.head_rate}]
    return torch.optim.AdamW(groups, lr=plan.head_rate, weight_decay=0.01, betas=(0.9, 0.98), fused=True)


class Trainer:
    """One training run and its checkpoint."""

    def __init__(self, network: Network, texts: Texts, plan: Plan, specials: Mapping[str, int], out: Path) -> None:
        self._network, self._texts, self._plan, self._specials, self._out = network, texts, plan, specials, out
        self._optimizer = optimizer_of(network, plan)
        self._checkpoint = out / "checkpoint.pt"
        self._device = next(network.parameters()).device
        self._pass, self._step, self._n_steps = 0, 0, 0
        if self._checkpoint.exists():
            self._load()

    def _load(self) -> None:
        kept = torch.load(self._checkpoint, weights_only=True, map_location=self._device)
        self._network.load_state_dict(kept["network"])
        self._optimizer.load_state_dict(kept["optimizer"])
        self._pass, self._step = kept["pass"], kept["step"]
        torch.set_rng_state(kept["random"].cpu())

    def _save(self) -> None:
        aside = self._checkpoint.with_suffix(".tmp")
        kept = {
            "network": self._network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "pass": self._pass,
            "step": self._step,
            "random": torch.get_rng_state(),
        }
        torch.save(kept, aside)
        os.replace(aside, self._checkpoint)

    def _rate(self, done: float) -> float:
        """Share of the top rate when `done` of the training is behind us: up in a line, then down in one."""
        warm = self._plan.warm_up
        return done / warm if done < warm else max(0.0, (1 - done) / (1 - warm))

    def run(self) -> None:
        """Train to the end of the plan."""
        self._network.train()
        saved = time.monotonic()
        while self._pass < self._plan.passes:
            seed = self._plan.seed * 1000 + self._pass
            made = list(batches(one_pass(self._texts, seed), self._plan.n_pieces, seed))
            tally = _Tally()
            for number in range(self._step, len(made)):
                done = (self._pass + number / len(made)) / self._plan.passes
                tally.add(self._learn(made[number], self._rate(done)), sum(len(w["pieces"]) for w in made[number]))
                self._step = number + 1
                if self._step % 50 == 0:
                    tally.tell(f"pass {self._pass + 1}/{self._plan.passes} step {self._step}/{len(made)}")
                if time.monotonic() - saved > 60 * self._plan.minutes_between_saves:
                    self._save()
                    saved = time.monotonic()
            self._pass, self._step = self._pass + 1, 0
            self._save()

    def _learn(self, batch: list[dict[str, object]], rate: float) -> dict[str, tuple[float, int]]:
        for group in self._optimizer.param_groups:
            group["lr"] = group["top"] * rate
        made = {name: column.to(self._device) for name, column in tensors(batch, self._specials).items()}
        found = losses(self._network, made)
        total = sum(WEIGHTS[name] * loss / max(n, 1) * _share(n, found) for name, (loss, n) in found.items())
        total.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self._network.parameters() if p.requires_grad], 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad(set_to_none=True)
        return {name: (float(loss.detach()), n) for name, (loss, n) in found.items()}


def _share(n: int, found: Mapping[str, tuple[Tensor, int]]) -> float:
    """How much a head counts in a batch: by the share of atoms with a label, so that rare ones are not shouted."""
    most = max(count for _, count in found.values())
    return (n / most) ** 0.5 if most else 0.0


class _Tally:
    """Mean losses since the last word, and the speed."""

    def __init__(self) -> None:
        self._began, self._pieces = time.monotonic(), 0
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])

    def add(self, found: Mapping[str, tuple[float, int]], n_pieces: int) -> None:
        self._pieces += n_pieces
        for name, (loss, n) in found.items():
            self._sums[name][0] += loss
            self._sums[name][1] += n

    def tell(self, where: str) -> None:
        parts = " ".join(f"{name} {loss / max(n, 1):.3f}" for name, (loss, n) in self._sums.items())
        speed = self._pieces / (time.monotonic() - self._began)
        sys.stderr.write(f"{where}: {parts} ({speed:.0f} pieces/s)\n")
        sys.stderr.flush()
        self.__init__()  # type: ignore[misc]


def _kept(checkpoint: Path) -> dict[str, Tensor]:
    """The weights of an earlier run."""
    weights: dict[str, Tensor] = torch.load(checkpoint, weights_only=True, map_location="cpu")["network"]
    return weights


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path, help="folder that training.prepare wrote")
    parser.add_argument("model", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("out", type=Path, help="folder for checkpoint.pt")
    parser.add_argument("--start", type=Path, help="checkpoint.pt of an earlier run whose network learns on")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is a GPU")
    for field in dataclasses.fields(Plan):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    args = parser.parse_args(list(argv) if argv is not None else None)
    plan = Plan(**{field.name: getattr(args, field.name) for field in dataclasses.fields(Plan)})
    torch.set_num_threads(args.threads)
    torch.manual_seed(plan.seed)
    labels = json.loads((args.prepared / "labels.json").read_text(encoding="utf-8"))
    vocabulary = read_vocabulary(args.model)
    network = Network(len(vocabulary), sizes_of(labels))
    network.load_state_dict(_kept(args.start) if args.start else pretrained(args.model), strict=bool(args.start))
    args.out.mkdir(parents=True, exist_ok=True)
    network.to(args.device)
    specials = {piece: vocabulary.index(piece) for piece in ("[CLS]", "[SEP]")}
    Trainer(network, Texts(args.prepared / "train.npz"), plan, specials, args.out).run()


if __name__ == "__main__":
    main()
