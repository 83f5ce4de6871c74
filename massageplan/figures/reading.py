"""The `figure` of an exercise, as its file has it: to a `Figure`, or to all that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from ..span import Path
from . import arrow_phrases, phrases, thing_phrases
from .bases import BASES
from .figure import Aim, Angle, Arrow, Contact, Figure, Prop, Stance, View
from .flaws import Flaw, Wrongs
from .phrases import Word
from .vocabulary import CROPS, LAYOUTS, LIMBS, MARKS, MIDDLE_JOINTS, MOVES, PLURALS, REST_GROUPS, REST_PARTS
from .zones import MIDDLE_ZONES, ZONES

T = TypeVar("T")

FIGURE_KEYS = ("base", "view", "layout", "crop", "props", "highlight", "highlight-all", "all", "pose", "poses",
               "arrows", "layers", "alt")  # fmt: skip
POSE_KEYS = ("base", "rest", "pin", "lift", "head-rest", "eyes", "mark", "props", "arrows", "highlight")
SIDED_JOINTS = tuple(joint for joint in MOVES if joint not in MIDDLE_JOINTS)
MOST_POSES, MOST_PROPS, MOST_ARROWS, MOST_ZONES = 3, 8, 5, 6


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a figure: the figure, or none and what is wrong."""

    figure: Figure | None
    flaws: tuple[Flaw, ...]


def read(data: object) -> Reading:
    """A figure from its keys.

    Args:
        data: what stands behind `figure`, as it was read from the file.

    Returns:
        The figure; or none, and everything that is wrong in the order of the file.
    """
    wrongs = Wrongs()
    if not isinstance(data, Mapping):
        wrongs.add((), "A figure is a map of keys.", f"the keys are {', '.join(FIGURE_KEYS)}")
        return Reading(None, tuple(wrongs.flaws))
    given = wrongs.keys((), data, FIGURE_KEYS)
    stances = _stances(given, wrongs)
    view = wrongs.phrase(("view",), given["view"], phrases.view) if "view" in given else View()
    crop = wrongs.choice(("crop",), given["crop"], CROPS, "crop called") if "crop" in given else ""
    layout = _layout(given, len(stances), wrongs)
    figure = Figure(
        stances,
        view or View(),
        layout,  # type: ignore[arg-type]
        crop or "",
        _props((), given, wrongs) or (),
        _zones((), given, wrongs) or (),
        _is_true(given.get("highlight-all")),
        _arrows((), given, wrongs) or (),
        wrongs.several(("layers",), given["layers"], 4, _over) if "layers" in given else (),
        {str(k): str(v) for k, v in given["alt"].items()} if isinstance(given.get("alt"), Mapping) else None,
    )
    _follow(figure, wrongs)
    _need_one_another(figure, wrongs)
    return Reading(None if wrongs.flaws else figure, tuple(wrongs.flaws))


def _is_true(value: object) -> bool:
    return value is True or str(value).lower() in ("true", "yes")


def _layout(given: Mapping[str, Any], count: int, wrongs: Wrongs) -> str:
    if "layout" not in given:
        return "single" if count < 2 else "pair"
    layout = wrongs.choice(("layout",), given["layout"], LAYOUTS, "layout called") or "single"
    if layout == "single" and count > 1:
        wrongs.add(("layout",), f"{count} poses do not stand in one picture.", "pair, stack or ghost")
    if layout != "single" and count == 1:
        wrongs.add(("layout",), f"One pose is no {layout}.", "leave `layout` out, or give `poses` a start and an end")
    return layout


