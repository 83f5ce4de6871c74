"""What answers to screening rule out among techniques and homework that somebody means to use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .blocks import ALL, DEEP, LEG, LOCAL, area_of, first_ruled_out, is_light, lies_in
from .screening import GRAVE, acts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ..library.catalogue import Library
    from .blocks import Treatment
    from .screening import Act, Answer

CONTRAINDICATED = "contraindication"
"""The why of a technique that the library's entry itself calls contraindicated, where no block says so."""

ANYWHERE = frozenset((
    "changing-mole", "implants", "recent-injection", "shingles", "skin-infection", "unexplained-lump",
))  # fmt: skip
"""Questions about a spot that need not be where it hurts, and of which a record does not say where it is."""

PRODUCT = ("oil",)
"""Blocks of an answer that speaks against a product, and not against hands."""

EXERCISES: dict[str, frozenset[str]] = {
    "hot-therapy": frozenset(("heat-pack",)), "cold-therapy": frozenset(("cold-pack",)),
}  # fmt: skip
"""Blocks, and the exercises of the library that are the same thing done at home."""

GROUPS: dict[str, frozenset[str]] = {"deep-pressure": frozenset(("self-massage",))}
"""Blocks, and the groups of exercises that are the same thing done at home: a ball presses as deep as a thumb."""

POSITIONS: dict[str, str] = {
    "prone-position": r"face down|on (your |the )?(stomach|belly|front)|prone",
    "inversion": r"head down|head below",
    "breath-hold-strain": r"hold your breath",
    "pregnancy": r"on (your |the )?back\b|supine",
}
"""Blocks about a position, and how the start or the steps of an exercise tell it. Flat on the back is for early
pregnancy only (note of the presentation pregnancy-back), and a record does not say how far on it is."""

USUAL = frozenset(("acute-injury", "contagious", "dvt", "fever", "intoxication", "skin-infection"))
"""Contraindications that nearly every technique lists; where they are about a spot, that spot alone is left out."""


def open_acts(library: Library, standing: Mapping[str, Answer]) -> list[tuple[Answer, Act]]:
    """Answers that are yes or unsure and that nobody has cleared, with what they ask for; the gravest first.

    Yellow flags are none of them: they rule nothing out.

    Args:
        standing: the answer to each question that counts, of `screening.standing`.
    """
    found = [(answer, acts(library, answer.id)) for answer in standing.values() if answer.is_open]
    known = [(answer, act) for answer, act in found if act is not None and not act.is_yellow]
    return sorted(known, key=lambda each: (_rank(each[1]), each[1].id))


def _rank(act: Act) -> int:
    return GRAVE.index(act.action) if act.is_grave else len(GRAVE)


def techniques_ruled_out(
    library: Library, standing: Mapping[str, Answer], treatments: Iterable[Treatment], sore: Collection[str] = ()
) -> list[tuple[Treatment, Answer, Act, str]]:
    """Techniques that an open answer rules out, each with the answer, what it asks for, and why.

    Why is the id of a block, or `CONTRAINDICATED`. An open emergency rules out everything. What the entry of a
    technique lists as a contraindication counts where the answer is about the whole body; where it is about a spot,
    for work there only; and not where it is about depth and the pressure is written down as light.

    Args:
        standing: as in `open_acts`.
        sore: ids of the regions where it hurts.
    """
    known = open_acts(library, standing)
    out: list[tuple[Treatment, Answer, Act, str]] = []
    for one in treatments if known else ():
        for answer, act in known:
            if why := _why(library, act, one, sore):
                out.append((one, answer, act, why))
    return out


def _why(library: Library, act: Act, one: Treatment, sore: Collection[str]) -> str | None:
    if act.is_grave and act.action == GRAVE[0]:
        return ALL
    spot = _spot(act, sore)
    hit = first_ruled_out(act, (one,), library, spot)
    if hit is not None:
        return hit[0]
    if one.technique and act.id in _listed(library, "technique", one.technique) and _applies(library, act, one, spot):
        return CONTRAINDICATED
    return None


def _spot(act: Act, sore: Collection[str]) -> Collection[str]:
    """The regions that `local` stands for where the question names none."""
    if act.id in ANYWHERE:
        return ()
    if act.area == "leg":
        return [region for region in sore if region in LEG] or LEG
    return sore


def _applies(library: Library, act: Act, one: Treatment, spot: Collection[str]) -> bool:
    """Whether a contraindication that a technique lists is one where and as it is used."""
    if (is_about_depth(act) and is_light(one)) or act.blocks == PRODUCT:
        return False
    if LOCAL not in act.blocks and act.action != "local-avoid":
        return True
    if act.id in ANYWHERE:
        return act.id not in USUAL
    return lies_in(one, area_of(act, library, LEG if act.area == "leg" else spot), library)


def is_about_depth(act: Act) -> bool:
    """Whether what it rules out is deep pressure, so that light work is a way to go on."""
    return not DEEP.keys().isdisjoint(act.blocks)


def homework_ruled_out(library: Library, standing: Mapping[str, Answer], exercise: str) -> tuple[Answer, Act] | None:
    """The gravest open answer that speaks against an exercise; None if there is none.

    It is among its contraindications, or one of its blocks is about what the exercise is or how it is done.

    Args:
        standing: as in `open_acts`.
        exercise: its id in the library.
    """
    return next(_homework(library, standing, exercise), None)


def _homework(library: Library, standing: Mapping[str, Answer], exercise: str) -> Iterator[tuple[Answer, Act]]:
    known = open_acts(library, standing)
    item = library.item("exercise", exercise) if known else None
    data = item.data if item else {}
    listed = data.get("contraindications") or ()
    yield from (each for each in known if each[1].id in listed or _is_of_block(exercise, data, each[1]))


def _is_of_block(id: str, exercise: Mapping[str, Any], act: Act) -> bool:
    """Whether an exercise is what an answer rules out, or is done in a position that it rules out."""
    if any(id in EXERCISES.get(block, ()) or exercise.get("group") in GROUPS.get(block, ()) for block in act.blocks):
        return True
    told = [POSITIONS[name] for name in (act.id, *act.blocks) if name in POSITIONS]
    words = exercise.get("en") or {}
    steps = [exercise.get("start"), *(words.get("prepare") or ()), *(words.get("do") or ())] if told else []
    how = " ".join(map(str, steps)).lower()
    return any(re.search(pattern, how) for pattern in told)


def _listed(library: Library, kind: str, id: str) -> Collection[str]:
    item = library.item(kind, id)
    return item.data.get("contraindications") or () if item else ()
