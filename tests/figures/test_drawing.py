"""A drawn figure: everything is in its frame and to be seen, its bytes are the same each time, its mirror a mirror."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import dist
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from massageplan.figures import flesh, style
from massageplan.figures.bases import BASES
from massageplan.figures.camera import Camera
from massageplan.figures.crops import ZOOMS, zoom_of
from massageplan.figures.drawing import DIGITS, draw, panels
from massageplan.figures.judged import GIVES_WAY, doubts
from massageplan.figures.outline import area, silhouette
from massageplan.figures.paint import paint
from massageplan.figures.person import parts
from massageplan.figures.places import PLACES, SIDED_PLACES
from massageplan.figures.posing import pose
from massageplan.figures.props import build
from massageplan.figures.reading import read
from massageplan.figures.vocabulary import CROPS, LIMBS, THINGS

from .poses import BRIDGE, CAT, CHILD, CURL, FIGURE_FOUR, LUNGE, figure, random_poses

EVERY: tuple[dict[str, Any], ...] = (CAT, BRIDGE, CURL, CHILD, LUNGE, FIGURE_FOUR)
ARROWS = {
    "base": "standing", "view": "front",
    "poses": {"start": {}, "end": {"arms": "up"}},
    "arrows": ["follow hand.left", "at head-top up 20", "to shoulder.right in 12", "turn pelvis cw radius 20 both"],
}  # fmt: skip


def tree(svg: str) -> ElementTree.Element:
    """The parsed SVG."""
    return ElementTree.fromstring(svg)


@settings(max_examples=120, deadline=None)
@given(random_poses())
def test_each_part_of_a_random_pose_from_anywhere_has_a_closed_outline(data: dict[str, Any]) -> None:
    shown = figure(data)
    body = pose(shown)[0].body
    for part in parts(body, Camera(shown.view), 1).values():
        loops = silhouette(part.discs)
        assert loops, part.name
        assert max(map(area, loops)) > 1, part.name


@settings(max_examples=40, deadline=None)
@given(random_poses())
def test_a_random_pose_is_drawn_well_formed_and_finite(data: dict[str, Any]) -> None:
    drawing = draw(figure(data), "x")
    assert "nan" not in drawing.svg
    assert "inf" not in drawing.svg
    tree(drawing.svg)
    assert 1 < drawing.width < 120
    assert 1 < drawing.height < 120


@pytest.mark.parametrize("data", EVERY)
def test_same_bytes_twice(data: dict[str, Any]) -> None:
    assert draw(figure(data), "x") == draw(figure(data), "x")


@pytest.mark.parametrize("data", EVERY)
def test_the_other_side_is_the_mirror_image(data: dict[str, Any]) -> None:
    shown = figure(data)
    one, other = (panels(shown, "x", pose(shown), mirrored, 1.0) for mirrored in (False, True))
    for a, b in zip(one, other, strict=True):
        assert [part.name for part in a.order] == [part.name for part in b.order]
        for left, right in zip(a.order, b.order, strict=True):
            for hull, flipped in zip(left.discs, right.discs, strict=True):
                for (x, y, r), (u, v, q) in zip(hull, flipped, strict=True):
                    assert abs(x + u) < 1e-6
                    assert (y, r) == pytest.approx((v, q))
        assert (a.box[0], a.box[1]) == pytest.approx((-b.box[2], b.box[1]))


def test_arrows_are_in_the_frame_and_painted_last() -> None:
    shown = figure(ARROWS)
    panel = panels(shown, "x", pose(shown), False, 1.0)[-1]
    assert len(panel.arrows) == 4
    left, low, right, high = panel.box
    for arrow in panel.arrows:
        for x, y in arrow.points:
            assert left < x < right
            assert low < y < high
    assert panel.svg.endswith("".join(arrow.svg for arrow in panel.arrows))


def test_a_mirrored_arrow_goes_the_other_way() -> None:
    shown = figure(ARROWS)
    one, other = (panels(shown, "x", pose(shown), mirrored, 1.0)[-1].arrows for mirrored in (False, True))
    for a, b in zip(one, other, strict=True):
        for (x, y), (u, v) in zip(a.points, b.points, strict=True):
            assert x == pytest.approx(-u, abs=1e-6)
            assert y == pytest.approx(v, abs=1e-6)


def test_a_number_is_a_step_and_marks_tell_by_shape() -> None:
    """Numbers are drawn: nothing in a picture is read aloud or copied beside its words."""
    numbered = draw(figure(CAT), "x").svg
    places = [numbered.index(f'<path d="{DIGITS[number]}"') for number in ("1", "2")]
    assert places == sorted(places)
    assert DIGITS["3"] not in numbered
    assert "<text" not in numbered
    marked = {"base": "standing", "poses": {"good": {"mark": "tick"}, "bad": {"mark": "cross", "body": "lean 40"}}}
    svg = draw(figure(marked), "x").svg
    assert "<text" not in svg
    assert f'<circle r="7" fill="{style.INK}"/>' in svg
    assert f'stroke="{style.ACCENT}" stroke-width="1.6"' in svg


def test_ids_begin_with_the_name_and_are_one_of_a_kind() -> None:
    cropped = {"base": "seated", "crop": "chest-up", "poses": {"start": {}, "end": {"neck": "flex 20"}}}
    both = draw(figure(cropped), "nod").svg + draw(figure(cropped), "nod-too").svg
    ids = re.findall(r' id="([^"]+)"', both)
    assert ids == ["nod-c0", "nod-c1", "nod-too-c0", "nod-too-c1"]
    assert set(re.findall(r"url\(#([^)]+)\)", both)) == set(ids)


@pytest.mark.parametrize("crop", CROPS)
def test_a_crop_is_drawn_larger_with_the_same_lines(crop: str) -> None:
    shown = figure({"base": "seated", "crop": crop, "pose": {}})
    drawing = draw(shown, "x")
    zoom = zoom_of(shown)
    assert zoom == ZOOMS[crop.partition(".")[0]]
    widths = {float(width) for width in re.findall(r'stroke-width="([\d.]+)"', drawing.svg)}
    assert any(abs(width * zoom - style.LINE) < 0.11 for width in widths)
    whole = draw(figure({"base": "seated", "pose": {}}), "x")
    height = float(tree(drawing.svg).attrib["viewBox"].split()[3])
    assert height < float(tree(whole.svg).attrib["viewBox"].split()[3])
    assert drawing.width < 66


def test_a_smaller_drawing_keeps_its_printed_lines() -> None:
    small = draw(figure(CAT), "x", zoom=0.7)
    large = draw(figure(CAT), "x")
    assert small.width == pytest.approx(large.width * 0.7, abs=1.5)
    assert f'stroke-width="{style.LINE / 0.7:.2f}"' in small.svg


def test_a_zone_is_tinted_where_it_faces_the_camera_only() -> None:
    for view, seen in (("front", True), ("back", False)):
        svg = draw(figure({"base": "standing", "view": view, "highlight": ["abdomen"], "pose": {}}), "x").svg
        assert (style.TINT in svg) is seen


def test_a_hand_has_fingers_in_a_close_up_and_none_in_a_whole_person() -> None:
    shown = figure({"base": "standing", "crop": "hand.right", "pose": {}})
    names = {part.name for part in panels(shown, "x", pose(shown), False, 1.0)[0].order}
    assert {"finger1.right", "finger4.right", "thumb.right"} <= names
    assert not any(name.startswith("finger") and name.endswith("left") for name in names)


def _how(kind: str) -> str:
    how = THINGS[kind]
    places = {
        "in": "hand.right",
        "under": "feet",
        "between": "knees",
        "behind": "back",
        "over": "ankles",
        "on": "floor",
    }
    if kind in ("strap", "band", "stick", "bar"):
        return f"{kind} hand.right > hand.left"
    if how.relations and not how.alone:
        relation = how.relations[0]
        place = "forearms" if how.only == "forearm" else places.get(relation, "hand.right")
        return f"{kind} {relation} {place if kind != 'table' else 'hands'}"
    return kind


@pytest.mark.parametrize("kind", sorted(THINGS))
@pytest.mark.parametrize("base", ["standing", "seated", "hook-lying"])
def test_each_thing_is_drawn_with_each_body_and_told_where_it_is_below_the_floor(kind: str, base: str) -> None:
    view = "turn 30, lift 15"
    shown = figure({"base": base, "view": view, "props": [_how(kind)], "pose": {}})
    one = panels(shown, "x", pose(shown), False, 1.0)[0]
    things = [part for part in one.order if part.group < 0]
    bare = figure({"base": base, "view": view, "pose": {}})
    assert things or one.svg != panels(bare, "x", pose(bare), False, 1.0)[0].svg
    low = min((c[2] - r for part in things for hull in part.hulls for c, r in hull), default=0.0)
    told = [doubt.message for doubt in doubts(shown, pose(shown), lambda _: None) if f"The {kind} is" in doubt.message]
    assert bool(told) is (low < -GIVES_WAY), (low, told)
    tree(draw(shown, "x").svg)


def _written(kind: str) -> Iterator[str]:
    """Every way to write a thing that its words allow, and many they do not."""
    how = THINGS[kind]
    sided = [f"{place}.{side}" for place in (*sorted(SIDED_PLACES), *LIMBS) for side in ("left", "right")]
    places = [*sided, *(set(PLACES) - SIDED_PLACES), "hands", "knees", "ball", "back", "floor", "head", "toes", "feet"]
    for relation in (*how.relations, *how.flags, ""):
        yield f"{kind} {relation}"
        for place in places:
            yield f"{kind} {relation} {place} size 12"
            yield f"{kind} {relation} {place} > hand.left"


@pytest.mark.parametrize("kind", sorted(THINGS))
def test_what_may_be_written_of_a_thing_can_be_drawn(kind: str) -> None:
    body = pose(figure({"base": "seated", "pose": {}}))[0]
    drawn = 0
    for text in _written(kind):
        found = read({"base": "seated", "props": ["ball in hand.right", text], "pose": {}}).figure
        if found is not None:
            build(found.props, body, Camera(found.view))
            drawn += 1
    assert drawn


@pytest.mark.parametrize("base", sorted(BASES))
@pytest.mark.parametrize("view", ["side", "front", "back", "top", "quarter", "above"])
def test_every_base_is_drawn_in_every_view(base: str, view: str) -> None:
    drawing = draw(figure({"base": base, "view": view, "pose": {}}), "x")
    tree(drawing.svg)
    assert len(drawing.svg) < 40_000


def test_the_frame_holds_every_part() -> None:
    for data in EVERY:
        shown = figure(data)
        for panel in panels(shown, "x", pose(shown), False, 1.0):
            for part in panel.order:
                assert panel.box[0] <= part.box[0] <= part.box[2] <= panel.box[2]
                assert panel.box[1] <= part.box[1] <= part.box[3] <= panel.box[3]


def test_greys_stay_apart() -> None:
    """Relative luminance (WCAG) of ink, arrow, tint, clothes and skin, each at least a tenth from the next."""

    def luminance(colour: str) -> float:
        colour = "#ffffff" if colour == "#fff" else colour
        parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    steps = [luminance(c) for c in (style.INK, style.ACCENT, style.TINT, style.NEAR.cloth, style.NEAR.fill)]
    assert all(b - a > 0.10 for a, b in pairwise(steps)), steps


def test_a_text_alternative_is_there_or_the_picture_is_decoration() -> None:
    named = tree(draw(figure(CAT), "x", alternative='A cat & a "cow"').svg)
    assert (named.attrib["role"], named.attrib["aria-label"]) == ("img", 'A cat & a "cow"')
    assert tree(draw(figure(CAT), "x").svg).attrib["aria-hidden"] == "true"
    assert "<title" not in draw(figure(CAT), "x", alternative="a").svg


def test_who_is_behind_is_painted_first_and_an_author_may_say_otherwise() -> None:
    body = pose(figure(LUNGE))[0].body
    made = parts(body, Camera(figure(LUNGE).view), 1)
    order = [part.name for part in paint(list(made.values()))[1]]
    assert order.index("thigh.left") < order.index("thigh.right")
    turned = [part.name for part in paint(list(made.values()), [("thigh.left", "thigh.right")])[1]]
    assert turned.index("thigh.left") > turned.index("thigh.right")


def test_a_strap_is_drawn_without_a_curve() -> None:
    strap = draw(figure({"base": "supine", "props": ["strap hand.right > sole.right"], "pose": {}}), "x").svg
    paths = [one for one in tree(strap).iter() if one.get("stroke") == style.ACCENT_THING.ink]
    assert paths
    assert not any("c" in (path.get("d") or "") for path in paths)


@pytest.mark.parametrize("view", ["side", "turn 0, lift 40"])
def test_a_bed_is_thick_and_whole_in_the_frame(view: str) -> None:
    def size(floor: str) -> tuple[float, float]:
        drawing = draw(figure({"base": "supine", "view": view, "props": [floor], "pose": {}}), "x")
        return drawing.width, drawing.height

    assert size("bed")[1] > size("mat")[1] + 1.5
    assert size("bed")[0] >= size("mat")[0]


def test_a_crop_of_who_lies_keeps_the_mat() -> None:
    data = {"base": "supine", "crop": "waist-up", "pose": {}}
    assert style.MAT_EDGE not in draw(figure(data), "x").svg
    assert style.MAT_EDGE in draw(figure({**data, "props": ["mat"]}), "x").svg


def test_an_arrow_of_a_close_up_is_as_thick_in_print_as_any() -> None:
    read = figure({"base": "seated", "crop": "chest-up", "pose": {}, "arrows": ["to chin back 18"]})
    panel = panels(read, "x", pose(read), False, zoom_of(read))[0]
    (shaft,) = re.findall(rf'stroke="{style.ACCENT}" stroke-width="([\d.]+)" ?/>', panel.arrows[0].svg)[:1]
    assert f'stroke="{style.ACCENT}" stroke-width="{shaft}"' in panel.svg
    assert float(shaft) * zoom_of(read) == pytest.approx(1.9, abs=0.02)


def test_a_short_arrow_has_a_shaft() -> None:
    nod = {"base": "seated", "poses": {"start": {}, "end": {"head": "flex 3"}}, "arrows": ["follow chin"]}
    read = figure(nod)
    (arrow,) = panels(read, "x", pose(read), False, 1.0)[-1].arrows
    assert sum(dist(a, b) for a, b in pairwise(arrow.points)) >= 9.9


def test_a_lamp_stands_beside_the_bed_on_its_floor() -> None:
    read = figure({"base": "supine", "props": ["lamp", "bed"], "pose": {}})
    assert not [doubt for doubt in doubts(read, pose(read), lambda _: None) if "lamp" in doubt.message]
    alone, lit = (draw(figure({"base": "supine", "props": [*more, "bed"], "pose": {}}), "x") for more in ([], ["lamp"]))
    assert lit.width > alone.width + 5


def _boxes(data: dict[str, Any], thing: str) -> list[list[tuple[float, float, float, float]]]:
    """The boxes of a thing's parts, pose by pose."""
    shown = figure(data)
    made = panels(shown, "x", pose(shown), False, 1.0)
    return [sorted(part.box for part in panel.order if part.thing == thing) for panel in made]