def _stances(given: Mapping[str, Any], wrongs: Wrongs) -> tuple[Stance, ...]:
    base = ""
    if "base" in given:
        base = wrongs.choice(("base",), given["base"], tuple(BASES), "base called") or ""
    if "pose" in given and "poses" in given:
        wrongs.add(("poses",), "There is a pose and there are poses.", "leave one of them out", key=True)
    poses = given.get("poses")
    if poses is None:
        named: list[tuple[Path, str, object]] = [(("pose",), "pose", given.get("pose"))]
    elif not isinstance(poses, Mapping) or not poses:
        wrongs.add(("poses",), "Poses are needed here, each under its name.", "`start: {...}` and `end: {...}`")
        return ()
    else:
        named = [(("poses", name), str(name), pose) for name, pose in poses.items()]
    if len(named) > MOST_POSES:
        wrongs.add(("poses",), f"There are {len(named)} poses.", f"at most {MOST_POSES}")
        return ()
    shared = _places(("all",), wrongs.keys(("all",), given.get("all"), _pose_keys()), wrongs)
    return tuple(_stance(path, name, pose, base, shared, wrongs) for path, name, pose in named)


def _pose_keys() -> tuple[str, ...]:
    sided = (f"{joint}.{side}" for joint in (*SIDED_JOINTS, *LIMBS) for side in ("left", "right"))
    return (*POSE_KEYS, *sorted(MIDDLE_JOINTS), *sided, *PLURALS)


Places = tuple[dict[str, tuple[Angle, ...]], dict[str, Aim | Contact | None], Mapping[str, Any]]


def _places(path: Path, data: Mapping[str, Any], wrongs: Wrongs) -> Places:
    """Joints and limbs of one pose, both sides apart; a key of one side goes before one of both."""
    angles: dict[str, tuple[Angle, ...]] = {}
    goals: dict[str, Aim | Contact | None] = {}
    rest: dict[str, Any] = {}
    for name in sorted(data, key=lambda name: name not in PLURALS):
        value, here = data[name], (*path, name)
        if name in POSE_KEYS:
            rest[name] = value
            continue
        kind, _, side = name.partition(".")
        kind = PLURALS.get(kind, kind) if not side else kind
        count = len(wrongs.flaws)
        for one in (side,) if side or name in MIDDLE_JOINTS else ("left", "right"):
            full = f"{kind}.{one}" if one else kind
            if kind in LIMBS:
                found = wrongs.phrase(here, value, partial(_goal, kind, one))
                goals[full] = found.goal if found else None
            else:
                angles[full] = wrongs.phrase(here, value, partial(phrases.angles, kind)) or ()
            if len(wrongs.flaws) > count:
                break
    return angles, goals, rest


@dataclass(frozen=True, slots=True)
class _Goal:
    goal: Aim | Contact | None


def _goal(limb: str, side: str, text: str) -> _Goal:
    return _Goal(phrases.goal(limb, side, text))


def _stance(path: Path, name: str, pose: object, base: str, shared: Places, wrongs: Wrongs) -> Stance:
    angles, goals, rest = _places(path, wrongs.keys(path, pose, _pose_keys()), wrongs)
    angles, goals = _over_shared(shared, angles, goals)
    said = {**shared[2], **rest}
    where = {key: (*path, key) if key in rest else ("all", key) for key in said}
    if "base" in said:
        base = wrongs.choice(where["base"], said["base"], tuple(BASES), "base called") or base
    if not base and not any(flaw.path[-1:] == ("base",) for flaw in wrongs.flaws):
        wrongs.add(path, "The figure has no base.", f"`base:` with one of {', '.join(BASES)}")
    mark = wrongs.choice(where["mark"], said["mark"], MARKS, "mark called") if "mark" in said else None
    if "eyes" in said:
        wrongs.choice(where["eyes"], said["eyes"], ("closed",), "state of the eyes called")
    return Stance(
        name,
        base,
        angles,
        goals,
        wrongs.phrase(where["rest"], said["rest"], _rest) or () if "rest" in said else (),
        wrongs.phrase(where["pin"], said["pin"], _pin) or "" if "pin" in said else "",
        _length(where, said, "head-rest", wrongs),
        _length(where, said, "lift", wrongs) or 0.0,
        "eyes" in said,
        mark,  # type: ignore[arg-type]
        _props(path, rest, wrongs),
        _arrows(path, rest, wrongs),
        _zones(path, rest, wrongs),
    )


def _over_shared(
    shared: Places, angles: dict[str, tuple[Angle, ...]], goals: dict[str, Aim | Contact | None]
) -> tuple[dict[str, tuple[Angle, ...]], dict[str, Aim | Contact | None]]:
    """What a pose says of a joint goes before what all poses share."""
    return {**shared[0], **angles}, {**shared[1], **goals}


