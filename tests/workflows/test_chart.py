"""`mplan show --to`: the chart as a page, with the body map; and the map at a date."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import date
from pathlib import Path

from massageplan.documents.words import ENGLISH
from massageplan.workflows import body_maps, show
from massageplan.workflows.load import load_folder, open_practice

EXAMPLES = Path(__file__).parents[2] / "examples"
HOUSE = open_practice(EXAMPLES / "first-visits")
RIVERSIDE = open_practice(EXAMPLES / "riverside")
DAY = date(2026, 11, 20)


def drawings(page: str) -> list[str]:
    """The pictures of a page."""
    return [b64decode(data).decode() for data in re.findall(r"base64,([A-Za-z0-9+/=]+)\">", page) if data[:4] == "PHN2"]


def test_each_line_of_the_chart_is_on_its_page() -> None:
    """Every word that is printed, with the map before the records, and what the map lacks in a sentence."""
    page = show.sheet(HOUSE, "bs-2f9v", DAY).text()
    said = " ".join(re.sub(r"<[^>]+>|&[#a-z0-9]+;", " ", page.partition("<main>")[2]).split())
    plain = re.sub(r"[^\w ]", "", said)
    for line in show.chart(HOUSE, "bs-2f9v", DAY).splitlines():
        words = re.sub(r"[^\w ]", "", re.sub(r"[&<>'\"]", " ", line.replace("  ", " · ")))
        assert " ".join(words.split()) in " ".join(plain.split()), line
    assert "Where it is felt: 2026-06-03" in said
    assert "Not on the map: Tiredness." in said
    map_, legend = drawings(page)
    assert ">6</text>" in map_
    assert ">7 to 10 strong</text>" in legend


def test_a_client_without_symptoms_has_no_map(tmp_path: Path) -> None:
    """The page is there all the same."""
    folder = tmp_path / "clients" / "ab-1a2b"
    folder.mkdir(parents=True)
    (tmp_path / "practice.yaml").write_text("format: 0\nname: P\ntherapists:\n- {id: a, name: A}\n", encoding="utf-8")
    (folder / "client.yaml").write_text("name: Ann B\n", encoding="utf-8")
    page = show.sheet(open_practice(tmp_path), "ab-1a2b", DAY).text()
    assert "<h1>Ann B · ab-1a2b</h1>" in page
    assert drawings(page) == []


def test_the_chart_is_a_pdf_too() -> None:
    """Nothing of it goes over the edge."""
    assert show.sheet(RIVERSIDE, "jd-7k2m", DAY).layout().overfull == ()


def test_the_map_at_a_date_has_the_newest_figures() -> None:
    """Jane's back was 4 when she came, and 2 when she came to the last visit; what it was after it is the table's."""
    folder = load_folder(RIVERSIDE, "jd-7k2m").folder
    first, last = (body_maps.at(RIVERSIDE, folder, day, ENGLISH) for day in (date(2026, 9, 7), DAY))
    assert [spot.number for spot in first.spots] == ["4"]
    assert [spot.key for spot in first.spots] == [spot.key for spot in last.spots]
    assert [spot.number for spot in last.spots] == ["2"]
    assert body_maps.at(RIVERSIDE, folder, date(2026, 9, 1), ENGLISH).spots == ()
