"""Figures on a sheet: at one scale, never scaled on paper, told in words, for the side that is meant."""

from __future__ import annotations

import re
from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from massageplan.documents import drawings
from massageplan.documents.drawings import GROWN, PLACES, ZOOMS, drawn, of_view
from massageplan.documents.handout import build
from massageplan.documents.paper import laid_out
from massageplan.documents.render import render
from massageplan.documents.view import Shown
from massageplan.documents.words import ENGLISH, words
from massageplan.figures import door
from massageplan.store import resources
from massageplan.workflows.language import words_in

from .conftest import given, shipped
from .paper_text import spoken

if TYPE_CHECKING:
    from massageplan.documents.view import HandoutView

REACH = {"base": "standing", "view": "front", "highlight": ["flank.right"],
         "pose": {"lumbar": "bend-left 20", "arm.right": "up"}}  # fmt: skip
BRIDGE = {"base": "hook-lying", "layout": "stack", "props": ["mat"],
          "poses": {"start": {}, "end": {"body": "lean-back 22", "rest": "back", "feet": "stays"}}}  # fmt: skip
SPREAD = {"base": "seated", "props": ["chair"], "poses": {"start": {}, "end": {"arms": "forward"}}, "layout": "pair"}
WORDS = {"do": ["Go."], "prepare": ["Stand."]}
LIBRARY: dict[str, dict[str, Any]] = {
    "side-reach": {"en": {"name": "Side reach", **WORDS}, "figure": REACH},
    "bridge": {"en": {"name": "Bridge", **WORDS}, "figure": BRIDGE},
    "spread": {"en": {"name": "Spread", **WORDS}, "figure": SPREAD},
    "bare": {"en": {"name": "Bare", **WORDS}},
    "heat": {"en": {"name": "Heat", **WORDS}, "figure": "none"},
    "slip": {"en": {"name": "Slip", **WORDS}, "figure": {"base": "standing", "pose": {"lumbar": "bend 3"}}},
}


def sheet(*items: str | dict[str, Any], **changes: Any) -> HandoutView:
    """The view of a sheet with some lines."""
    lines = tuple({"do": item, "reps": "5"} if isinstance(item, str) else item for item in items)
    return build(given(items=lines, exercises=LIBRARY, **changes), changes.pop("words", ENGLISH))


def sizes(view: HandoutView) -> dict[str, tuple[float, float]]:
    """Millimetres of each figure of a sheet."""
    found = {name: re.search(r'width="([0-9.]+)mm" height="([0-9.]+)mm"', svg) for name, svg in of_view(view).items()}
    return {name: (float(match[1]), float(match[2])) for name, match in found.items() if match}


def usual(exercise: str, zoom: float) -> tuple[float, float]:
    """Millimetres of a figure at one scale."""
    drawing = door.picture(door.key_of(LIBRARY[exercise]["figure"]), exercise, zoom=zoom)
    assert drawing is not None
    return drawing.width, drawing.height


