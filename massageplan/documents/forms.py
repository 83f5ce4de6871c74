"""The paper forms: plain input to their views. Pure: no disk, no clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from . import form_again, form_screening, moments, plain
from .form_view import ConsentView, Earlier, FormView, IntakeView, Known, ReassessmentView, Step
from .line import block, spoken
from .view import Paper, PracticeCard
from .words import ENGLISH, Words

ANYBODY = "CLIENT"
"""Stands in the commands of a blank form."""


class FormInput(Struct, frozen=True, kw_only=True):
    """Everything a form is made from, taken out of the records and the library.

    Attributes:
        practice: name, phone and therapist.
        who: the person, `born` as an ISO date; all unknown on a blank form.
        code: the client's folder; None on a blank form.
        region: id of the body region; `general` where none was chosen.
        region_entry: its library entry.
        screening: library entries of screening by id.
        minor: whether somebody else has to agree as well.
        since: ISO day of the last assessment.
        goals, activities: the client's own words.
        symptoms: as last listed, with the keys of a record.
        instruments: library entries of what was filled in before.
        homework: names of what was to be done.
        earlier: what the therapist measured.
        team: names of professionals.
        paper, large: the sheet, and whether it is printed in large letters.
    """

    practice: PracticeCard
    who: Known = Known()
    code: str | None = None
    region: str = "general"
    region_entry: Mapping[str, Any] = {}
    screening: Mapping[str, Mapping[str, Any]] = {}
    minor: bool = False
    since: str | None = None
    goals: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    symptoms: tuple[Mapping[str, Any], ...] = ()
    instruments: tuple[Mapping[str, Any], ...] = ()
    homework: tuple[str, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    team: tuple[str, ...] = ()
    paper: Paper = "letter"
    large: bool = False


def reads_whole(given: FormInput, language: str) -> bool:
    """Whether the library has what a form asks in a language, so that no other stands between its words."""
    entries = (given.region_entry, *given.screening.values(), *given.instruments)
    whole = language.partition("-")[0]
    return all(
        spoken(entry, language).partition("-")[0] == whole and block(entry, language).get("name")
        for entry in entries
        if entry
    )


def _common(given: FormInput, words: Words) -> dict[str, Any]:
    """What every form has, but for its steps."""
    who, born = given.who, given.who.born
    name = plain.text(block(given.region_entry, words.language).get("name"))
    return {
        "language": words.language,
        "unreviewed": not words.reviewed,
        "paper": given.paper,
        "large": given.large,
        "practice": given.practice,
        "who": Known(**{f: getattr(who, f) for f in who.__struct_fields__ if f != "born"}, born=_day(born, words)),
        "region": name if given.region != "general" and name else None,
    }


def _day(text: str | None, words: Words) -> str | None:
    return moments.spoken(text, words) if text else None


def _steps(given: FormInput, *steps: tuple[str, str]) -> tuple[Step, ...]:
    """The commands with the client in them; `assess` also names the region."""
    client = given.code or ANYBODY
    region = f" --region {given.region}" if given.region != "general" else ""
    tails = {"new-client": "", "assess": f" {client}{region}"}
    return tuple(Step(boxes, f"mplan {verb}{tails.get(verb, f' {client}')}") for boxes, verb in steps)


def intake(given: FormInput, words: Words = ENGLISH) -> IntakeView:
    """The first form: who, where it hurts, what must be known before any touch."""
    asked = plain.texts(given.region_entry.get("screening"))
    health = form_screening.health(given.screening, asked, words.language)
    new = (("1", "new-client"),) if given.code is None else ()
    before, history, after = (_steps(given, *steps) for steps in (new, (("9–10", "history"),), (("2–8", "assess"),)))
    not_here = " ".join(f"-{n}" for n in form_screening.left_out(given.screening, asked))
    return IntakeView(
        **_common(given, words),
        enter=(*before, *(Step(step.boxes, step.command, not_here) for step in history), *after),
        signs=form_screening.signs(given.screening, asked, words.language),
        health=form_screening.columns(health, 3, form_screening.name_lines),
    )


def consent(given: FormInput, words: Words = ENGLISH) -> ConsentView:
    """What the client agrees to, refuses and may take back."""
    return ConsentView(
        **_common(given, words),
        enter=_steps(given, ("1–8", "consent")),
        places=form_again.places(given.symptoms, words),
        team=given.team,
        minor=given.minor,
    )


def reassessment(given: FormInput, words: Words = ENGLISH) -> ReassessmentView:
    """The same questions again, without what was answered the last time."""
    ratings, counts = form_again.rows(given.symptoms, words)
    sheets, hand, diary = form_again.instruments(given.instruments, words)
    asked = plain.texts(given.region_entry.get("screening"))
    return ReassessmentView(
        **_common(given, words),
        enter=_steps(given, ("1–3, 7", "assess"), ("4", "session"), ("5", "assess"), ("5", "history"), ("6", "plan")),
        since=_day(given.since, words),
        goals=given.goals,
        ratings=ratings,
        counts=(*counts, *diary),
        activities=given.activities,
        hand=hand,
        sheets=sheets,
        homework=given.homework,
        signs=form_screening.signs(given.screening, asked, words.language, urgent=True),
        earlier=form_screening.columns(given.earlier, 2),
    )


FORMS: dict[str, Callable[..., FormView]] = {
    "intake": intake,
    "consent": consent,
    "reassessment": reassessment,
}
"""Each form by the name it is asked for; it takes what is given, and the words of the reader."""
