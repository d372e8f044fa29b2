"""Sets Woozle up in .venv beside this file and runs one thing in it. Needs Python 3.11 or newer and its own pip only.

python3 dev.py demo            set up, then build the worked example and name its report
python3 dev.py test            set up with the developers' tools, then run every check and test
python3 dev.py test --spark    the same with PySpark, half a gigabyte that pip builds for a minute or more: the tests on
                               Spark, which are passed over where it or Java is missing, must then run
python3 dev.py woozle ARGS…    set up, then run any Woozle command
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")

CHECKS = (
    ("ruff", "check", "src", "tests", "training", "benchmarks", "docs", "dev.py"),
    ("ruff", "format", "--check", "src", "tests", "training", "benchmarks", "docs", "dev.py"),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "2", "--dist", "loadgroup", "--hypothesis-profile", "ci"),
)


def say(text: str) -> None:
    """Tell the user; standard output is for data."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def set_up(extra: str) -> None:
    """Make .venv and install Woozle there, editable; does nothing where pyproject.toml has not changed since."""
    wanted = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + extra.encode()).hexdigest()
    stamp = HOME / f"set-up{extra or '-plain'}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"setting up {HOME}")
    if not (HOME / "pyvenv.cfg").exists() or not any(BIN.glob("pip*")):
        venv.create(HOME, with_pip=True, clear=True)
    python = str(BIN / "python")
    # PySpark comes as source only; the pip of Python 3.11 does not build it without the second word.
    source = ["--no-binary", "pyspark", "--use-pep517"] if "spark" in extra else []
    words = [python, "-m", "pip", "install", "-q", "--only-binary", ":all:", *source, "-e", f".{extra}"]
    subprocess.run(words, cwd=HERE, check=True)
    stamp.write_text(wanted)


def run(*words: str) -> int:
    """Run a program of .venv and give its exit code."""
    say("$ " + " ".join(words))
    return subprocess.run([str(BIN / words[0]), *words[1:]], cwd=HERE, check=False).returncode


def test(more: list[str]) -> int:
    """Every check, then every test; all of them run, and the first that failed gives the exit code."""
    # Tests start hundreds of processes, and each would compile all of the program again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    is_on_spark = "--spark" in more
    if is_on_spark:
        os.environ["WOOZLE_TEST_SPARK"] = "1"
        more = [word for word in more if word != "--spark"]
    set_up("[dev,spark]" if is_on_spark else "[dev]")
    failed = [code for words in CHECKS if (code := run(*words, *(more if words[0] == "pytest" else ())))]
    return failed[0] if failed else 0


def main() -> int:
    """Do what the first word says."""
    verb, more = (sys.argv[1:2] or [""])[0], sys.argv[2:]
    if verb == "test":
        return test(more)
    if verb not in ("demo", "woozle"):
        say(__doc__ or "")
        return 2
    set_up("")
    words = ["demo", *more] if verb == "demo" else more
    return subprocess.run([str(BIN / "woozle"), *words], check=False).returncode


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        sys.exit("Woozle needs Python 3.11 or newer")
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(f"setting up failed (pip's exit code was {error.returncode}); its message stands above")
    except KeyboardInterrupt:
        sys.exit(130)
