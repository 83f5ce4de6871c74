"""The homework handout: plain input to its view. Pure: no disk, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from . import dates, grid, line, moments, pain, plain, plain_names, stopping, telling
from .view import Advice, HandoutView, Helper, Line, PainStep, Paper, PracticeCard
from .words import ENGLISH, Words

_OF_TEN = re.compile(r"([0-9]{1,2})/10")
_BESIDE = 150
"""Characters of advice that a narrow column beside the grid has room for (house value)."""

_FEW = 4
"""Lines of homework beside which advice still stands (house value)."""

_PAGE = 3
"""Lines of homework that fit a page (house value; see the library rule on how many lines to give)."""

_PAGE_LETTERS = 1400
"""Letters of three lines, their signs and habits that still fit a page beside all else (tried on 15 drafted sheets)."""

_ROOMY = 2
"""Lines of homework beside which a second goal and why it hurts have room on one page (house value): what to do comes
first and theory last (say-ah, library adherence), and the agreement says why it hurts."""

_LONGEST_NAME = 30
"""Characters before a colon that still read as a name (house value)."""


class HandoutInput(Struct, frozen=True, kw_only=True):
    """Everything a handout is made from, taken out of the records.

    Attributes:
        practice: name, phone and therapist.
        client: how the client is called.
        items: homework items in force, in order, with the keys of a record.
        exercises: library entries by id: those of the items, and those they name as easier and harder.
        goals: the client's own words, the main goal first.
        expect: the plan's `expect`: `by` (a moment) and perhaps `words`.
        shown_on: the day it is handed over, a date or words.
        week: week of the course, from 1.
        why: long text of the plan; printed where there is room.
        advice: habits and what else to know, with the keys of a record: `say`, and what it is about in the library,
            `do` or `sign`.
        signs: screening entries by id: those that advice names, and emergencies that speak against an exercise.
        stop: reasons to stop and call the same day; the usual ones where empty.
        pain_rule: the practice's rule, perhaps by language; the usual one where none.
        start: first day of the tick grid; without it the heads count days.
        days: days of the grid, at most 14; 0 for none.
        begun: first day of the course, from which its weeks count.
        next_visit: for the foot; a date is put into words, a time of the day may stand behind it.
        helpers: who else helps: name (or nothing), profession and number.
        confidence: such as `7/10`.
        notes: what the reader of this sheet must know.
        record: what it was made from.
        home: language of the practice, in which what it wrote is read.
        paper: the sheet.
        large: whether it is printed in large letters.
        code: the client's folder, by which a text from the page is known again; empty for none.
    """

    practice: PracticeCard
    client: str
    items: tuple[Mapping[str, Any], ...] = ()
    exercises: Mapping[str, Mapping[str, Any]] = {}
    goals: tuple[str, ...] = ()
    expect: Mapping[str, Any] | None = None
    shown_on: str | None = None
    week: int | None = None
    why: str | None = None
    advice: tuple[Mapping[str, Any], ...] = ()
    signs: Mapping[str, Mapping[str, Any]] = {}
    stop: tuple[str, ...] = ()
    pain_rule: str | Mapping[str, str] | None = None
    start: date | None = None
    days: int = 7
    begun: date | None = None
    next_visit: str | None = None
    helpers: tuple[tuple[str | None, str | None, str | None], ...] = ()
    confidence: str | None = None
    notes: tuple[str, ...] = ()
    record: str | None = None
    paper: Paper = "letter"
    large: bool = False
    code: str = ""
    home: str = "en"


def expected(expect: Mapping[str, Any] | None, words: Words, moved: str | None = None) -> tuple[str | None, str | None]:
    """By when a difference is expected, as a sentence, and what the therapist added to it; nothing without a moment.

    Args:
        moved: what the difference is in a figure, in words.
    """
    by = plain.text(expect.get("by")) if expect else ""
    if not expect or not by:
        return None, None
    when = moments.by(by, words)
    # Translators: {by} is such as "by visit 4" or "by 7 July 2026"
    sentence = words.gettext("We expect a difference you can feel {by}. If not, we change the plan.", by=when)
    if moved:
        # Translators: {moved} is what the difference is, such as "from 4 to 7 of 10 in “Lift my daughter”"
        sentence = words.gettext(
            "We expect a difference you can feel {by}: {moved}. If not, we change the plan.", by=when, moved=moved
        )
    said = plain.text(expect.get("words"))
    repeats = said.casefold().rstrip(".") == "a difference you can feel"
    ended = said if said.endswith((".", "!", "?")) else f"{said}."
    return sentence, None if repeats or not said else plain.sentence(ended)


def _pain(given: HandoutInput, words: Words) -> tuple[tuple[PainStep, ...], str | None]:
    """The practice's rule; in a language it is not written in, its scores with our words, so that it can be read."""
    rule, tag = pain.in_language(given.pain_rule, words.language, given.home)
    if not rule:
        return pain.usual(words), None
    steps = pain.steps(rule, words)
    if len(steps) == pain.STEPS and tag.partition("-")[0] != words.language.partition("-")[0]:
        return tuple(replace(ours, label=own.label) for ours, own in zip(pain.usual(words), steps, strict=True)), None
    return steps, None if steps else rule


