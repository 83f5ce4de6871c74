"""Consents of their own for the sensitive areas that were treated, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...patterns import lazy
from ...records.base import texts
from ..consent import AREA
from ..consented import agreed_again
from ..sensitive import covers, read_place, sensitive, treated_places
from .base import Line, Rule, how, is_signed, met

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...records.parts import Use
    from ...span import Span
    from ..consent import Word
    from .case import Case, Visit

_AREA = {"chest-wall": "chest", "breast": "breast", "inner-thigh": "inner-thigh", "gluteal": "gluteal",
         "gluteal-cleft": "gluteal-cleft", "perineum": "perineum"}  # fmt: skip
"""Areas as rules name them, and as places are sorted."""

_DETAILS = {"breast": lazy(r"\bbreasts?\b"), "gluteal-cleft": lazy(r"\bcleft\b")}
"""Areas smaller than any place, and the word behind a place that names each."""

_WITHIN = {"gluteal-cleft": "gluteal"}
"""Areas that no list of places knows, and the one they lie in."""


def consent_sensitive(case: Case, rule: Rule) -> Iterator[Line]:
    """A consent of its own for each sensitive area that was treated."""
    good: list[Span] = []
    faults = 0
    for visit in case.visits:
        treated = _sensitive(case, rule, visit)
        if not treated:
            continue
        wrong = [(side, place) for side, place in treated if not _covered(case, rule, visit, place, side)]
        if wrong:
            faults += 1
            names = dict.fromkeys(f"{side} {place}" if side else place for side, place in wrong)
            yield Line(rule, "missing", (visit.span,), *_uncovered(rule, visit, list(names)))
        else:
            good.append(visit.span)
    if good:
        yield met(rule, good)
    elif not faults:
        yield Line(rule, "not applicable", (case.client_span,), "No such area was treated.")


def _sensitive(case: Case, rule: Rule, visit: Visit) -> list[tuple[str | None, str]]:
    """Side and place of the work of a visit that lies in the rule's areas."""
    wanted = {_AREA[area] for area in rule.areas}
    return [
        (side, place) for use in visit.uses for side, place in _places(case, use)
        if place in wanted or sensitive(place) in wanted
    ]  # fmt: skip


def _places(case: Case, use: str | Use) -> Iterator[tuple[str | None, str]]:
    """Side and sensitive place of a technique; an area that is a detail of a place has the side of that place."""
    found = list(treated_places(use, case.library))
    yield from found
    if not isinstance(use, str):
        for text in texts(use.where):
            yield from ((read_place(case.library, text)[0], area) for area in _details(text))
        return
    for area in _details(use):
        around = sensitive(_WITHIN.get(area, area))
        sides = dict.fromkeys(side for side, place in found if sensitive(place) == around)
        yield from ((side, area) for side in sides or (None,))


def _details(text: str) -> list[str]:
    return [area for area, word in _DETAILS.items() if word.search(text.casefold())]


def _covered(case: Case, rule: Rule, visit: Visit, place: str, side: str | None) -> bool:
    """Whether a consent of the form that is asked for stands for a place; on both sides where both were treated."""
    if side == "both":
        return all(_covered(case, rule, visit, place, each) for each in ("left", "right"))
    day, within = visit.entry.day, _WITHIN.get(place, place)
    if rule.form != "written":
        again = [read_place(case.library, text) for text in texts(visit.session.consented) if _details_fit(text, place)]
        if agreed_again(again, side, within):
            return True
    each_time = rule.each_time and (rule.since is None or day is None or day >= rule.since)

    def counts(word: Word) -> bool:
        is_new = not each_time or _is_of(word, visit)
        return word.purpose == AREA and is_new and _is_of_form(word, rule.form) and _names(word, place, side)

    return case.by(visit).only(counts).area(within, side).is_given


def _is_of_form(word: Word, form: str | None) -> bool:
    return form is None or (is_signed(word) if form == "written" else "spoken" in how(word.entry))


def _names(word: Word, place: str, side: str | None) -> bool:
    """Whether a consent names a place, by itself or by what it lies in; one that names no area is for none."""
    return any(
        covers(id, _WITHIN.get(place, place)) and _details_fit(text, place)
        and (given not in ("left", "right") or side in (given, None))
        for text, (given, id) in zip(_areas_as_written(word), word.areas, strict=True)
    )  # fmt: skip


def _details_fit(text: str, place: str) -> bool:
    """A place that is a detail has to be named by it; any other by nothing more."""
    return place not in _DETAILS or place in _details(text)


def _areas_as_written(word: Word) -> tuple[str, ...]:
    items = getattr(word.entry.record, str(word.path[0])) if word.areas else ()
    return texts(items[word.path[1]].areas) if items else ()


def _is_of(word: Word, visit: Visit) -> bool:
    """Whether a consent was given for this visit: on its day, or for its number."""
    return (word.day is not None and word.day == visit.entry.day) or word.covers == f"visit {visit.at.visit}"


def _uncovered(rule: Rule, visit: Visit, names: list[str]) -> tuple[str, str]:
    """What is missing for all areas of a visit, and what to do."""
    name = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    if rule.form == "spoken":
        was, written = ("were", f"[{', '.join(names)}]") if len(names) > 1 else ("was", name)
        return f"This visit does not say that {name} {was} agreed to by word of mouth.", f"add consented: {written}"
    form = "signed " if rule.form else ""
    when = f"of {visit.entry.day or 'this visit'}" if rule.each_time else "before this visit"
    todo = f"attach the {form}form: a consent {when} for sensitive-area" + (", how: signed" if form else "")
    return f"No {form}consent {'of this visit' if rule.each_time else 'stands'} for {name}.", todo
