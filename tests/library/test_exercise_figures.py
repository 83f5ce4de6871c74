"""Every figure of the library: it is drawn, a body can do it, nothing is hidden, and it fits its place on a sheet."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from massageplan.documents import drawings
from massageplan.documents.pictured import alternative
from massageplan.documents.words import words
from massageplan.figures import visible
from massageplan.figures.crops import zoom_of
from massageplan.figures.door import NONE
from massageplan.figures.drawing import draw, panels
from massageplan.figures.figure import Figure
from massageplan.figures.judged import doubts
from massageplan.figures.limits import limits
from massageplan.figures.posing import Posed, pose
from massageplan.figures.reading import read
from massageplan.figures.vocabulary import MOVEMENTS
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources
from massageplan.text import reader

FILES = {
    path.stem: path
    for path in sorted((Path(__file__).parents[2] / "massageplan" / "library" / "exercises").glob("*.yaml"))
}
WITHOUT: frozenset[str] = frozenset()
"""Those that have no posture to show, and say so."""

MOST_WIDE, MOST_HIGH = 66.0, 62.0
"""Millimetres at the usual scale; at the smallest of a sheet it then fits the column of pictures."""

MOST_BYTES = 30_000
FAR = re.compile(r"NaN|nan|inf")


@cache
def said(id: str) -> Any:
    """What stands behind `figure` of an exercise, every scalar as text."""
    document = reader.parse(id, FILES[id].read_bytes()).document
    assert document is not None
    return document.data.get("figure")


@cache
def figure(id: str) -> Figure:
    """The figure of an exercise."""
    found = read(said(id))
    assert found.figure is not None, found.flaws
    return found.figure


@cache
def posed(id: str) -> tuple[Posed, ...]:
    """Its poses."""
    return tuple(pose(figure(id)))


DRAWN = [id for id in FILES if said(id) != NONE]
every_figure = pytest.mark.parametrize("id", DRAWN)


@cache
def library() -> Library:
    """The built-in library."""
    return Library(Schemas(resources.schema), resources.BuiltIn())


def test_each_exercise_has_a_figure_or_says_that_it_has_no_posture_to_show() -> None:
    assert all(said(id) is not None for id in FILES), [id for id in FILES if said(id) is None]
    assert {id for id in FILES if said(id) == NONE} == WITHOUT
    assert len(DRAWN) >= 100


@every_figure
def test_a_body_can_do_it_and_its_tint_is_seen(id: str) -> None:
    assert doubts(figure(id), posed(id), limits(library())) == []
    assert visible.doubts(figure(id), posed(id)) == []


@every_figure
def test_it_fits_its_place_and_is_light(id: str) -> None:
    drawing = draw(figure(id), id, posed=posed(id))
    assert drawing.width <= MOST_WIDE
    assert drawing.height <= MOST_HIGH
    assert len(drawing.svg.encode()) < 1.5 * MOST_BYTES
    assert not FAR.search(drawing.svg)
    smallest = draw(figure(id), id, posed=posed(id), zoom=drawings.ZOOMS[-1])
    wide, high = drawings.PLACES[-1]
    assert smallest.width <= wide
    assert smallest.height <= high


def test_the_median_figure_is_light() -> None:
    sizes = sorted(len(draw(figure(id), id, posed=posed(id)).svg.encode()) for id in DRAWN)
    assert sizes[len(sizes) // 2] <= MOST_BYTES


@every_figure
def test_its_arrows_are_in_the_frame_and_over_everything(id: str) -> None:
    for panel in panels(figure(id), id, posed(id), False, zoom_of(figure(id))):
        left, low, right, high = panel.box
        assert all(left <= x <= right and low <= y <= high for arrow in panel.arrows for x, y in arrow.points)
        assert panel.svg.endswith("".join(arrow.svg for arrow in panel.arrows))


@every_figure
def test_same_bytes_twice_and_another_side(id: str) -> None:
    again = read(said(id)).figure
    assert again is not None
    assert draw(again, id) == draw(figure(id), id, posed=posed(id))
    for one, other in zip(*(panels(figure(id), id, posed(id), side, 1.0) for side in (False, True)), strict=True):
        for part, flipped in zip(one.order, other.order, strict=True):
            assert part.name == flipped.name
            assert part.box[0] == pytest.approx(-flipped.box[2])


@every_figure
@pytest.mark.parametrize("language", ["en", "es"])
def test_it_has_a_text_alternative_in_the_readers_language(id: str, language: str) -> None:
    spoken = words(language, resources.catalogue)
    told = alternative(figure(id), spoken)
    assert len(told) > 12
    assert told.endswith(".")
    assert spoken.missed == set()
    assert "{" not in told


def test_ids_are_one_of_a_kind_in_one_page() -> None:
    page = "".join(draw(figure(id), id, posed=posed(id)).svg for id in DRAWN)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert len(ids) > 10


def test_each_limit_of_a_joint_is_a_movement_of_the_library_with_a_source() -> None:
    limit = limits(library())
    for movement in set(MOVEMENTS.values()):
        found = limit(movement)
        assert found is not None, movement
        most, source = found
        assert 0 < most <= 200
        assert library().has("source", source)


def test_good_and_bad_stand_side_by_side_for_lifting_and_the_desk() -> None:
    for id in ("lift-floor", "desk-setup"):
        assert [stance.mark for stance in figure(id).stances] == ["tick", "cross"]
