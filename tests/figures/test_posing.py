"""A posed body: its bones keep their length, it stands on the floor, hands and feet are where they were told to be."""

from __future__ import annotations

from math import isclose
from typing import Any

import pytest
from hypothesis import given, settings

from massageplan.figures.bases import BASES
from massageplan.figures.body import ANKLE_HEIGHT, ARM, FOREARM, HEIGHT, SHANK, THIGH, Body
from massageplan.figures.judged import GIVES_WAY, centre_of_mass, lowest_parts
from massageplan.figures.places import PLACES, SIDED_PLACES, place
from massageplan.figures.posing import pose
from massageplan.figures.resting import away, lowest
from massageplan.figures.vectors import axis, cross, dot, length, sub
from massageplan.figures.zones import MIDDLE_ZONES, ZONES, zone

from .poses import BRIDGE, CAT, CHILD, CURL, FIGURE_FOUR, LUNGE, figure, posed, random_poses

BONES = (("thigh", "shank", THIGH), ("shank", "foot", SHANK), ("arm", "forearm", ARM), ("forearm", "hand", FOREARM))
EVERY = (CAT, BRIDGE, CURL, CHILD, LUNGE, FIGURE_FOUR)


def assert_sound(body: Body) -> None:
    """Each bone has its length and each segment's rotation is one."""
    for side in ("left", "right"):
        for upper, lower, size in BONES:
            assert isclose(away(body.centre(f"{upper}.{side}"), body.centre(f"{lower}.{side}")), size, abs_tol=0.01)
    for matrix, _ in body.frames.values():
        x, y, z = (axis(matrix, number) for number in range(3))
        assert isclose(length(x), 1, abs_tol=1e-6)
        assert isclose(length(z), 1, abs_tol=1e-6)
        assert isclose(dot(x, z), 0, abs_tol=1e-6)
        assert length(sub(cross(z, x), y)) < 1e-6


@settings(max_examples=150, deadline=None)
@given(random_poses())
def test_a_random_pose_keeps_its_bones(data: dict[str, Any]) -> None:
    for one in pose(figure(data)):
        assert_sound(one.body)
        assert all(-300 < value < 300 for _, centre in one.body.frames.values() for value in centre)


@pytest.mark.parametrize("data", EVERY)
def test_a_pose_that_reaches_keeps_its_bones(data: dict[str, Any]) -> None:
    for one in pose(figure(data)):
        assert_sound(one.body)
        assert one.notes == []


@pytest.mark.parametrize("base", sorted(BASES))
def test_a_base_stands_on_the_floor(base: str) -> None:
    low = lowest_parts(posed(base).body)
    assert abs(min(low.values())) < GIVES_WAY, low


@pytest.mark.parametrize("data", EVERY)
def test_all_groups_that_rest_touch_the_floor(data: dict[str, Any]) -> None:
    for one in pose(figure(data)):
        for group in one.rest:
            assert abs(lowest(one.body, group)) < 0.3, (one.stance.name, group)


def test_a_standing_person_is_as_tall_as_was_said_and_in_balance() -> None:
    body = posed("standing", knees="flex 0").body
    assert isclose(
        away(body.centre("foot.left"), (body.centre("foot.left")[0], body.centre("foot.left")[1], 0)),
        ANKLE_HEIGHT,
        abs_tol=0.8,
    )
    top = max(place(body, name)[0][2] for name in ("head-top", "forehead"))
    assert abs(top - HEIGHT) < 12
    assert abs(centre_of_mass(body)[0] - body.centre("foot.left")[0]) < 8


@pytest.mark.parametrize(
    ("limb", "where"),
    [("hand_right", "knee.right"), ("hand_left", "thigh.left"), ("hand_right", "belly"), ("hand_left", "crown.right")],
)
def test_a_hand_lies_on_its_place(limb: str, where: str) -> None:
    one = posed("seated", body="lean 18", **{limb: f"on {where}"})
    point, _ = place(one.body, where)
    name = limb.replace("_", ".")
    palm = [one.body.limb(name, (0, 0, -share)) for share in (0.02, 0.03, 0.04, 0.05, 0.06)]
    assert min(away(spot, point) for spot in palm) < 4.5
    assert one.notes == []


def test_a_hand_that_cannot_reach_is_told() -> None:
    assert posed("standing", hand_right="on heel.left").notes == ["The hand (right) is 74 cm out of reach."]


def test_two_groups_that_can_never_both_touch_are_told() -> None:
    assert posed("standing", rest="feet, head").notes == ["The body cannot rest on both feet and head."]


def test_feet_that_stay_do_not_move() -> None:
    first, last = pose(figure(BRIDGE))
    for side in ("left", "right"):
        assert away(first.body.centre(f"foot.{side}"), last.body.centre(f"foot.{side}")) < 0.1


def test_a_flat_foot_is_flat_and_a_shifted_one_higher() -> None:
    for up in (0, 7):
        one = posed("seated", rest="foot.left", foot_right=f"flat, up {up}", knee_right="flex 70")
        assert isclose(one.body.centre("foot.right")[2], ANKLE_HEIGHT + up, abs_tol=0.1)
        assert isclose(one.body.top("foot.right")[2], 1, abs_tol=1e-6)


def test_a_hand_on_a_wall_at_the_side_turns_to_it() -> None:
    one = posed("standing", hand_right="wall right 30")
    assert isclose(abs(one.body.left("hand.right")[1]), 1, abs_tol=1e-6)


def test_who_lies_on_the_front_has_the_face_on_the_floor_not_in_it() -> None:
    assert abs(lowest_parts(posed("prone").body)["face"]) < 0.5


def test_every_place_is_on_a_body_and_its_direction_is_one() -> None:
    body = posed("standing").body
    for name in PLACES:
        for full in (f"{name}.left", f"{name}.right") if name in SIDED_PLACES else (name,):
            point, normal = place(body, full)
            assert isclose(length(normal), 1, abs_tol=1e-6)
            assert -1 < point[2] < HEIGHT + 5
            if name in SIDED_PLACES and name not in ("knee-in", "arch", "ankle-in"):
                assert (point[1] > -6) if full.endswith("left") else (point[1] < 6)


def test_the_left_places_and_zones_mirror_the_right_ones() -> None:
    body = posed("standing").body
    for name in sorted(SIDED_PLACES):
        left, right = place(body, f"{name}.left")[0], place(body, f"{name}.right")[0]
        assert away((left[0], -left[1], left[2]), right) < 1e-6, name
    for name in sorted(set(ZONES) - MIDDLE_ZONES):
        left_zone, right_zone = zone(body, f"{name}.left"), zone(body, f"{name}.right")
        for one, other in zip(left_zone.hulls, right_zone.hulls, strict=True):
            for (a, r), (b, s) in zip(one, other, strict=True):
                assert away((a[0], -a[1], a[2]), b) < 1e-6
                assert r == s
    for name in MIDDLE_ZONES:
        assert zone(body, name).hulls
