"""Techniques for the tissues found: only what the therapist does, and never what an answer to screening rules out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...frozen import Frozen
from ..blocks import DEEP_TECHNIQUES, Treatment
from ..ruled_out import CONTRAINDICATED, techniques_ruled_out
from ..sensitive import WIDER
from .avoiding import avoided
from .base import Line, Reason, of_source
from .said import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .base import Case
    from .tissues import Tissue

MOST = 5
"""Techniques of a draft. House rule: what fits into one visit."""

OUTSIDE = ("refer-physio", "refer-trainer", "refer-unless-licensed")
"""Scopes of techniques and exercises that are not for a massage therapist to begin."""


class Need(Frozen):
    """What a kind of finding asks for.

    Attributes:
        techniques: ids that answer it, the best known first.
        reason: the finding by which a tissue has it; None where it has not.
        most: places of one line.
    """

    techniques: tuple[str, ...]
    reason: Callable[[Tissue], Reason | None]
    most: int = 4


NEEDS = (
    Need(("trigger-point-compression", "neuromuscular-therapy", "strain-counterstrain", "compression", "intraoral"),
         lambda each: each.felt if each.is_spot else None, most=3),
    Need(("myofascial-release", "skin-rolling"), lambda each: (each.felt or each.held[0]) if each.is_fascia else None),
    Need(("petrissage", "myofascial-release", "neuromuscular-therapy", "friction-circular", "effleurage", "compression",
          "massage"), lambda each: each.felt if each.tense or each.is_spot else None),
    Need(("static-stretch", "pnf-stretch", "met", "soft-tissue-release"),
         lambda each: each.held[0] if each.held else None, most=3),
)  # fmt: skip
"""What each kind of finding asks for, in the order of a visit's plan. Common teaching, a house rule: the picture's own
list of techniques comes before this order, and the therapist decides."""

PRESSED = frozenset(("trigger-point", "kneading", "stroking", "friction", "fascia", "pressing", "mixed", "tools"))
"""Groups of techniques that have a pressure."""

WHOLE = ("pregnancy-massage", "relaxation-massage", "effleurage", "chair-massage", "massage")
"""What calms and warms, where the picture names it."""

ALL_OVER = frozenset(("pregnancy-massage", "relaxation-massage", "chair-massage"))
"""Techniques for the whole body, that are not of one place."""

NO = {"refused": "refuses", "withdrawn": "withdraws"}
"""What a consent says that forbids, and the word under which it stands."""

WARMTH = ("hot-therapy",)
_WARM = ("warm", "heat", "hot ", "shower", "bath")
_NOT_WARMED = {"head": "neck"}
"""Where warmth goes in place of a region on which no warm pack is laid."""


class _Chooser:
    """Picks what is allowed, and remembers what was not and why."""

    def __init__(self, case: Case, light: Reason | None) -> None:
        self._case, self.light, self._never = case, light, avoided(case)
        self._named = tuple(case.entry("presentation", case.presentation).get("techniques") or ())
        self._only_named = any(self._does(id) for id in self._named)
        self.left_out: dict[str, None] = {}

    def first(self, wanted: Iterable[str], places: tuple[str, ...], side: str | None = None) -> str | None:
        """The first technique that the therapist does and that nothing rules out at these places.

        Where the picture names techniques and the therapist does one of them, no others are proposed.
        """
        fit = (id for id in wanted if id in self._named or not self._only_named)
        return next((id for id in fit if self._does(id) and self.may(id, places, side)), None)

    def _does(self, id: str) -> bool:
        skills = self._case.skills
        scope = self._case.entry("technique", id).get("scope")
        if skills is None:
            return scope == "massage" and id in (*self._named, "massage")
        return id in skills and scope not in OUTSIDE

    def may(self, id: str, places: tuple[str, ...], side: str | None = None) -> bool:
        """Whether nothing rules this out as it would be used; what does is remembered."""
        case = self._case
        if id in self._never:
            self.left_out[f"{case.name('technique', id)}: {self._never[id]}"] = None
            return False
        if self.light is not None and id in DEEP_TECHNIQUES:
            self.left_out[f"{case.name('technique', id)}: hands are to be {self.light}."] = None
            return False
        for place in places:
            if refused := refused_at(case, place, side):
                self.left_out[refused] = None
                return False
        pressure = "light" if self.is_light(id) else None
        hits = techniques_ruled_out(case.library, case.standing, [Treatment(id, places, pressure, ())], case.regions)
        for _, answer, act, why in hits:
            block = "" if why == CONTRAINDICATED else f", which rules out {case.name('block', why).lower()}"
            at = f"{answer.span.file.rpartition('/')[2]}:{answer.span.line}"
            self.left_out[f"{case.name('technique', id)}: {act.id} is {answer.answer} ({at}){block}."] = None
        return not hits

    def is_light(self, id: str) -> bool:
        """Whether a technique is planned with light pressure, since an answer speaks against deep work."""
        return self.light is not None and self._case.entry("technique", id).get("group") in PRESSED


def techniques(case: Case, found: list[Tissue], light: Reason | None) -> tuple[list[Line], list[str]]:
    """Lines of techniques, and what would have fitted but must not be, each a sentence.

    Args:
        light: why pressure has to be light; None where nothing asks for it.
    """
    chooser = _Chooser(case, light)
    chosen: dict[str, dict[str, Reason]] = {}
    for need in NEEDS:
        for tissue in found:
            reason = need.reason(tissue)
            if reason and (id := chooser.first(need.techniques, (tissue.id,), tissue.side)):
                places = chosen.setdefault(id, {})
                if len(places) < need.most:
                    places.setdefault(tissue.place, reason)
    lines = [_line(case, chooser, id, places) for id, places in chosen.items()]
    return [*lines, *_whole(case, chooser, set(chosen))][:MOST], list(chooser.left_out)


def _line(case: Case, chooser: _Chooser, id: str, places: dict[str, Reason]) -> Line:
    item: dict[str, Any] = {"use": id, "where": list(places) if len(places) > 1 else next(iter(places))}
    because = list(places.values())
    if chooser.light and chooser.is_light(id):
        item["pressure"] = "light"
        because.append(chooser.light)
    return Line("techniques", item, (*dict.fromkeys(because), _taught(case, id)))


def refused_at(case: Case, place: str, side: str | None) -> str:
    """That the client does not want work at a place; empty where they do, or nobody asked."""
    for each in (place, *WIDER.get(place, ())):
        held = case.consents.area(each, side) if case.consents else None
        if held is not None and held.state in NO:
            at = f" ({held.said.span.file.rpartition('/')[2]}:{held.said.span.line})" if held.said else ""
            where = f"{side or ''} {place.replace('-', ' ')}".strip()
            return f"{where}: {held.state}{at}, so nothing is planned there."
    return ""


def _taught(case: Case, id: str) -> Reason:
    """What a technique is for, with the sources of its entry."""
    entry = case.entry("technique", id)
    intention = str((entry.get("en") or {}).get("intention") or "")
    named = id in (case.entry("presentation", case.presentation).get("techniques") or ())
    words = f"{id}: {intention}" + (f"; named for {case.presentation}" if named else "")
    return of_source(words, entry)


def _whole(case: Case, chooser: _Chooser, chosen: set[str]) -> list[Line]:
    """What calms the area, and warmth where the client says that warmth helps."""
    out = []
    of_all = case.entry("presentation", case.presentation).get("region") == "general"
    region = "" if of_all or case.regions[0] == "general" else case.regions[0]
    calm = chooser.first(WHOLE, (region,) if region else ())
    if calm and calm not in chosen:
        out.append(_for_area(case, chooser, calm, "" if calm in ALL_OVER else region, ()))
    better = [reason for text, reason in told(case, "better_with") if any(word in f"{text.lower()} " for word in _WARM)]
    place = _NOT_WARMED.get(region, region)
    warm = chooser.first(WARMTH, (place,) if place else ()) if better else None
    if warm:
        out.append(_for_area(case, chooser, warm, place, tuple(better)))
    return out


def _for_area(case: Case, chooser: _Chooser, id: str, region: str, because: tuple[Reason, ...]) -> Line:
    light = chooser.light if chooser.is_light(id) else None
    item = {"use": id, **({"where": region} if region else {}), **({"pressure": "light"} if light else {})}
    return Line("techniques", item, (*because, *([light] if light else []), _taught(case, id)))
