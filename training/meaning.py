"""Writes the shipped sentence model. ``python -m training.meaning MODEL OUT``.

MODEL is the folder of all-MiniLM-L6-v2, as its makers trained it; nothing is learned here. The matrices become int8;
activations are scaled over the one sentence that is run, so that nothing beside it changes its vector. The table of
word pieces is the one of the English engine in OUT, which its training leaves as it is.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.export import Named, ShippedLayer, write_integer
from training.network import N_LAYERS, WIDTH, Layer, pretrained
from training.prepare import read_vocabulary
from woozle.toolbox.meaning import encoder
from woozle.toolbox.nlp.trained.weights import PIECES, VOCABULARY


class Sentences(nn.Module):
    """What the runtime calls: one sentence's embedded pieces in, the mean of their states out."""

    def __init__(self, weights: dict[str, Tensor]) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        layers = nn.ModuleList(Layer(0.0) for _ in range(N_LAYERS))
        own = nn.ModuleDict({"norm": self.norm, "layers": layers})
        own.load_state_dict({name: value for name, value in weights.items() if name in own.state_dict()})
        self.layers = nn.ModuleList(map(ShippedLayer, layers))

    def forward(self, embedded: Tensor) -> Tensor:
        """(1, pieces, WIDTH) to (1, WIDTH)."""
        x = self.norm(embedded)
        for layer in self.layers:
            x = layer(x, x)
        return x.mean(1)


def rows_of(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A table as int8 rows and what each is multiplied with."""
    scales = np.abs(table).max(1) / 127
    return np.round(table / np.maximum(scales, 1e-12)[:, None]).astype(np.int8), scales.astype(np.float32)


def export(model: Path, out: Path) -> None:
    """Write the sentence model beside an English engine.

    Raises:
        SystemExit: the engine's table of pieces or vocabulary is not this model's.
    """
    weights = pretrained(model)
    rows, scales = rows_of(weights["pieces.weight"].numpy())
    known = (out / VOCABULARY).read_text(encoding="utf-8").splitlines()
    if not np.array_equal(rows, np.load(out / PIECES)) or known != read_vocabulary(model):
        sys.exit(
            f"the word pieces in {out} are not those of {model}: export an engine that began with this model first"
        )
    named = Named(("embedded",), ("mean",), {"embedded": {1: "pieces"}})
    write_integer(Sentences(weights).eval(), (torch.zeros(1, 12, WIDTH),), named, out / encoder.NETWORK)
    positions = weights["positions.weight"].numpy()[: encoder.LONGEST]
    np.savez_compressed(out / encoder.TABLES, scales=scales, positions=positions.astype(np.float16))
    names = (encoder.NETWORK, encoder.TABLES, PIECES, VOCABULARY)
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    (out / encoder.MANIFEST).write_text(json.dumps({"sha256": digests}, indent=1) + "\n", encoding="utf-8")


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder of all-MiniLM-L6-v2 with vocab.txt and model.safetensors")
    parser.add_argument("out", type=Path, help="folder of the English engine, such as src/woozle/models/en")
    args = parser.parse_args(list(argv) if argv is not None else None)
    export(args.model, args.out)


if __name__ == "__main__":
    main()
