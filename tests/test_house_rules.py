"""The house rules that a machine can check: sizes, imports, first lines, and what importing does."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from woozle.config import VERSION

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "woozle"
MODULES = sorted(SOURCE.rglob("*.py"))
OURS = sorted(path for folder in ("src", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py"))
TEXTS = sorted(
    path
    for pattern in ("*", "docs/**/*", "src/**/*", "tests/**/*", "benchmarks/**/*", ".ci/*")
    for path in ROOT.glob(pattern)
    if path.suffix in {".py", ".md", ".toml", ".cff", ".sql", ".css", ".js", ".html", ".j2", ".txt", ".json", ""}
    and path.is_file()
    and "__pycache__" not in path.parts
    and not any(part.endswith(".egg-info") for part in path.parts)
)
#: Which modules may import a package; whatever else wants it asks these.
HOMES = {
    "duckdb": {"engines/asking.py", "engines/local.py"},
    "sqlite3": {"store/book.py"},
    "pebble": {"engines/pool.py"},
    "tomlkit": {"store/folder.py"},
    "charset_normalizer": {"toolbox/text/encoding.py"},
    "pyarrow": {f"engines/{name}.py" for name in ("asking", "batches", "lasting", "local")}
    | {"model/arrow.py", "store/collected/parquet.py", "store/left.py", "store/nearness.py", "toolbox/parquet.py"},
    "pyspark": {"engines/cluster.py", "engines/spark.py"},
    "py4j": {"engines/cluster.py"},
    "sqlglot": {"engines/dialect.py", "engines/spark.py"},
    "httpx": {"toolbox/nlp/adapters/posting.py"},
    "starlette": {f"web/{name}.py" for name in ("app", "guard", "review", "within")},
    "uvicorn": {"web/server.py"},
    "onnxruntime": {"toolbox/nlp/trained/weights.py"},
    "numpy": {f"toolbox/nlp/trained/{name}.py" for name in ("reading", "spans", "trees", "weights", "windows")}
    | {f"toolbox/copying/{name}.py" for name in ("align", "alike", "prints", "reworded", "shelves", "split")}
    | {f"toolbox/meaning/{name}.py" for name in ("directions", "encoder", "words")}
    | {"toolbox/where/packed.py"}
    | {"pairwise.py", "compare.py", "engines/batches.py", "engines/lasting.py"}
    | {"stages/copies/candidates.py", "stages/copies/reading.py"},
}
#: Packages that no module may import.
BARRED = {"torch", "spacy", "transformers", "pandas", "requests", "socket", "urllib"}
#: What must not be loaded by ``import woozle`` alone: each costs more time than the whole import may take.
HEAVY = (
    "httpx",
    "numpy",
    "onnxruntime",
    "spacy",
    "duckdb",
    "pyarrow",
    "trafilatura",
    "htmldate",
    "lxml",
    "jinja2",
    "starlette",
    "uvicorn",
    "typer",
    "rich",
    "sqlite3",
    "multiprocessing",
    "pyspark",
    "sqlglot",
)
#: Packages of an extra that the tests run without.
EXTRA = ("pyspark", "py4j", "sqlglot")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """The modules that a node imports, by full name."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield "." * node.level + (node.module or "")


def python(code: str) -> str:
    """What a fresh interpreter prints for some code."""
    words = [sys.executable, "-I", "-B", "-c", code]
    done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("path", OURS, ids=name)
def test_a_module_is_short_and_says_what_it_does(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400, "split it: one module does one thing"
    first = (ast.get_docstring(ast.parse(text)) or "").split("\n")[0]
    if text.strip():
        assert first.endswith((".", ":", "!", "?")), "the first line of a module says its one thing"


#: What loads others when they are first used, so that whoever reads a record need not wait for all that makes one.
LOADING_LATE = (SOURCE / "__init__.py", SOURCE / "case.py")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_stand_at_the_top_and_are_absolute(path: Path) -> None:
    module = tree(path)
    functions = [node for node in ast.walk(module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inside = [found for function in functions for node in ast.walk(function) for found in imported(node)]
    assert inside == [], "no import in a function: a circle is a design fault"
    assert not [found for node in ast.walk(module) for found in imported(node) if found.startswith(".")]
    if path not in LOADING_LATE:
        assert "TYPE_CHECKING" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_package_is_imported_only_where_it_lives(path: Path) -> None:
    here = str(path.relative_to(SOURCE))
    found = {whole.split(".")[0] for node in ast.walk(tree(path)) for whole in imported(node)}
    assert found & BARRED == set()
    assert not [package for package in found & set(HOMES) if here not in HOMES[package]]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_holds_no_state(path: Path) -> None:
    """An empty list, dict or set at module level is there to be filled: that is state."""
    for node in tree(path).body:
        value = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else None
        is_empty = isinstance(value, ast.List | ast.Dict) and not getattr(value, "elts", getattr(value, "keys", None))
        is_made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and not value.args
        assert not is_empty
        assert not (is_made and value.func.id in {"list", "dict", "set", "defaultdict", "Counter"})
        assert not isinstance(node, ast.Global)


def test_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = f"import sys, woozle; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    assert python(code).split() == []


def test_importing_every_module_does_nothing() -> None:
    """No file is written, no program started, no socket opened by any import; an absent extra is left out."""
    names = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in MODULES]
    names = [whole.removesuffix(".__init__") for whole in names if not whole.endswith("__main__")]
    code = f"""
import sys
seen = []
def hook(event, args):
    is_write = event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+")
    is_act = event.startswith(("socket.connect", "socket.bind", "subprocess", "os.mkdir", "os.rename", "os.remove"))
    if is_write or is_act:
        seen.append((event, str(args)[:200]))
sys.addaudithook(hook)
import importlib
for name in {names!r}:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        if str(error.name).split(".")[0] not in {EXTRA!r}:
            raise
print(*seen)
"""
    assert python(code).strip() == ""


def test_the_version_is_told_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert re.search(rf"^version: [\"']?{re.escape(VERSION)}[\"']?$", citation, re.M)


@pytest.mark.parametrize("path", TEXTS, ids=name)
def test_nothing_is_left_open_and_no_machine_is_named(path: Path) -> None:
    text = path.read_text("utf-8")
    left = re.search(r"\b(?:TO" + r"DO|FIX" + r"ME|HA" + r"CK|X{3}:|NotImplemented" + r"Error)\b", text)
    assert left is None, f"{left and left[0]}: finish it, or leave it out"
    machine = re.search(r"(?<![\w.<])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me|Us" + r"ers)/\w+", text)
    assert machine is None, f"{machine and machine[0]} is a path of one machine"


@pytest.mark.parametrize("path", [path for path in TEXTS if path.suffix == ".md"], ids=name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)\s#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