def _length(where: Mapping[str, Path], said: Mapping[str, Any], key: str, wrongs: Wrongs) -> float | None:
    if key not in said:
        return None
    return wrongs.phrase(
        where[key], said[key], lambda text: phrases.number([Word(text, 0)], Word(key, 0), 100.0, "centimetres")
    )


def _rest(text: str) -> tuple[str, ...]:
    groups = [word for clause in phrases.clauses(text) for word in clause]
    allowed = (*REST_GROUPS, *(f"{part}.{side}" for part in REST_PARTS for side in ("left", "right")))
    if len(groups) > 2:
        raise groups[2].wrong("More than two groups cannot be made to touch.", "one or two, `shanks, hands`")
    return tuple(phrases.one_of(word, allowed, "part that touches the floor called") for word in groups)


def _pin(text: str) -> str:
    return phrases.body_place(Word(text, 0))


def _zone(text: str) -> str:
    kind, _, side = text.partition(".")
    phrases.one_of(Word(kind, 0), ZONES, "zone called")
    if kind in MIDDLE_ZONES and side:
        raise Word(text, 0).wrong(f"{kind} has no side.", f"write {kind}")
    if kind not in MIDDLE_ZONES and side not in ("left", "right"):
        raise Word(text, 0).wrong(f"{kind} needs its side.", f"{kind}.left or {kind}.right")
    return text


def _over(text: str) -> tuple[str, str]:
    front, _, behind = text.partition(" over ")
    parts = _painted()
    start = len(front) + len(" over ")
    return (phrases.one_of(Word(front.strip(), 0), parts, "part called"),
            phrases.one_of(Word(behind.strip(), start), parts, "part called"))  # fmt: skip


def _painted() -> tuple[str, ...]:
    sided = (f"{part}.{side}" for part in LIMBS for side in ("left", "right"))
    return ("torso", "neck", "skull", "face", *sided)


def _props(path: Path, data: Mapping[str, Any], wrongs: Wrongs) -> tuple[Prop, ...] | None:
    if "props" not in data:
        return None
    return wrongs.several((*path, "props"), data["props"], MOST_PROPS, thing_phrases.thing)


def _zones(path: Path, data: Mapping[str, Any], wrongs: Wrongs) -> tuple[str, ...] | None:
    if "highlight" not in data:
        return None
    return wrongs.several((*path, "highlight"), data["highlight"], MOST_ZONES, _zone)


def _arrows(path: Path, data: Mapping[str, Any], wrongs: Wrongs) -> tuple[Arrow, ...] | None:
    if "arrows" not in data:
        return None
    return wrongs.several((*path, "arrows"), data["arrows"], MOST_ARROWS, arrow_phrases.arrow)


def _follow(figure: Figure, wrongs: Wrongs) -> None:
    """An arrow that follows a place needs a pose before its own."""
    if not figure.stances:
        return
    lone = figure.arrows if len(figure.stances) < 2 else ()
    for place, arrows in ((("arrows",), lone), (_first(figure), figure.stances[0].arrows or ())):
        for n, one in enumerate(arrows):
            if one.kind == "follow":
                wrongs.add((*place, n), "There is no pose before this one to follow from.", "`at PLACE DIRECTION`")


def _need_one_another(figure: Figure, wrongs: Wrongs) -> None:
    """A wall at the ball needs a ball, a band to the door a door."""
    for place, props in (
        (("props",), figure.props),
        *((("poses", s.name, "props"), s.props or ()) for s in figure.stances),
    ):
        for n, prop in enumerate(props):
            for needed, way in (("ball", "`ball at PLACE`"), ("door", "`door forward`")):
                if needed in prop.places and not any(one.kind == needed for one in props):
                    wrongs.add((*place, n), f"There is no {needed} for the {prop.kind}.", f"{way} beside it")


def _first(figure: Figure) -> Path:
    return ("pose", "arrows") if len(figure.stances) == 1 else ("poses", figure.stances[0].name, "arrows")
