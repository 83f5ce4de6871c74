"""How many visits, how often and how long: the library's estimate, with the studies and the doubts beside it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ...patterns import lazy
from ..moments import per_week, read_count, read_days, read_visit
from .base import Line, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .base import Case

MOST_REASONS = 6
"""Reasons from the library that a person still reads (house value); the practice's own courses come on top."""

_TELLING = 3
"""Studies of a presentation, the most telling first, that are searched for doubts."""

_REVIEW, _CAP = "gl-review-interval", "gl-cap-course"
_CAREFUL = {"planned": "4", "often": "weekly", "reassess": ["visit 4"]}
"""Where nothing is known of the picture: no further than the first review, which is due every 3-4 weeks (Colorado
chronic pain guideline 2017, the entry gl-review-interval)."""
_CAREFUL_VISIT = 4
FAR_OFF = 12
"""Weeks from the start after which nothing is aimed at in a first plan: about three months. House rule."""

_SIZE = lazy(r"\b(RR|SMD) |\bg -?[0-9]|\beffect size\b|[0-9] (percent|points?)\b|\bfrom [0-9.]+ to [0-9.]+")
_GAIN = lazy(r"\b(better|gains?|less|further|wider|stronger|large)\b")
_AGAINST = lazy(
    r"\bno better\b|\bno difference\b(?! which)|\bdid not (differ|improve|change)\b|\bfollow-up it did not\b"
    r"|\bnot clearly different\b|\bwas not affected\b|\bless than what counts as meaningful\b|\bmattered little\b"
    r"|\bin favour of exercise without massage\b"
)
_WEAK = lazy(r"\blow[- ]quality\b|\bcertainty as (very )?low\b")
_HARM = lazy(r"\b(harm|side effects|adverse)\b")
_ABOUT_HANDS = lazy(r"\b[Mm]assage\b|\b[Mm]anual therapy\b|\b[Ss]oft tissue\b|\b[Mm]yofascial\b")

BEHIND = 3
"""Weeks behind the last visit from which a later look is planned apart. House rule."""

_Study = tuple[str, "dict[str, Any]"]
_Found = tuple[str, "dict[str, Any]", "dict[str, Any]"]


def visits(case: Case) -> list[Line]:
    """The line `visits` of a draft: the fewest visits of the estimate, and when to look again.

    Of the reasons the estimate comes first, then how large the effect was in a study, what speaks against it, and what
    guidelines say; last, what finished courses of this practice came to. All figures are the library's.
    """
    own = [Reason(sentence) for sentence in case.own]
    estimate = _estimate(case)
    if estimate is None:
        return [Line("visits", dict(_CAREFUL), (*_general(case), *own))]
    id, entry = estimate
    found = [*_of_estimate(id, entry), *_of_studies(case, entry), *_of_guidelines(case)]
    begin = case.entry("presentation", case.presentation).get("begin") or {}
    item = _item(entry) | ({"length": str(begin["length"])} if begin.get("length") else {})
    week, weeks = horizon(case), weeks_of(item)
    if is_beyond(week, weeks):
        item["reassess"] = [*item["reassess"], f"week {week}"]
    return [Line("visits", item, (*found[:MOST_REASONS], *own))]


def is_beyond(week: int | None, weeks: float | None) -> bool:
    """Whether a week lies so far behind the visits that it wants a look of its own."""
    return week is not None and weeks is not None and week - weeks >= BEHIND


def weeks_of(item: Mapping[str, Any]) -> float | None:
    """How many weeks the visits of a line take."""
    rate, count = per_week(str(item.get("often") or "")), read_count(str(item.get("planned") or ""))
    return count / rate if rate and count else None


def horizon(case: Case) -> int | None:
    """The week by which what takes longer is looked at: of the picture's own course, else the estimate's last week."""
    takes = (case.entry("presentation", case.presentation).get("takes") or {}).get("weeks")
    estimate = _estimate(case)
    weeks = str((estimate[1].get("dose") or {}).get("weeks") or "").partition("-")[2] if estimate else ""
    return min(int(takes), FAR_OFF) if takes else int(weeks) if weeks.isdigit() else None