@pytest.mark.parametrize("thing", ["chair", "rail"])
def test_what_one_holds_on_to_stays_and_reaches_the_hands(thing: str) -> None:
    poses = {"start": {"hands": "table forward 22, down 46"}, "end": {"body": "lean 20", "hips": "flex 40"}}
    first, second = _boxes({"base": "standing", "props": [f"{thing} at hands"], "poses": poses}, thing)
    assert first
    assert first == second
    body = pose(figure({"base": "standing", "pose": poses["start"]}))[0].body
    hand = body.limb("hand.right", (0.0, 0.0, -0.045))
    assert any(box[0] < hand[0] < box[2] and box[1] < hand[2] < box[3] + 4 for box in first)


def test_a_step_stays_where_one_stood_on_it_and_not_where_one_stood_before_it() -> None:
    on, up = {"rest": "foot.left", "hip.right": "flex 53", "knee.right": "flex 70"}, {"lift": 15, "body": "lean 20"}
    first, second = _boxes(
        {"base": "standing", "props": ["step under foot.right"], "poses": {"a": on, "b": up}}, "step"
    )
    assert first == second
    ground = {"a": {}, "b": {**on, "hip.right": "flex 60"}}
    first, second = _boxes({"base": "standing", "props": ["step under foot.right"], "poses": ground}, "step")
    assert first != second


