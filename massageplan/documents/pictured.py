"""What a figure shows, in words, for a reader who cannot see it: "1: lying on the back, knees bent. 2: hips lifted"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..figures.figure import Aim, Contact
from . import plain, plain_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..figures.figure import Figure, Stance
    from .words import Words

_SMALL = 8.0
"""A joint that moves less than this, in degrees, only steers the drawing."""

_IN_CENTIMETRES = frozenset(("belly", "scapula", "arch"))
"""What is told in centimetres; a few are much."""

_LYING = frozenset(("supine", "hook-lying", "prone", "side-lying", "side-lying-left"))
_OTHER = {"left": "right", "right": "left"}
_MOST = 6
"""Things told of one pose; more is a list that nobody listens to."""


def alternative(figure: Figure, words: Words, mirrored: bool = False) -> str:
    """The text alternative of a figure.

    Args:
        figure: as its author wrote it.
        words: of the reader's language.
        mirrored: the drawing is that of the other side.

    Returns:
        The author's own words where there are any in this language; else base, joints, hands and feet of each pose,
        and where it is felt.
    """
    own = _own(figure, words.language)
    if own and not mirrored:
        return own
    _ = words.gettext
    many = len(figure.stances) > 1
    sentences: list[str] = []
    first: list[str] = []
    for number, stance in enumerate(figure.stances, start=1):
        told = _pose(stance, words, mirrored)
        new = [phrase for phrase in told if phrase not in first or stance.mark]
        said = ", ".join((new or told)[:_MOST])
        first = first or told
        mark = {"tick": _("Like this"), "cross": _("Not like this")}.get(stance.mark or "", str(number))
        sentences.append(_("{number}: {pose}", number=mark, pose=said) if many else plain.sentence(said))
    zones = [_place(zone, words, mirrored) for zone in figure.zones]
    if zones:
        sentences.append(_("Shaded: {places}", places=", ".join(filter(None, zones))))
    return " ".join(f"{sentence.rstrip('.')}." for sentence in sentences)


def _own(figure: Figure, language: str) -> str:
    texts = figure.alternative or {}
    return texts.get(language) or texts.get(language.partition("-")[0]) or ""


def _pose(stance: Stance, words: Words, mirrored: bool) -> list[str]:
    """One pose: how the person is, then what is bent, then hands and feet."""
    lifted = [words.gettext("hips lifted")] if stance.rest == ("back",) else []
    told = [*lifted, *_joints(stance, words, mirrored), *_limbs(stance, words, mirrored)]
    return list(dict.fromkeys([_base(stance.base, words), *told]))


def _base(name: str, words: Words) -> str:
    _ = words.gettext
    return {
        "standing": _("standing"), "seated": _("sitting"), "long-sitting": _("sitting with the legs straight ahead"),
        "supine": _("lying on the back"), "hook-lying": _("lying on the back with the knees bent"),
        "prone": _("lying on the belly"), "side-lying": _("lying on the side"),
        "side-lying-left": _("lying on the side"),
        "quadruped": _("on hands and knees"), "kneeling": _("kneeling"), "half-kneeling": _("on one knee"),
    }[name]  # fmt: skip


def _moves(words: Words) -> Mapping[str, str]:
    """A joint and its word, in words; those that say nothing by themselves are left out."""
    _ = words.gettext
    return {
        "body lean": _("leaning forward"), "body lean-back": _("leaning back"),
        "body tip-left": _("tipped to the left"),
        "body tip-right": _("tipped to the right"), "body turn-left": _("turned to the left"),
        "body turn-right": _("turned to the right"), "lumbar flex": _("low back rounded"),
        "lumbar ext": _("low back arched"), "lumbar bend-left": _("bent to the left"),
        "lumbar bend-right": _("bent to the right"), "thorax flex": _("upper back rounded"),
        "thorax ext": _("upper back arched"), "thorax bend-left": _("bent to the left"),
        "thorax bend-right": _("bent to the right"), "thorax turn-left": _("chest turned to the left"),
        "thorax turn-right": _("chest turned to the right"), "neck flex": _("chin down"), "neck ext": _("looking up"),
        "neck bend-left": _("head tipped to the left"), "neck bend-right": _("head tipped to the right"),
        "neck turn-left": _("head turned to the left"), "neck turn-right": _("head turned to the right"),
        "jaw open": _("mouth open"), "belly out": _("belly rounded out"),
        "belly in": _("belly drawn in"), "scapula up": _("shoulder lifted"),
        "scapula down": _("shoulder lowered"), "scapula back": _("shoulder blade drawn back"),
        "scapula forward": _("shoulder pushed forward"), "shoulder flex": _("arm raised forward"),
        "shoulder ext": _("arm drawn back"), "shoulder abd": _("arm out to the side"),
        "shoulder across": _("arm across the chest"), "shoulder er": _("arm turned out"),
        "shoulder ir": _("arm turned in"), "elbow flex": _("elbow bent"), "wrist flex": _("wrist bent down"),
        "wrist ext": _("wrist bent back"), "fingers curl": _("fingers curled"), "knuckles flex": _("knuckles bent"),
        "hip flex": _("hip bent"), "hip ext": _("leg behind the body"), "hip abd": _("leg out to the side"),
        "hip er": _("leg turned out"), "hip ir": _("leg turned in"), "knee flex": _("knee bent"),
        "ankle dorsi": _("toes pulled up"), "ankle plantar": _("toes pointed"), "toes ext": _("toes bent up"),
        "toes flex": _("toes curled"), "arch up": _("arch of the foot raised"),
    }  # fmt: skip


def _flipped(word: str) -> str:
    """A word of the other side: `turn-left` is `turn-right`."""
    head, dash, side = word.rpartition("-")
    return f"{head}{dash}{_OTHER[side]}" if side in _OTHER else word


def _joints(stance: Stance, words: Words, mirrored: bool) -> Iterator[str]:
    phrases = _moves(words)
    sides: dict[str, list[str]] = {}
    for joint, moves in stance.angles.items():
        kind, _, side = joint.partition(".")
        if kind == "body" and stance.base in _LYING:
            continue
        for move in moves:
            word = _flipped(move.word) if mirrored else move.word
            if move.amount > (1.0 if kind in _IN_CENTIMETRES else _SMALL) and f"{kind} {word}" in phrases:
                sides.setdefault(f"{kind} {word}", []).append(_OTHER.get(side, side) if mirrored else side)
    for key, found in sides.items():
        yield _sided(phrases[key], found, words)


def _sided(phrase: str, sides: list[str], words: Words) -> str:
    _ = words.gettext
    if sides == [""]:
        return phrase
    side = _("both sides") if len(sides) > 1 else {"left": _("left"), "right": _("right")}[sides[0]]
    return _("{phrase} ({side})", phrase=phrase, side=side)


def _limbs(stance: Stance, words: Words, mirrored: bool) -> Iterator[str]:
    sides: dict[str, list[str]] = {}
    for limb, goal in stance.goals.items():
        kind, _, side = limb.partition(".")
        said = _aim(kind, goal, words) if isinstance(goal, Aim) else _touch(kind, goal, words) if goal else None
        if said:
            sides.setdefault(said, []).append(_OTHER[side] if mirrored else side)
    for said, found in sides.items():
        yield _sided(said, found, words)


def _aim(kind: str, aim: Aim, words: Words) -> str | None:
    _ = words.gettext
    way = {
        "up": _("up"), "down": _("down"), "forward": _("forward"), "back": _("backward"), "left": _("to the side"),
        "right": _("to the side"),
    }[aim.word]  # fmt: skip
    limb = {"arm": _("arm"), "thigh": _("thigh"), "forearm": _("forearm"), "shank": _("lower leg")}.get(kind)
    return _("{limb} pointing {way}", limb=limb, way=way) if limb else None


def _touch(kind: str, contact: Contact, words: Words) -> str | None:
    _ = words.gettext
    if kind == "foot":
        return {"flat": _("foot flat on the floor"), "heel": _("heel on the floor"),
                "ball": _("on the ball of the foot")}.get(contact.kind)  # fmt: skip
    if kind != "hand":
        return None
    where = _name(contact.place.partition(".")[0], words) if contact.place else ""
    return {
        "on": _("hand on: {place}", place=where) if where else None,
        "hold": _("hand holding: {place}", place=where) if where else None,
        "toward": _("hand reaching towards: {place}", place=where) if where else None,
        "wall": _("hand on the wall"), "floor": _("hand on the floor"), "table": _("hand on the table"),
        "beside": _("hand on the floor beside the hip"), "palm-down": _("hand on the floor"),
    }.get(contact.kind)  # fmt: skip


def _place(zone: str, words: Words, mirrored: bool) -> str:
    kind, _, side = zone.partition(".")
    name = _name(kind, words)
    return plain_places.sided(name, (_OTHER.get(side, side) if mirrored else side) or None, words) if name else ""


def _name(kind: str, words: Words) -> str:
    """A place or zone of a figure in words a client knows; empty for one that has none."""
    _ = words.gettext
    thigh_front, thigh_back = _("front of the thigh"), _("back of the thigh")
    found = {
        "belly": _("belly"), "abdomen": _("belly"), "hamstring": thigh_back, "thigh-back": thigh_back,
        "quad": thigh_front, "inner-thigh": _("inner thigh"), "outer-thigh": _("outer thigh"),
        "thigh-side": _("outer thigh"), "knee-front": _("knee"), "knee-top": _("knee"), "knee-side": _("knee"),
        "knee-in": _("knee"), "knee-back": _("back of the knee"), "heel-cord": _("heel cord"),
        "upper-arm-front": _("front of the upper arm"), "upper-arm-back": _("back of the upper arm"),
        "forearm-back": _("back of the forearm"), "forearm-front": _("front of the forearm"),
        "neck-back": _("back of the neck"), "neck-front": _("front of the neck"), "neck-side": _("side of the neck"),
        "shoulder-blade": _("shoulder blade"), "shoulder-blades": _("shoulder blades"),
        "shoulder-back": _("back of the shoulder"), "shoulder-front": _("front of the shoulder"),
        "shoulder-top": _("shoulder"), "hip-flexor": _("front of the hip"), "outer-hip": _("side of the hip"),
        "hip-side": _("side of the hip"), "waist": _("waist"), "skull-base": _("base of the skull"),
        "head-back": _("back of the head"), "head-top": _("top of the head"), "crown": _("top of the head"),
        "chin": _("chin"), "ankle-side": _("ankle"), "ankle-in": _("ankle"), "foot-top": _("top of the foot"),
        "sole": _("sole of the foot"), "seat": _("buttock"), "ear": _("ear"), "hand-back": _("back of the hand"),
    }.get(kind)  # fmt: skip
    return found or plain_places.place(kind, words) or ""