def alternatives(pdf: bytes) -> list[str]:
    """The text alternatives of a tagged PDF, in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            walk(node.get("/K", []))

    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    walk(root["/StructTreeRoot"])
    return found


def test_a_line_says_whether_it_has_a_picture() -> None:
    view = sheet("side-reach", "bare", "heat", "slip", "bridge")
    assert [line.figure for line in view.lines] == [True, False, False, False, True]
    assert [bool(line.alt) for line in view.lines] == [True, False, False, False, True]
    assert [figure.name for figure in view.figures] == ["side-reach", "bridge"]


@pytest.mark.parametrize("ids", [("side-reach",), ("bridge",), ("side-reach", "bridge"), ("spread", "bridge"),
                                 ("side-reach", "bridge", "spread")])  # fmt: skip
def test_all_of_a_sheet_are_at_the_largest_scale_at_which_each_fits(ids: tuple[str, ...]) -> None:
    """Drawn anew for it: each is what the engine gives at that scale."""
    view = sheet(*ids)
    wide, high = PLACES[len(ids) - 1]
    fits = [z for z in ZOOMS if all(usual(id, z)[0] <= wide + 0.1 and usual(id, z)[1] <= high + 0.1 for id in ids)]
    assert fits
    assert sizes(view) == {id: usual(id, fits[0]) for id in ids}


def test_a_figure_that_never_fits_makes_all_of_its_sheet_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "PLACES", ((20.0, 60.0),))
    found = sizes(sheet("spread", "side-reach"))
    assert all(wide <= 20.1 for wide, _ in found.values())
    assert found["side-reach"][1] / found["spread"][1] == pytest.approx(
        usual("side-reach", 0.3)[1] / usual("spread", 0.3)[1], rel=0.1
    )


def test_large_print_enlarges_the_finished_drawing() -> None:
    plain, large = sheet("bridge"), sheet("bridge", large=True)
    for side, more in zip(sizes(plain)["bridge"], sizes(large)["bridge"], strict=True):
        assert more == pytest.approx(side * GROWN, abs=0.1)
    lines = [sheet("bridge", "bare", "heat", "slip", large=large) for large in (False, True)]
    assert sizes(lines[1])["bridge"][0] > sizes(lines[0])["bridge"][0] * GROWN  # more room, more pages
    box = re.compile(r'viewBox="[^"]+"')
    assert box.findall(of_view(plain)["bridge"]) == box.findall(of_view(large)["bridge"])
    assert of_view(plain)["bridge"].partition("<g")[2] == of_view(large)["bridge"].partition("<g")[2]


@pytest.mark.parametrize(
    ("where", "mirrored"),
    [
        ("left flank", True),
        ("left", True),
        (["left flank", "left hip"], True),
        ("right flank", False),
        (["left flank", "right flank"], False),
        ("both flank", False),
        (None, False),
    ],
)
def test_a_line_for_the_left_side_is_drawn_for_it(where: str | list[str] | None, mirrored: bool) -> None:
    item = {"do": "side-reach", "reps": "5", **({"where": where} if where else {})}
    view = sheet(item)
    assert view.figures[0].mirrored is mirrored
    assert ("left flank" if mirrored else "right flank") in view.lines[0].alt
    right = sheet("side-reach")
    assert (of_view(view) != of_view(right)) is mirrored


def test_the_words_are_in_the_language_of_the_sheet() -> None:
    spanish = words_in("es")
    assert spanish is not None
    view = build(given(items=({"do": "bridge", "reps": "5"},), exercises=LIBRARY), spanish)
    assert "boca arriba" in view.lines[0].alt
    assert not [missed for missed in spanish.missed if missed in ("standing", "hips lifted", "Shaded: {places}")]


def test_the_page_has_the_picture_and_its_words() -> None:
    """Inside the page, as wide as on paper; the column of all is as wide as the widest."""
    view = sheet("side-reach", "bridge")
    page = render(view, shipped)
    found = re.findall(r'<img alt="([^"]*)" style="--mm:([0-9.]+)" src="data:image/svg\+xml;base64,([^"]+)">', page)
    assert [float(wide) for _, wide, _ in found] == [wide for wide, _ in sizes(view).values()]
    assert [alt for alt, _, _ in found] == [line.alt for line in view.lines]
    assert f'style="--pic:{max(wide for wide, _ in sizes(view).values()):g}"' in page
    assert b64decode(found[0][2]).decode() == of_view(view)["side-reach"]


def test_markdown_has_the_words() -> None:
    view = sheet("bridge")
    text = render(view, shipped, "md")
    assert "hips lifted" in text
    assert "figure:" not in text
    assert "<svg" not in text


@pytest.mark.parametrize("changes", [{}, {"paper": "a4"}, {"large": True}])
def test_paper_has_the_picture_with_its_words_for_a_reader_aloud(changes: dict[str, Any]) -> None:
    view = sheet("side-reach", "bridge", **changes)
    layout = laid_out(view, shipped, "handout/handout.md.j2", words("en"), resources.press())
    assert (layout.overfull, layout.lacking) == ((), ())
    assert alternatives(layout.pdf) == [line.alt for line in view.lines]
    assert "hips lifted" not in spoken(layout.pdf)


def test_nothing_is_drawn_for_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown and a calendar need no picture, so none is made."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a figure was drawn")

    monkeypatch.setattr(door, "picture", never)
    view = sheet("side-reach")
    assert "Side reach" in render(view, shipped, "md")
    with pytest.raises(AssertionError, match="a figure was drawn"):
        render(view, shipped)


def test_a_figure_is_drawn_once_for_all_sheets() -> None:
    shown = Shown(name="a", exercise="bridge", key=door.key_of(BRIDGE))
    drawn((shown,), PLACES[0])
    before = door.picture.cache_info()
    drawn((Shown(name="b", exercise="bridge", key=door.key_of(BRIDGE)),), PLACES[0])
    after = door.picture.cache_info()
    assert after.misses == before.misses
    assert after.hits > before.hits