def check_visit(case: Case) -> int:
    """Number of the visit at which to compare with the start for the first time."""
    estimate = _estimate(case)
    return _CAREFUL_VISIT if estimate is None else _first_check(estimate[1])


def expect_visit(case: Case) -> int:
    """Number of the visit at which a change should be seen if there is to be one: the week of it, in visits."""
    estimate = _estimate(case)
    return _CAREFUL_VISIT if estimate is None else _expected(estimate[1])


def remarks(case: Case) -> list[str]:
    """What the picture and its estimate say besides, for the therapist: `At first 30-45 minutes.`"""
    estimate = _estimate(case)
    notes = (case.entry("presentation", case.presentation).get("note"), estimate and estimate[1].get("planning-note"))
    return [str(note) for note in notes if note]


def _estimate(case: Case) -> _Study | None:
    id = case.entry("presentation", case.presentation).get("visits")
    entry = case.entry("dosing", id)
    return (str(id), entry) if entry.get("kind") == "planning-estimate" else None


def _item(entry: Mapping[str, Any]) -> dict[str, Any]:
    dose: Mapping[str, Any] = entry["dose"]
    item: dict[str, Any] = {"planned": str(_planned(entry))}
    if each := dose.get("per-week"):
        item["often"] = "weekly" if each == "1" else f"{each}/week"
    if minutes := dose.get("minutes"):
        item["length"] = f"{minutes} min"
    looks = (_first_check(entry), _expected(entry), _planned(entry))
    item["reassess"] = [f"visit {n}" for n in sorted(set(looks))]
    return item


def _planned(entry: Mapping[str, Any]) -> int:
    """The fewest visits of the estimate by which a change is expected: more can be added, none has to be taken back."""
    return max(_sessions(entry)[0], _expected(entry))


def _sessions(entry: Mapping[str, Any]) -> tuple[int, int]:
    """Fewest and most visits of the estimate."""
    few, _, most = str((entry.get("dose") or {}).get("sessions") or _CAREFUL_VISIT).partition("-")
    ends = sorted((int(few), int(most or few)))
    return ends[0], ends[1]


def _expected(entry: Mapping[str, Any]) -> int:
    """The visit of the week by which a change is expected: from the first check on, within the estimate's visits."""
    weeks = (read_days(entry.get("expect-change-by")) or 0.0) / 7
    rate = str((entry.get("dose") or {}).get("per-week") or 1).partition("-")[0]
    visit = math.ceil(weeks * float(rate))
    return min(max(visit, _first_check(entry)), _sessions(entry)[1])


def _first_check(entry: Mapping[str, Any]) -> int:
    return min(read_visit(entry.get("first-check-after")) or _CAREFUL_VISIT, _sessions(entry)[1])


def _of_estimate(id: str, entry: Mapping[str, Any]) -> Iterator[Reason]:
    dose: Mapping[str, Any] = entry["dose"]
    told = [f"{dose[key]} {words if dose[key] != '1' else one}" for key, one, words in _DOSE if dose.get(key)]
    fewest = ", of which as few as reach the expected change" if "-" in str(dose.get("sessions")) else ""
    words = f"{id}, an estimate: {', '.join(told)}{fewest}; made from: {entry['basis']}"
    yield Reason(words, sources=_ids(dose.get("source")), verified=dose.get("verified") == "true")


_DOSE = (
    ("sessions", "visit", "visits"), ("minutes", "min each", "min each"), ("per-week", "a week", "a week"),
    ("weeks", "week", "weeks"),
)  # fmt: skip


def _of_studies(case: Case, estimate: Mapping[str, Any]) -> Iterator[Reason]:
    named = case.entry("presentation", case.presentation).get("evidence") or ()
    studies = [(id, entry) for id in named if (entry := case.entry("dosing", id)).get("kind") == "evidence"]
    if not studies:
        words = "a doubt: the library has no study of massage for this very picture, the estimate leans on others"
        yield Reason(words, sources=_ids(estimate.get("sources")), verified=False)
        return
    size = _size(studies)
    if size:
        yield _as_reason(case, size, "the effect in")
    doubts = list(_doubts(studies, size))
    yield from (_as_reason(case, doubt, "a doubt from") for doubt in doubts[:2])
    if not doubts:
        yield _uncertain(case, *studies[0])