def confidence(text: str | None, words: Words) -> str | None:
    """How sure the client is, in words: `7 out of 10`; as written where it is no such figure."""
    match = _OF_TEN.fullmatch(text or "")
    return words.gettext("{n} out of 10", n=match[1]) if match else text


def _advice(item: Mapping[str, Any], exercises: Mapping[str, Mapping[str, Any]], words: Words) -> Advice:
    """A habit in the reader's language; what the therapist wrote where it is in theirs or the library has none."""
    entry = exercises.get(plain.text(item.get("do")), {})
    tag = line.spoken(entry, words.language)
    if tag not in ("", "en"):
        block = line.block(entry, words.language)
        steps = " ".join((*plain.texts(block.get("prepare")), *plain.texts(block.get("do"))))
        return Advice(steps, plain.text(block.get("name")), tag, line.is_reviewed(block))
    return _named(plain.text(item.get("say")))


def _named(text: str) -> Advice:
    """A text whose beginning names it, as `Sleep on your side: Lie on your side`, in its two parts."""
    name, colon, words = text.partition(": ")
    named = colon and len(name) <= _LONGEST_NAME and words[:1].isupper() and not re.search(r"[.!?;,(]", name)
    return Advice(words, name) if named else Advice(text)


def _helper(name: str | None, profession: str | None, phone: str | None, words: Words) -> Helper:
    known = plain_names.profession(profession, words) if profession else None
    return Helper(name, known, phone) if name else Helper(plain.sentence(known or ""), None, phone)


def _spoken(text: str | None, words: Words) -> str | None:
    return moments.spoken(text, words) if text else None


def _visit(text: str | None, words: Words) -> str | None:
    """The next visit in words; the time that stands behind its day as it is written."""
    first, _, rest = (text or "").partition(" ")
    day = dates.parse(first)
    return f"{dates.long(day, words)}, {rest}" if day and rest else _spoken(text, words)


def _turns(large: bool, lines: Sequence[Line], beside: Sequence[str]) -> bool:
    """Whether the sheet is likely to take a second page: then when to stop stands on the first."""
    letters = sum(map(_letters, lines)) + sum(map(len, beside))
    return large or len(lines) > _PAGE or (len(lines) == _PAGE and letters > _PAGE_LETTERS)


def _letters(each: Line) -> int:
    """How much of a page the words of a line take."""
    words = (*each.steps, *each.cue, *each.stop_if, *each.safe, *each.progress, each.feel, each.breathe, each.too_hard)
    return sum(len(text or "") for text in words)


def build(given: HandoutInput, words: Words = ENGLISH) -> HandoutView:
    """The view of a homework handout: every line kept, every figure in words."""
    _ = words.gettext
    days = (given.start, given.days, given.begun)
    expect, expect_note = expected(given.expect, words)
    pain_rule, pain_note = _pain(given, words)
    numbered = enumerate(given.items, start=1)
    lines = tuple(line.build(n, item, given.exercises, days, words) for n, item in numbered)
    advice = tuple(_advice(each, given.exercises, words) for each in given.advice if not each.get("sign"))
    urgent = stopping.urgent(given.advice, given.items, given.exercises, given.signs, words)
    told = (*advice, *urgent)
    short = sum(len(each.words) for each in advice) <= _BESIDE
    roomy = short and len(lines) <= _ROOMY
    turns = _turns(given.large, lines, [each.words for each in told])
    heads = grid.heads(given.start, given.days, words) if given.items else ()
    sheet = telling.Sheet(given.code, given.week, given.record or "", given.start)
    return HandoutView(
        language=words.language,
        paper=given.paper,
        large=given.large,
        practice=given.practice,
        client_first=given.client,
        shown_on=_spoken(given.shown_on, words),
        goals=given.goals if roomy else given.goals[:1],
        expect=expect,
        expect_note=expect_note,
        week=given.week,
        why=given.why if roomy else None,
        lines=lines,
        figures=tuple(each for item in given.items if (each := line.shown(item, given.exercises))),
        stop=given.stop or stopping.usual(words),
        pain_rule=pain_rule,
        pain_note=pain_note,
        urgent=urgent,
        advice=advice,
        turns=turns,
        full=len(lines) == _PAGE and not turns,
        start=heads[0] if heads and given.start else None,
        beside=bool(lines) and short and len(lines) <= _FEW,
        days=heads,
        tell=telling.build(sheet, lines, given.practice, words) if heads else None,
        next_visit=_visit(given.next_visit, words),
        helpers=tuple(_helper(*each, words) for each in given.helpers),
        confidence=confidence(given.confidence, words),
        notes=given.notes,
        record=given.record,
        unreviewed=not (
            words.reviewed and all(each.reviewed for each in lines) and all(each.reviewed for each in told)
        ),
    )
