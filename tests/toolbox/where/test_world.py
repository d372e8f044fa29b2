"""What the shipped gazetteer knows, and what a project's list adds to it."""

from pathlib import Path

import pytest

from woozle.errors import UsageError
from woozle.toolbox.where import load_world
from woozle.toolbox.where.listed import read_listed
from woozle.toolbox.where.packed import load_packed

DUMP = "\t".join(
    "123 Orle Orle Orlje,Орле,OR,Orlivka 45.5 21.25 P PPL RS  VO    4100  90 Europe/Belgrade 2024-01-01".split(" ")
)


def kinds(name: str) -> set[tuple[str, str | None]]:
    return {(entry.kind, entry.country) for entry in load_world().find(name)}


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Ukraine", "country", "UA"),
        ("U.K.", "country", "GB"),
        ("Bakhmut", "town", "UA"),
        ("Artemivsk", "town", "UA"),
        ("Kiev", "town", "UA"),
        ("Queensland", "admin1", "AU"),
        ("Devon", "district", "GB"),
        ("Donbass", "region", "UA"),
        ("Black Sea", "region", None),
    ],
)
def test_it_knows_towns_areas_waters_and_their_old_names(name: str, kind: str, country: str | None) -> None:
    assert (kind, country) in kinds(name)


def test_it_knows_no_invented_name() -> None:
    assert load_world().find("Velanoa Brunsk") == ()


def test_a_town_says_in_which_area_it_lies_and_whether_it_is_a_capital() -> None:
    world = load_world()
    kyiv = max(world.find("Kyiv"), key=lambda entry: entry.population if entry.kind == "town" else 0)
    assert kyiv.is_capital
    assert kyiv.id == "geonames:703448"
    assert world.area_name("UA.05") == "Donetsk"
    assert world.area_name("UA.99") is None


def test_a_romanised_form_finds_what_has_no_name_of_its_own() -> None:
    (found,) = load_packed().find("Shebekyno")
    assert (found.match, found.country) == ("loose", "RU")
    assert load_packed().find("Shebekino")[0].match == "own"


def test_a_dump_of_geonames_is_read(tmp_path: Path) -> None:
    path = tmp_path / "RS.txt"
    path.write_text(f"{DUMP}\n", encoding="utf-8")
    (entry,) = read_listed(path).find("Orle")
    assert (entry.kind, entry.country, entry.area, entry.id) == ("town", "RS", "RS.VO", "geonames:123")
    assert (entry.latitude, entry.longitude, entry.population) == (45.5, 21.25, 4100)
    assert read_listed(path).find("Orlivka")[0].match == "other"
    assert read_listed(path).find("OR") == ()


def test_names_of_a_projects_list_hide_the_same_names_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_text(
        "name,other_names,latitude,longitude,kind,country,id\nBakhmut,Hill 117;Bachmut,1.5,2.5,town,ua,x:1\n",
        encoding="utf-8",
    )
    world = load_world(str(path))
    assert [entry.id for entry in world.find("Bakhmut")] == ["x:1"]
    assert [entry.match for entry in world.find("Hill 117")] == ["other"]
    assert world.find("Kherson") == load_world().find("Kherson")


@pytest.mark.parametrize(
    "text",
    [
        "name,lat\nOrle,1\n",
        "name,latitude,longitude\nOrle,north,2\n",
        "name,latitude,longitude\n ,1,2\n",
        "name,latitude,longitude,kind\nOrle,1,2,moon\n",
        "",
    ],
)
def test_what_is_no_gazetteer_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"places\.csv"):
        read_listed(path)
    with pytest.raises(UsageError, match="gazetteer"):
        read_listed(tmp_path / "none.csv")
