"""What a client wrote between visits becomes a check-in, or is pointed at; nothing in between."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume
from hypothesis import given as for_any
from hypothesis import strategies as st

from massageplan.clinical.shorthand.message import Sent, read_message
from massageplan.clinical.shorthand.note import Note
from massageplan.clinical.shorthand.reference import Reference, check_of, sheet_mark
from massageplan.documents.telling import blank
from massageplan.documents.view import Line

from .conftest import MAREK, SCHEMAS, data, marked

CODE = "mn-4t7q"
LINES = ("knee-roll", "glute-bridge", "walking-plan")
THREE = "and the homework has 3 lines: knee-roll, glute-bridge, walking-plan."
CHANGED = "The text was changed on the way: its check does not fit it."
CUT = "This is no whole reference: the text was cut or changed on the way."
OTHER = (None, "Other lines.", "look")


def sent(lines: tuple[str, ...] = LINES) -> Sent:
    """Marek, whose sheet has these lines."""
    mark = sheet_mark(lines)
    return Sent(CODE, lambda reference: lines if reference.sheet == mark else OTHER)


def told(text: str, lines: tuple[str, ...] = LINES) -> Note:
    """What a text says; where nothing in it is pointed at, it fits a check-in."""
    note = read_message(text, MAREK, sent(lines))
    assert note.faults or SCHEMAS.fits("checkin", {"date": "2026-11-30", **note.data})
    return note


def page_text(counts: list[tuple[int, int] | int | None], pain: int | None, lines: tuple[str, ...], week: int) -> str:
    """The text as the page fills it in: done and asked of each line, days alone, or nothing asked."""
    boxes = {int: (None, 1), tuple: (), type(None): (0,)}
    ticks = [boxes[type(each)] if not isinstance(each, tuple) else (each[1],) for each in counts]
    given = [Line(number=n, id=id, name=id, ticks=each) for n, (id, each) in enumerate(zip(lines, ticks, strict=True))]
    text = blank(given, Reference(CODE, week, sheet_mark(lines)))
    for each in counts:
        if each is not None:
            text = text.replace("_", str(each[0] if isinstance(each, tuple) else each), 1)
    text = text.replace("; n _", "" if pain is None else f"; n {pain}")
    return f"{text}.{check_of(text)}"


COUNTS = st.tuples(st.integers(0, 28), st.integers(1, 28)).map(lambda two: (min(two), max(two)))
FIGURES = st.lists(COUNTS | st.integers(0, 14) | st.none(), min_size=1, max_size=8)


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, tuple[str, ...], dict[str, Any]]:
    """A text of a page, the lines of its sheet, and what it says."""
    counts = draw(FIGURES)
    assume(any(each is not None for each in counts))
    lines = tuple(f"line-{chr(97 + n)}" for n in range(len(counts)))
    pain = draw(st.none() | st.integers(0, 10))
    meant = {
        line: f"{each[0]}/{each[1]}" if isinstance(each, tuple) else f"{each} days"
        for line, each in zip(lines, counts, strict=True)
        if each is not None
    }
    said: dict[str, Any] = {"homework-done": meant}
    if pain is not None:
        said["measures"] = {"pain": {"worst": str(pain)}}
    return page_text(counts, pain, lines, draw(st.integers(1, 60))), lines, said


@for_any(texts())
def test_what_the_page_writes_is_read_back(case: tuple[str, tuple[str, ...], dict[str, Any]]) -> None:
    """Each figure under its line, pain as the worst of these days, and nothing else."""
    text, lines, said = case
    note = told(text, lines)
    assert note.faults == ()
    assert note.data == said


@for_any(texts(), st.data())
def test_a_text_with_a_wrong_sign_is_never_kept(
    case: tuple[str, tuple[str, ...], dict[str, Any]], data: st.DataObject
) -> None:
    """One character replaced, in figures, words or the reference, and somebody is told where to look."""
    text, lines, _ = case
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from("0123456789abcdefghijklmnopqrstuvwxyz/;.-"))
    changed = text[:at] + other + text[at + 1 :]
    assume(changed.lower() != text and text[at] != " ")
    assert told(changed, lines).faults


@for_any(texts(), st.sampled_from((" ", "\n", "  ")), st.text("abc ", max_size=10))
def test_what_phones_and_mail_do_to_a_text_harms_nothing(
    case: tuple[str, tuple[str, ...], dict[str, Any]], blank: str, behind: str
) -> None:
    """A capital in front, lines broken at blanks, words of the client's own behind the reference."""
    text, lines, said = case
    note = told((text[:1].upper() + text[1:]).replace(" ", blank) + f".\n{behind}", lines)
    assert note.faults == ()
    own = " ".join(behind.split())
    assert note.data == {**({"said": own} if own else {}), **said}


