"""Vectors of sentences: whole numbers, the same whatever stood beside the sentence."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from woozle.errors import UsageError
from woozle.toolbox.meaning.encoder import MANIFEST, NETWORK, ONE, likeness, load_model, read_model

FOLDER = Path(str(files("woozle") / "models" / "en"))
BEES = "The bees broke loose on the car deck."
HIVES = "On the vehicle deck several beehives came open."
TULIPS = "Tulips cost less than an hour of parking."


def test_what_means_the_same_lies_near() -> None:
    one, other, third = map(load_model().vector, (BEES, HIVES, TULIPS))
    near, far = likeness([one], [other, third])[0].tolist()
    assert near > 600 > 300 > far
    assert likeness([one], [one])[0, 0] == pytest.approx(1000, abs=2)


def test_what_stood_before_or_beside_changes_nothing() -> None:
    model = load_model()
    alone = model.vector(BEES)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(model.vector, [HIVES, BEES, TULIPS * 40, BEES]))
    assert np.array_equal(made[1], alone)
    assert np.array_equal(made[3], alone)
    assert alone.dtype == np.int64


def test_a_text_without_pieces_and_a_very_long_one_have_vectors() -> None:
    model = load_model()
    assert not model.vector(" \n").any()
    long = model.vector(BEES * 200)
    assert np.sqrt((long * long).sum()) == pytest.approx(ONE, rel=0.01)
    assert likeness([], [long]).shape == (0, 1)


def test_a_changed_file_is_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    shutil.copytree(FOLDER, folder)
    (folder / NETWORK).write_bytes(b"other")
    with pytest.raises(UsageError, match=NETWORK):
        read_model(folder)
    (folder / MANIFEST).unlink()
    with pytest.raises(UsageError, match="cannot be read"):
        read_model(folder)