def _size(studies: Iterable[_Study]) -> _Found | None:
    """The statement that tells best how large the effect of massage was: with figures, seen in its source."""

    def rank(found: _Found) -> tuple[bool, bool, bool]:
        text = found[2]["statement"]
        return not _SIZE.search(text), found[2].get("verified") != "true", _speaks_against(text)

    told = [each for each in _statements(studies) if _tells_of_an_effect(each)]
    return min(told, key=rank, default=None)


def _tells_of_an_effect(found: _Found) -> bool:
    _, study, statement = found
    text = statement["statement"]
    if str(study.get("technique")).startswith("no massage") or _HARM.search(text):
        return False
    return bool(_SIZE.search(text) or (_GAIN.search(text) and not _AGAINST.search(text)))


def _doubts(studies: list[_Study], size: _Found | None) -> Iterator[_Found]:
    """What speaks against the effect, at most one plain statement of each study, the study of the effect first."""
    for study in sorted(studies[:_TELLING], key=lambda each: size is None or each[0] != size[0]):
        told = [each for each in _statements([study]) if size is None or each[2] is not size[2]]
        against = [each for each in told if _AGAINST.search(each[2]["statement"])]
        against.sort(key=lambda each: bool(_SIZE.search(each[2]["statement"])))
        weak = [each for each in told if _WEAK.search(each[2]["statement"])]
        yield from (against or weak)[:1]


def _speaks_against(text: str) -> bool:
    return bool(_AGAINST.search(text) or _WEAK.search(text))


def _statements(studies: Iterable[_Study]) -> Iterator[_Found]:
    for id, entry in studies:
        yield from ((id, entry, statement) for statement in entry.get("findings") or ())


def _as_reason(case: Case, found: _Found, lead: str) -> Reason:
    id, entry, statement = found
    certain = f", certainty {entry['certainty']}" if entry.get("certainty") else ""
    words = f"{lead} {case.name('dosing', id)}{certain}: {statement['statement']}"
    return _cited(words, statement)


def _uncertain(case: Case, id: str, entry: Mapping[str, Any]) -> Reason:
    many = f" of {entry['participants']} people" if entry.get("participants") else ""
    words = f"a doubt: {case.name('dosing', id)} is a {entry['design']}{many}, compared with: {entry['comparison']}"
    words += f"; certainty {entry['certainty']}"
    return Reason(words, sources=_ids(entry.get("sources")), verified=entry.get("verified") == "true")


def _of_guidelines(case: Case) -> Iterator[Reason]:
    """The guideline that speaks of work with the hands, then when to review and after how many visits, then others."""
    named = case.entry("presentation", case.presentation).get("guidelines") or ()
    told = [(id, statement) for id in named for statement in case.entry("dosing", id).get("statements") or ()]
    about = {id: len(case.entry("dosing", id).get("presentations") or ()) for id in named}
    told.sort(key=lambda each: (not _ABOUT_HANDS.search(each[1]["statement"]), about[each[0]]))
    found = [_guided(case, id, statement) for id, statement in told]
    yield from found[:1]
    yield from _general(case)
    yield from (_guided(case, _CAP, each) for each in case.entry("dosing", _CAP).get("statements") or ())
    yield from found[1:]


def _general(case: Case) -> list[Reason]:
    return [_guided(case, _REVIEW, each) for each in case.entry("dosing", _REVIEW).get("statements") or ()]


def _guided(case: Case, id: str, statement: Mapping[str, Any]) -> Reason:
    return _cited(f"{case.name('dosing', id)}: {statement['statement']}", statement)


def _cited(words: str, statement: Mapping[str, Any]) -> Reason:
    return Reason(
        words.removesuffix("."), sources=_ids(statement.get("source")), verified=statement.get("verified") == "true"
    )


def _ids(source: Any) -> tuple[str, ...]:
    return tuple(source) if isinstance(source, (list, tuple)) else (str(source),) if source else ()