def test_a_raised_arch_leaves_room_under_the_foot_and_shortens_it() -> None:
    flat, raised = (
        pose(figure({"base": "standing", "pose": {"arch.right": f"up {up}"}}))[0].body for up in (0, 2)
    )  # fmt: skip
    ends = [max(c[0] + r for hull in flesh.foot(body, "foot.right") for c, r in hull) for body in (flat, raised)]
    assert ends[0] - ends[1] == pytest.approx(1.2)
    arch = [flesh.foot(body, "foot.right")[0][2] for body in (flat, raised)]
    assert arch[1][0][2] - arch[0][0][2] == pytest.approx(2.0)
    assert len(flesh.foot(raised, "foot.right")[1]) == 3


def test_the_limb_of_a_close_up_is_never_pale() -> None:
    shown = figure({"base": "standing", "view": "turn 180", "crop": "foot.right", "pose": {}})
    order = panels(shown, "x", pose(shown), False, 1.0)[0].order
    assert {part.style for part in order if part.name == "foot.right"} == {style.NEAR}


def test_a_number_touches_nothing_beside_it() -> None:
    sitting = {"base": "seated", "props": ["chair"], "poses": {"good": {"mark": "tick"}, "bad": {"mark": "cross"}}}
    made = panels(figure(sitting), "x", pose(figure(sitting)), False, 1.0)
    head = min(x - r for part in made[0].order if part.kind == "skull" for hull in part.discs for x, y, r in hull)
    svg = draw(figure(sitting), "x").svg
    shift = re.search(r'<g transform="translate\(([-.0-9]+) [-.0-9]+\)">', svg)
    badge = re.search(r"translate\(([-.0-9]+) [-.0-9]+\) scale", svg)
    assert shift is not None
    assert badge is not None
    assert head + float(shift[1]) - (float(badge[1]) + 7.0) > 1.2


def test_a_cloth_is_flat_on_the_table_under_the_palm() -> None:
    sitting = {"base": "seated", "props": ["table under hand.right", "towel under hand.right"],
               "pose": {"hand.right": "table forward 36, down 26"}}  # fmt: skip
    read_ = figure(sitting)
    made, _ = build(read_.props, pose(read_)[0], Camera(read_.view))
    table, cloth = (next(part for part in made if part.name == name) for name in ("tabletop", "towel"))
    thick = cloth.box[3] - cloth.box[1]
    assert thick < 2.5
    assert abs(cloth.box[1] - table.box[3]) < 1.5
