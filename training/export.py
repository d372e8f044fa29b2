"""Writes the shipped form of a trained network. ``python -m training.export PREPARED MODEL CHECKPOINT OUT``.

The matrices of the encoder and its heads become bytes (per output row) and are multiplied as integers: activations are
scaled over one window, and a window is a function of the text alone, so the same text always gives the same labels.
What scores pairs of atoms stays float32; the table of pieces becomes int8 with a scale a row.
"""

import argparse
import hashlib
import itertools
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from training.labels import NAMES, ROLES
from training.network import N_HEADS, WIDTH, Arcs, Layer, Network
from training.prepare import read_vocabulary
from training.train import sizes_of
from woozle.toolbox.nlp.trained import weights as shipped
from woozle.toolbox.nlp.trained.windows import OUTPUTS

#: How much the moves between tags count beside the scores; of 0, 0.3 and 0.6 the best on the dev part.
_MOVES, _NEVER = 0.3, -1e4
_PICKED = ("upos", "feats", "lemma")
_GAINED = ("join", "sentence")
_PAIRS = ("arcs", "anchors")
#: The matrices that are multiplied as integers. The heads' give 5 % more speed and change no dev figure
#: by more than 0.2.
_INTEGER = ("q", "k", "v", "out", "up", "down", "heads")


class _Attention(torch.autograd.Function):
    """Attention over all places, as the one operator that the runtime has for it."""

    @staticmethod
    def forward(ctx: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:  # noqa: ARG004
        """States of (1, places, WIDTH) each; gives as much."""
        q, k, v = (part.view(1, -1, N_HEADS, WIDTH // N_HEADS).transpose(1, 2) for part in (q, k, v))
        return functional.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(1, -1, WIDTH)

    @staticmethod
    def symbolic(g: Any, q: Any, k: Any, v: Any) -> Any:
        """The operator in the graph."""
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=N_HEADS).setType(q.type())


def _linear(weight: Tensor, bias: Tensor) -> nn.Linear:
    made = nn.Linear(weight.shape[1], weight.shape[0])
    made.weight.data, made.bias.data = weight.detach(), bias.detach()
    return made


class ShippedLayer(nn.Module):
    """A layer of the encoder as it is shipped: queries, keys and values apart, so that none needs to be cut out."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.q, self.k, self.v = itertools.starmap(
            _linear, zip(layer.qkv.weight.split(WIDTH), layer.qkv.bias.split(WIDTH), strict=True)
        )
        self.out, self.norm, self.up, self.down, self.norm_out = (
            getattr(layer, name) for name in ("out", "norm", "up", "down", "norm_out")
        )

    def forward(self, own: Tensor, x: Tensor) -> Tensor:
        """New states of the places `own`, which are some or all of all places `x`."""
        own = self.norm(own + self.out(_Attention.apply(self.q(own), self.k(x), self.v(x))))
        return self.norm_out(own + self.down(functional.gelu(self.up(own))))


class Shipped(nn.Module):
    """What the runtime calls: one window's embedded pieces and the places of its atoms' first pieces.

    The last layer is computed for these places only, and what the heads read straight off them is one product.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network, self.layers = network, nn.ModuleList(map(ShippedLayer, network.layers))
        parts: dict[str, Any] = dict(network.heads.items())
        for name in _PAIRS:
            parts |= {f"{name}_{side}": getattr(getattr(network, name), side) for side in ("low", "high")}
        parts |= {side: getattr(network, f"relation_{side}") for side in ("low", "high")}
        self.sizes = {name: part.out_features for name, part in parts.items()}
        self.heads = _linear(*(torch.cat([getattr(part, of) for part in parts.values()]) for of in ("weight", "bias")))

    def _pairs(self, arcs: Arcs, low: Tensor, high: Tensor) -> Tensor:
        low, high = functional.relu(low), functional.relu(high)
        scores = low @ arcs.weight @ high.T + arcs.bias(high).T
        return scores + arcs.self_bias(low) * torch.eye(scores.shape[-1])

    def forward(self, embedded: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """The outputs named in `OUTPUTS`."""
        x = self.network.norm(embedded)
        *layers, last = self.layers
        for layer in layers:
            x = layer(x, x)
        read = self.heads(last(x[:, first], x))[0]
        said = dict(zip(self.sizes, read.split(list(self.sizes.values()), -1), strict=True))
        for name in _PAIRS:
            said[name] = self._pairs(getattr(self.network, name), said[f"{name}_low"], said[f"{name}_high"])
        for name in _PICKED:
            said[name] = said[name].argmax(-1)
        for name in _GAINED:
            said[name] = said[name][:, 1] - said[name][:, 0]
        return tuple(said[name] for name in OUTPUTS)


def write_network(network: Network, path: Path) -> None:
    """The encoder with its heads as an ONNX file with integer matrices."""
    example = (torch.zeros(1, 12, WIDTH), torch.tensor([1, 2, 4, 6]))
    axes = {name: {0: "atoms"} for name in OUTPUTS} | {"embedded": {1: "pieces"}, "first": {0: "atoms"}}
    for name in _PAIRS:
        axes[name][1] = "atoms"
    write_integer(Shipped(network), example, Named(("embedded", "first"), OUTPUTS, axes), path)


@dataclass(frozen=True, slots=True)
class Named:
    """Names of what goes into a network and comes out, and which of their axes have any length."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    axes: dict[str, dict[int, str]]


def write_integer(module: nn.Module, example: tuple[Tensor, ...], named: Named, path: Path) -> None:
    """A network as an ONNX file with integer matrices."""
    with tempfile.TemporaryDirectory() as folder:
        plain, folded = Path(folder, "plain.onnx"), Path(folder, "folded.onnx")
        torch.onnx.export(
            module,
            example,
            str(plain),
            input_names=list(named.inputs),
            output_names=list(named.outputs),
            dynamic_axes=named.axes,
            custom_opsets={"com.microsoft": 1},
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
    make_unsigned(path)


def make_unsigned(path: Path) -> None:
    """Move the integer matrices of an ONNX file from int8 to uint8, and their zero points with them: the same products.

    A processor without byte products (AVX2 and no VNNI) adds two products of uint8 and int8 in sixteen bits, which
    overflow: the same file would give other figures there. Products of uint8 and uint8 are whole on all.
    """
    import onnx

    model = onnx.load(str(path))
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            for name in (node.input[1], node.input[3]):
                moved = onnx.numpy_helper.to_array(held[name]).astype(np.int16) + 128
                held[name].CopyFrom(onnx.numpy_helper.from_array(moved.astype(np.uint8), name))
    onnx.save(model, str(path))


def _integer_nodes(path: Path) -> list[str]:
    """Names of the products of the matrices in `_INTEGER`."""
    import onnx

    graph = onnx.load(str(path)).graph
    return [node.name for node in graph.node if node.op_type == "MatMul" and node.name.split("/")[-2] in _INTEGER]


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
