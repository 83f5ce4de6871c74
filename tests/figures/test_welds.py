"""Parts that go over into one another are painted as one; folds and limbs that point at the camera keep their line."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from massageplan.figures.camera import Camera
from massageplan.figures.drawing import draw
from massageplan.figures.layers import sort
from massageplan.figures.outline import common, extent, region
from massageplan.figures.person import parts
from massageplan.figures.posing import pose
from massageplan.figures.welds import welded

from .poses import figure, random_poses


def together(data: dict[str, Any]) -> list[set[str]]:
    """Names of the parts that are painted as one, for each such group."""
    read = figure(data)
    made = parts(pose(read)[0].body, Camera(read.view), 1)
    return [{part.name for part in weld.parts} for weld in welded(sort(list(made.values())))]


def one_holds(groups: list[set[str]], *names: str) -> bool:
    """Whether one group has all these parts."""
    return any(group.issuperset(names) for group in groups)


def test_a_straight_limb_has_one_outline() -> None:
    groups = together({"base": "standing", "view": "front", "pose": {"shoulders": "abd 85", "elbows": "flex 0"}})
    assert one_holds(groups, "torso", "arm.left", "forearm.left", "hand.left", "arm.right", "forearm.right")
    assert one_holds(groups, "thigh.left", "shank.left", "foot.left")


def test_a_fold_keeps_its_line() -> None:
    bent = together({"base": "supine", "pose": {"hip.right": "flex 120", "knee.right": "flex 145"}})
    assert not one_holds(bent, "thigh.right", "shank.right")
    assert not one_holds(bent, "torso", "arm.right")


def test_a_limb_that_points_at_the_camera_keeps_its_line() -> None:
    groups = together({"base": "standing", "view": "front", "pose": {"shoulder.left": "flex 90"}})
    assert not one_holds(groups, "torso", "arm.left")


def test_near_and_far_are_never_one() -> None:
    groups = together({"base": "standing", "pose": {"hip.left": "flex 60"}})
    assert not one_holds(groups, "torso", "thigh.left")


@settings(max_examples=40, deadline=None)
@given(random_poses())
def test_nothing_changes_sides_that_lies_on_something(data: dict[str, Any]) -> None:
    """Where two parts share some of the page, the nearer one is still painted later, or the two are one."""
    read = figure(data)
    order = sort(list(parts(pose(read)[0].body, Camera(read.view), 1).values()))
    welds = welded(order)
    assert sorted(part.name for weld in welds for part in weld.parts) == sorted(part.name for part in order)
    place = {part.name: n for n, weld in enumerate(welds) for part in weld.parts}
    covers = [region(part.discs) for part in order]
    for n, front in enumerate(order):
        for m, behind in enumerate(order[:n]):
            if extent(common(covers[n], covers[m])) > 1.0:
                assert place[front.name] >= place[behind.name], (front.name, behind.name)


def test_fingers_keep_their_outlines() -> None:
    read = figure({"base": "standing", "crop": "hand.right", "pose": {"elbow.right": "flex 90"}})
    made = parts(pose(read)[0].body, Camera(read.view), 1, fingers=True)
    for weld in welded(sort(list(made.values()))):
        assert len(weld.parts) == 1 or not any(part.kind.startswith("finger") for part in weld.parts)


def test_one_outline_takes_less_room() -> None:
    assert len(draw(figure({"base": "standing", "view": "front", "pose": {}}), "x").svg) < 12_000
