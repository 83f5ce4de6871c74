"""A face says which way a person looks: both eyes from the front, one from the side, none outside its outline."""

from __future__ import annotations

import re

import pytest

from massageplan.figures import flesh
from massageplan.figures.camera import Camera
from massageplan.figures.face import drawn
from massageplan.figures.outline import contains, silhouette
from massageplan.figures.posing import pose
from massageplan.figures.style import NEAR

from .poses import figure

EYE = re.compile(r'<circle cx="([-.0-9]+)" cy="([-.0-9]+)" r="1.1"')


def eyes(turn: int) -> tuple[list[tuple[float, float]], list[list[tuple[float, float]]]]:
    """Where the eyes of somebody standing are on the page, and the outline of the face."""
    read = figure({"base": "standing", "view": f"turn {turn}, lift 8", "pose": {}})
    body, camera = pose(read)[0].body, Camera(read.view)
    outline = silhouette([camera.discs(hull) for hull in flesh.face(body)])
    svg = "".join(drawn(body, camera, NEAR, False))
    return [(float(x), -float(y)) for x, y in EYE.findall(svg)], outline


@pytest.mark.parametrize("turn", range(0, 181, 6))
def test_no_eye_is_on_the_outline_but_in_profile(turn: int) -> None:
    found, outline = eyes(turn)
    rims = [(x + dx, y) for x, y in found for dx in (-1.1, 1.1)]
    assert len(found) == 1 or all(contains(outline, point) for point in rims)


@pytest.mark.parametrize(("turn", "count"), [(0, 1), (180, 1), (60, 2), (90, 2), (120, 2), (-90, 0)])
def test_as_many_eyes_as_are_seen(turn: int, count: int) -> None:
    assert len(eyes(turn)[0]) == count
