"""woozle judge: decide, list, take back."""

import json
from pathlib import Path

from tests.cli.calling import woozle


def claims(case: Path) -> list[str]:
    return [row["id"] for row in woozle("claims", case, "--limit", "0", "--json").json["claims"]]


def test_two_claims_are_judged_listed_and_taken_apart(small: Path, tmp_path: Path) -> None:
    first, second = claims(small)[:2]
    done = woozle("judge", small, "same", "claim", first, second, "--why", "one thing", "--who", "Mira")
    assert done.code == 0
    assert done.out.splitlines()[0].startswith("   1  same claim")
    assert "Mira" in done.out
    assert "one thing" in done.out
    assert "the record follows" in done.err
    assert second not in claims(small)
    listed = woozle("judge", small, "--list", "--json").json
    assert (listed["n_stale"], listed["decisions"][0]["who"]) == (0, "Mira")
    assert "Decided (claim, same) by Mira" in woozle("explain", small, first).out
    assert "1 decisions" in woozle("status", small).out
    woozle("export", small, "--to", tmp_path / "out")
    (row,) = [json.loads(line) for line in (tmp_path / "out" / "decisions.jsonl").read_text().splitlines()]
    assert (row["verdict"], row["subject_ids"], row["undone_by"]) == ("same", [first, second], None)
    taken = woozle("judge", small, "--undo", "last", "--json", WOOZLE_WHO="Ivo")
    assert taken.json["decisions"][0]["who"] == "Ivo"
    assert second in claims(small)
    assert "[undone]" in woozle("judge", small, "--list").out
    assert woozle("verify", small).code == 0


def test_kind_and_verdict_may_change_places(small: Path) -> None:
    done = woozle("judge", small, "claim", "unsure", claims(small)[0], "--json")
    assert (done.code, done.json["decisions"][0]["verdict"]) == (0, "unsure")
    assert done.json["decisions"][0]["who"]


def test_a_wrong_call_says_what_there_is(small: Path) -> None:
    for words in ((), ("same",), ("same", "bridge", "a"), ("accept", "same", "a")):
        done = woozle("judge", small, *words)
        assert done.code == 2
        assert "give a verdict, a kind and ids" in done.err
    assert woozle("judge", small, "same", "claim", claims(small)[0]).code == 2
    assert woozle("judge", small, "--undo", "12").code == 2
    assert "nothing was decided" in woozle("judge", small, "--list").err