BY_HAND: list[tuple[str, dict[str, Any]]] = [
    ("hw 5/7 4/7 3 days; n 3", {
        "measures": {"pain": "3"},
        "homework-done": {"knee-roll": "5/7", "glute-bridge": "4/7", "walking-plan": "3 days"},
    }),
    ("hw 5/7, 4/7, -", {"homework-done": {"knee-roll": "5/7", "glute-bridge": "4/7"}}),
    ("did bridge 3 of 7, pain 4", {"measures": {"pain": "4"}, "homework-done": {"glute-bridge": "3/7"}}),
    ("hw 80 %", {"homework-done": "80 %"}),
    ("hw knee roll all, walk none", {"homework-done": {"knee-roll": "always", "walking-plan": "none"}}),
    ("pain 4\ntingling 2", {"measures": {"pain": "4", "tingling": "2"}}),
    ("symptoms: tingling right calf 3", {"symptoms": [{"what": "tingling", "where": "right calf", "now": "3"}]}),
    ("adv none; next: Tuesday", {"adverse": "none", "next": "Tuesday"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), BY_HAND, ids=[text for text, _ in BY_HAND])
def test_a_text_by_hand_is_read_too_and_kept_as_it_came(text: str, meant: dict[str, Any]) -> None:
    """So that what was read out of it can be held against it."""
    note = told(text)
    assert note.faults == ()
    assert note.data == {"said": " ".join(text.split()), **meant}


def test_own_words_and_a_question() -> None:
    """`said` stands for what was said: the text is not repeated."""
    note = told("said: Sore for a day.; asked: May I swim?; n 2")
    assert note.data == {"said": "Sore for a day.", "measures": {"pain": "2"}, "asked": "May I swim?"}


REF = f"ref {CODE}.w2.{sheet_mark(LINES)}"
REFUSED = [
    ("hw _/7 4/7 3/7; n 3; " + REF, "_/7", "The figure of knee-roll is left blank."),
    ("hw 5/7 4/7 _ days; n 3; " + REF, "_ days", "The figure of walking-plan is left blank."),
    ("hw 5/7 4/7 3/7; n _; " + REF, "n _", "The worst pain is left blank."),
    ("hw _; n 3", "_", "The figure of the homework is left blank."),
    ("n _", "n _", "The figure of n is left blank."),
    ("hw 9/7 4/7 3/7; " + REF, "9/7", "This is more than was asked."),
    ("hw bridge 9 of 7", "bridge 9 of 7", "This is more than was asked."),
    ("hw 5/7 4/7; " + REF, "5/7 4/7", f"There are 2 figures here, {THREE}"),
    ("hw 5/7 4/7 1/7 1/7", "5/7 4/7 1/7 1/7", f"There are 4 figures here, {THREE}"),
    ("hw 5/7; " + REF, "5/7", f"There is 1 figure here, {THREE}"),
    ("hw 5/7 4/7 3/7; n 11; " + REF, "11", "Pain goes from 0 to 10."),
    ("pain 14", "14", "Pain goes from 0 to 10."),
    ("hw 5/7 4/7 3/7; ref jd-7k2m.w2.mk", "jd-7k2m.w2.mk", f"This text is of jd-7k2m, and this is the folder {CODE}."),
    ("hw 5/7 4/7 3/7; " + REF[:-1] + "y", REF[4:-1] + "y", "Other lines."),
    ("hw 5/7 4/7 3/7; " + REF + ".ttt", REF[4:] + ".ttt", CHANGED),
    ("hw 5/7 4/7 3/7; ref mn-4t7q.w2", "mn-4t7q.w2", CUT),
    ("hw 5/7 4/7 3/7; ref", "ref", CUT),
    ("zork; n 3", "zork", "No piece of a check-in begins with this word."),
    ("60 min; n 3", "60", "A figure stands here without the name of what was measured."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "at", "message"), REFUSED, ids=[f"{n}" for n in range(len(REFUSED))])
def test_what_cannot_be_meant_is_pointed_at(text: str, at: str, message: str) -> None:
    """At the very piece, with the reason."""
    faults = told(text).faults
    assert (marked(text, faults[0]), faults[0].message) == (at, message)
    assert faults[0].help


def test_a_greeting_is_pointed_at_and_the_check_is_not_blamed() -> None:
    """Without it the text is whole again."""
    text = page_text([(5, 7), (4, 7), 3], 3, LINES, 2)
    assert [marked(f"Hi Ana!\n{text}", fault) for fault in told(f"Hi Ana!\n{text}").faults] == ["Hi"]
    assert told(text).faults == ()


def test_pain_of_a_page_is_pain_whatever_else_the_client_has() -> None:
    """By hand, `n` rates the one symptom that is listed."""
    text = page_text([(5, 7)], 3, ("knee-roll",), 2)
    known = type(MAREK)(MAREK.words, MAREK.library, symptoms=("headache", "tingling"), homework=("knee-roll",))
    assert read_message(text, known, sent(("knee-roll",))).data["measures"] == {"pain": {"worst": "3"}}


def test_a_row_of_figures_is_a_visits_note_too() -> None:
    """In the order of the lines in force."""
    meant = {"knee-roll": "3/7", "glute-bridge": "5/7", "walking-plan": "most"}
    assert data("hw 3/7 5 of 7 most") == {"homework-done": meant}
