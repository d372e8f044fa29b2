"""The script that sets up and runs: it says how it is used, and refuses what it does not know."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "dev.py"


def test_without_a_known_word_it_says_how_it_is_used() -> None:
    for words in ([], ["unknown"], ["--help"]):
        done = subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert "dev.py demo" in done.stderr
        assert done.stdout == ""


def test_an_old_python_can_read_it_far_enough_to_be_told() -> None:
    """Syntax newer than Python 3.8 would end in a SyntaxError before the check of the version."""
    ast.parse(SCRIPT.read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(("words", "extra", "asked"), [([], "[dev]", ""), (["--spark"], "[dev,spark]", "1")])
def test_spark_is_installed_and_its_tests_must_run_where_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, words: list[str], extra: str, asked: str
) -> None:
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    dev = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(dev)
    set_up, run = list[str](), list[tuple[str, ...]]()
    monkeypatch.setattr(dev, "set_up", set_up.append)
    monkeypatch.setattr(dev, "run", lambda *words: run.append(words) or 0)
    monkeypatch.setenv("WOOZLE_TEST_SPARK", "")
    assert dev.test([*words, "tests/engines"]) == 0
    assert set_up == [extra]
    assert run[-1] == (*dev.CHECKS[-1], "tests/engines")
    assert os.environ["WOOZLE_TEST_SPARK"] == asked
