"""The network: one small encoder, and a head for each thing that is read off it."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, N_HEADS, INNER, N_LAYERS = 384, 12, 1536, 6
#: Widths of the two sides of an arc, and of the common layer that tells its relation.
ARC, ANCHOR, RELATION = 256, 128, 192
N_SPACING, N_SHAPES, N_QUOTED = 4, 9, 3
LONGEST = 512


class Drop(nn.Module):
    """Dropout that takes the same features from every place (Gal and Ghahramani 2016): it costs next to nothing."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """`x` of (batch, places, features), or (places, features), thinned while training."""
        if not self.training or not self.share:
            return x
        shape = (*x.shape[:-2], 1, x.shape[-1])
        return x * (torch.rand(shape, device=x.device) >= self.share) * (1 / (1 - self.share))


class Layer(nn.Module):
    """One layer of a BERT encoder (Devlin et al. 2019), norms behind."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """States of (batch, pieces, WIDTH); `mask` is added to the attention's scores."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, N_HEADS, WIDTH // N_HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q * (1 / math.sqrt(WIDTH // N_HEADS))) @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores + mask
        seen = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + self.drop(self.out(seen)))
        return self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Arcs(nn.Module):
    """Scores of every atom as the head of every atom (Dozat and Manning 2017): (batch, atoms, heads)."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.low, self.high = nn.Linear(WIDTH, width), nn.Linear(WIDTH, width)
        self.weight = nn.Parameter(torch.zeros(width, width))
        self.bias = nn.Linear(width, 1, bias=False)
        self.self_bias = nn.Linear(width, 1)
        self.drop = Drop(dropout)

    def forward(self, atoms: Tensor) -> Tensor:
        """Scores; the diagonal is that of having no head."""
        low = self.drop(functional.relu(self.low(atoms)))
        high = self.drop(functional.relu(self.high(atoms)))
        scores = low @ self.weight @ high.transpose(-1, -2) + self.bias(high).transpose(-1, -2)
        return scores + self.self_bias(low) * torch.eye(scores.shape[-1], device=scores.device)


class Network(nn.Module):
    """Encoder and heads. ``sizes``: number of labels of each tagging head."""

    def __init__(self, n_pieces: int, sizes: Mapping[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(n_pieces, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.spacing = nn.Embedding(N_SPACING, WIDTH)
        self.shapes = nn.Embedding(N_SHAPES, WIDTH)
        self.quoted = nn.Embedding(N_QUOTED, WIDTH)
        for table in (self.spacing, self.shapes, self.quoted):
            nn.init.normal_(table.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(N_LAYERS))
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in sizes.items() if name != "relation"})
        self.arcs = Arcs(ARC, dropout)
        self.anchors = Arcs(ANCHOR, dropout)
        self.relation_low, self.relation_high = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, sizes["relation"])
        self.drop = Drop(dropout)

    def embed(self, inputs: Mapping[str, Tensor]) -> Tensor:
        """The sum of the tables' rows, before its norm."""
        own = torch.arange(inputs["pieces"].shape[-1])
        return (
            self.pieces(inputs["pieces"])
            + self.positions(own.to(inputs["pieces"].device))
            + self.spacing(inputs["spacing"])
            + self.shapes(inputs["shapes"])
            + self.quoted(inputs["quoted"])
        )

    def encode(self, embedded: Tensor, mask: Tensor | None) -> Tensor:
        """States of the pieces."""
        x = self.drop(self.norm(embedded))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read(self, atoms: Tensor) -> dict[str, Tensor]:
        """What the heads say of atoms (batch, atoms, WIDTH)."""
        dropped = self.drop(atoms)
        out = {name: head(dropped) for name, head in self.heads.items()}
        out["arcs"], out["anchors"] = self.arcs(dropped), self.anchors(dropped)
        out["low"], out["high"] = self.relation_low(dropped), self.relation_high(dropped)
        return out

    def relate(self, low: Tensor, high: Tensor) -> Tensor:
        """Scores of relations between atoms and their heads, pair by pair."""
        return self.relation(self.drop(functional.relu(low + high)))


_NAMES = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_out",
}


def pretrained(model: Path) -> dict[str, Tensor]:
    """The weights of a BERT in a ``model.safetensors`` by our names; segment 0 goes into the positions."""
    raw = read_safetensors(model / "model.safetensors")
    out = {
        "pieces.weight": raw["embeddings.word_embeddings.weight"],
        "positions.weight": raw["embeddings.position_embeddings.weight"][:LONGEST]
        + raw["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    for number in range(N_LAYERS):
        theirs, ours = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            for their, our in _NAMES.items():
                out[f"{ours}{our}.{part}"] = raw[f"{theirs}{their}.{part}"]
            out[f"{ours}qkv.{part}"] = torch.cat(
                [raw[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
    return out


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The arrays of a file of float32 tensors; the form is a length, a JSON header, then the numbers."""
    content = path.read_bytes()
    size = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + size])
    out = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            first, last = about["data_offsets"]
            numbers = torch.frombuffer(bytearray(content[8 + size + first : 8 + size + last]), dtype=torch.float32)
            out[name.removeprefix("bert.")] = numbers.view(about["shape"])
    return out
