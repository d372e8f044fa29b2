"""The server as a user meets it: a process of its own, its link, its end, a case that cannot be written."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.cli.calling import like_anybody, woozle
from tests.web.cases import case_of
from woozle.cli.calls import meant
from woozle.cli.serve import _get
from woozle.errors import UsageError
from woozle.web import get


@contextmanager
def served(case: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server of a case and the link that it names."""
    process = subprocess.Popen(
        [sys.executable, "-m", "woozle", "serve", str(case), "-p", "0", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=like_anybody,  # noqa: PLW1509
    )
    try:
        assert process.stdout
        yield process.stdout.readline().strip(), process
    finally:
        process.kill()
        process.communicate()


def test_it_answers_on_this_machine_only_and_ends_with_ctrl_c(sample_case: Path) -> None:
    with served(sample_case) as (link, process), httpx.Client(follow_redirects=True, trust_env=False) as browser:
        assert link.startswith("http://127.0.0.1:")
        answer = browser.get(link)
        assert answer.status_code == 200
        assert "Three trucks without plates" in answer.text
        assert "server" not in answer.headers
        port = httpx.URL(link).port
        assert port
        others = {found[4][0] for found in socket.getaddrinfo(socket.gethostname(), port, socket.AF_INET)}
        for address in others - {"127.0.0.1", "127.0.1.1"}:
            with socket.socket() as probe:
                assert probe.connect_ex((address, port)) != 0
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def _review_is_off(browser: httpx.Client, link: httpx.URL) -> None:
    page = browser.get(str(link.join("/review"))).text
    assert "Review is off: the case cannot be written." in page
    assert 'name="verdict"' not in page
    token = page.partition('name="token" value="')[2].partition('"')[0]
    answer = browser.post(
        str(link.join("/review")),
        data={"token": token, "question": "0" * 16, "verdict": "unsure", "who": "Mira"},
        headers={"origin": f"http://{link.host}:{link.port}"},
    )
    assert (answer.status_code, "Review is off" in answer.text) == (403, True)


def test_a_case_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    folders = [case, *(path for path in case.rglob("*") if path.is_dir())]
    for folder in folders:
        os.chmod(folder, 0o555)
    try:
        with served(case) as (link, _), httpx.Client(follow_redirects=True, trust_env=False) as browser:
            assert browser.get(link).status_code == 200
            assert browser.get(str(httpx.URL(link).join("/claims.json"))).json()["n"] == 6
            _review_is_off(browser, httpx.URL(link))
    finally:
        for folder in folders:
            os.chmod(folder, 0o755)


def test_a_taken_port_is_said(sample_case: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = woozle("serve", sample_case, "-p", str(taken.getsockname()[1]))
    assert done.code == 2
    assert "choose another" in done.err


def test_a_page_without_a_server(sample_case: Path, tmp_path: Path) -> None:
    done = woozle("serve", sample_case, "--get", "/claims.json?voices=2")
    assert (done.code, done.json["n"]) == (0, 1)
    assert woozle("serve", sample_case, "--get", "/nowhere").code == 1
    assert woozle("serve", tmp_path / "lost.woozle", "--get", "/").code == 1


def test_an_address_is_answered_as_the_server_would(sample_case: Path) -> None:
    assert get(sample_case, "/").content.startswith(b"<!doctype html>")
    assert get(sample_case, "/assets/woozle.css").kind == "text/css; charset=utf-8"
    found = {path: get(sample_case, path).status for path in ("/claims?page=0", "/nowhere", "/claim/%ff")}
    assert found == {"/claims?page=0": 400, "/nowhere": 404, "/claim/%ff": 404}
    with pytest.raises(UsageError, match="slash"):
        _get(str(sample_case), "claims")


@pytest.mark.parametrize("words", [["-o"], ["--open", "-p", "0"]])
def test_a_path_with_open_means_its_pages(words: list[str]) -> None:
    assert meant(["lost.woozle", *words]) == ["serve", "lost.woozle", *words]
    assert meant(["lost.woozle"]) == ["status", "lost.woozle"]
