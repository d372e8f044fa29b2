"""Writes the shipped form of a trained network. ``python -m training.export PREPARED MODEL CHECKPOINT OUT``.

The encoder's matrices become int8 (per output row) and are multiplied as integers: its activations are scaled over
one window, and a window is a function of the text alone, so the same text always gives the same labels. The heads stay
float32; the table of pieces becomes int8 with a scale a row.
"""

import argparse
import hashlib
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn

from training.labels import NAMES, ROLES
from training.network import WIDTH, Network
from training.prepare import read_vocabulary
from training.train import sizes_of
from woozle.toolbox.nlp.trained import weights as shipped
from woozle.toolbox.nlp.trained.windows import OUTPUTS

#: How much the moves between tags count beside the scores; of 0, 0.3 and 0.6 the best on the dev part.
_MOVES, _NEVER = 0.3, -1e4
_PICKED = ("upos", "feats", "lemma")
_GAINED = ("join", "sentence")
#: The matrices that are multiplied as integers: those of the encoder. The heads' gave 3 % more speed.
_INTEGER = ("qkv", "out", "up", "down")


class Shipped(nn.Module):
    """What the runtime calls: one window's embedded pieces and the places of its atoms' first pieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, embedded: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """The outputs named in `OUTPUTS`."""
        atoms = self.network.encode(embedded, None)[:, first]
        said = {name: value[0] for name, value in self.network.read(atoms).items()}
        for name in _PICKED:
            said[name] = said[name].argmax(-1)
        for name in _GAINED:
            said[name] = said[name][:, 1] - said[name][:, 0]
        return tuple(said[name] for name in OUTPUTS)


def write_network(network: Network, path: Path) -> None:
    """The encoder with its heads as an ONNX file with integer matrices."""
    example = (torch.zeros(1, 12, WIDTH), torch.tensor([1, 2, 4, 6]))
    axes = {name: {0: "atoms"} for name in OUTPUTS} | {"embedded": {1: "pieces"}, "first": {0: "atoms"}}
    for name in ("arcs", "anchors"):
        axes[name][1] = "atoms"
    with tempfile.TemporaryDirectory() as folder:
        plain, folded = Path(folder, "plain.onnx"), Path(folder, "folded.onnx")
        torch.onnx.export(
            Shipped(network),
            example,
            str(plain),
            input_names=["embedded", "first"],
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            dynamo=False,
        )
        quant_pre_process(str(plain), str(folded), skip_symbolic_shape=True)
        quantize_dynamic(
            str(folded),
            str(path),
            weight_type=QuantType.QInt8,
            per_channel=True,
            nodes_to_quantize=_integer_nodes(folded),
        )


def _integer_nodes(path: Path) -> list[str]:
    """Names of the products of the matrices in `_INTEGER`."""
    import onnx

    graph = onnx.load(str(path)).graph
    return [
        node.name
        for node in graph.node
        if node.op_type in ("MatMul", "Gemm") and "/layers." in node.name and node.name.split("/")[-2] in _INTEGER
    ]


def moves(prepared: Path, column: str, n_tags: int) -> np.ndarray:
    """What it gives to go from one tag to the next: how much more often it is seen than chance would have it.

    Taken at a part of its weight: the network knows its neighbours already. What may not follow gives next to nothing.
    """
    with np.load(prepared / "train.npz") as kept:
        tags, edges = kept[column], kept["atom_edges"]
        counts = np.full((n_tags, n_tags), 0.5)
        for first, last in itertools.pairwise(edges):
            pairs = np.stack([tags[first : last - 1], tags[first + 1 : last]])
            np.add.at(counts, tuple(pairs[:, (pairs >= 0).all(0)]), 1)
    gains: np.ndarray = _MOVES * np.log(counts / counts.sum(1, keepdims=True) / (counts.sum(0) / counts.sum()))
    for before, after in itertools.product(range(n_tags), repeat=2):
        if after and after % 2 == 0 and before not in (after, after - 1):
            gains[before, after] = _NEVER
    return gains


def write_tables(network: Network, prepared: Path, out: Path) -> None:
    """The tables of the input, what tells the relation of an arc, and what it gives to go from tag to tag."""
    rows = network.pieces.weight.detach().numpy()
    scales = np.abs(rows).max(1) / 127
    np.save(out / shipped.PIECES, np.round(rows / np.maximum(scales, 1e-12)[:, None]).astype(np.int8))
    tables = {name: getattr(network, name).weight for name in ("positions", "spacing", "shapes", "quoted")}
    tables |= {"relation": network.relation.weight.T, "relation_bias": network.relation.bias}
    tables = {name: value.detach().numpy().astype(np.float16) for name, value in tables.items()}
    for column, labels in (("role", ROLES), ("name", NAMES)):
        tables[f"{column}_moves"] = moves(prepared, column, len(labels)).astype(np.float32)
    np.savez_compressed(out / shipped.TABLES, scales=scales.astype(np.float32), **tables)


def write_manifest(out: Path) -> None:
    """The digests that the runtime holds the files against."""
    names = (shipped.NETWORK, shipped.TABLES, shipped.PIECES, shipped.VOCABULARY, shipped.LABELS)
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    (out / shipped.MANIFEST).write_text(json.dumps({"sha256": digests}, indent=1) + "\n", encoding="utf-8")
    for name in names:
        sys.stderr.write(f"{name}: {(out / name).stat().st_size / 1e6:.1f} MB\n")


def export(network: Network, vocabulary: list[str], prepared: Path, out: Path) -> None:
    """Write a model's folder."""
    out.mkdir(parents=True, exist_ok=True)
    network.eval()
    write_network(network, out / shipped.NETWORK)
    write_tables(network, prepared, out)
    (out / shipped.VOCABULARY).write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    shutil.copy(prepared / shipped.LABELS, out / shipped.LABELS)
    write_manifest(out)


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("prepared", type=Path, help="folder that training.prepare wrote")
    parser.add_argument("model", type=Path, help="folder of all-MiniLM-L6-v2 with vocab.txt")
    parser.add_argument("checkpoint", type=Path, help="checkpoint.pt that training.train wrote")
    parser.add_argument("out", type=Path, help="folder to write, such as src/woozle/models/en")
    args = parser.parse_args(list(argv) if argv is not None else None)
    labels = json.loads((args.prepared / "labels.json").read_text(encoding="utf-8"))
    vocabulary = read_vocabulary(args.model)
    network = Network(len(vocabulary), sizes_of(labels))
    network.load_state_dict(torch.load(args.checkpoint, weights_only=True)["network"])
    export(network, vocabulary, args.prepared, args.out)


if __name__ == "__main__":
    main()
