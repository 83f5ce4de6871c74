"""Questions put one after the other, to a person who is played."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from massageplan.ask import terminal
from massageplan.ask.prompts import Asking, put, shown
from massageplan.ask.questions import Question, questions
from massageplan.frozen import replace
from massageplan.schema.gate import Schemas

Types = Callable[..., list[str]]


def asking(schemas: Schemas, kept: list[dict[str, Any]], kind: str = "session") -> Asking:
    """A round of questions on a terminal of 60 columns that notes what it is to keep."""
    return Asking(schemas, kind, kept.append, lambda text: text, 60)


def few(schemas: Schemas) -> list[Question]:
    """Attended, what the client says, what is next."""
    return [q for q in questions(schemas, "session") if q.name in ("attended", "said", "next")]


def test_every_answer_is_kept_at_once(schemas: Schemas, types: Types) -> None:
    """So that nothing told is lost when the terminal is closed after it."""
    types("late", "fine")
    kept: list[dict[str, Any]] = []
    assert put(few(schemas), {}, asking(schemas, kept)) == ({"attended": "late", "said": "fine"}, "ended")
    assert kept == [{"attended": "late"}, {"attended": "late", "said": "fine"}]


def test_enter_leaves_what_is_there_and_copies_nothing(schemas: Schemas, types: Types) -> None:
    """The last value is beside the question; what is filled already is shown as it is now."""
    said = types("", "", "")
    asked = [replace(q, last="2026-03-02: better") for q in few(schemas)]
    assert put(asked, {"said": "worse"}, asking(schemas, [])) == ({"said": "worse"}, "done")
    assert said.count("    last, 2026-03-02: better") == 2
    assert "    now: worse  (- takes it out)" in said


def test_back_goes_over_what_is_not_asked(schemas: Schemas, types: Types) -> None:
    """From what is next to the question before it that applies, and no further than the first."""
    said = types("<", "missed", "", "<", "flu", "<", "<", "<", "late")
    data, outcome = put(few(schemas), {}, asking(schemas, []))
    assert (data, outcome) == ({"attended": "late", "said": "flu"}, "ended")
    assert said.count("    this is the first one") == 2


def test_help_tells_what_the_schema_says(schemas: Schemas, types: Types) -> None:
    """What it means, the choices or examples, and the signs; then the question again."""
    said = types("?", "", "?")
    put(few(schemas), {}, asking(schemas, []))
    assert "    Whether the client came; yes if you leave it out." in said
    assert "    for example: Slept through twice." in said
    assert said.count("1/3 Attended") == said.count("2/3 Client says") == 2


def test_what_is_needed_cannot_be_skipped(schemas: Schemas, types: Types) -> None:
    """It is said how to stop."""
    said = types("", "Jane")
    first = questions(schemas, "client")[:1]
    assert put(first, {}, asking(schemas, [], "client")) == ({"name": "Jane"}, "done")
    assert "    this one is needed; Ctrl-C stops and keeps what you said so far" in said


def test_lines_are_wrapped_to_the_terminal(schemas: Schemas, types: Types) -> None:
    """At 60 columns none is longer, whatever the last visit said."""
    said = types("banana", "?", "", "?", "", "?")
    asked = [replace(q, last="2026-03-02: " + "long and longer " * 20) for q in few(schemas)]
    put(asked, {}, asking(schemas, []))
    assert max(map(len, said)) < 60


def test_a_value_is_shown_in_a_line() -> None:
    """What it is about first; cut where it is long; never obeyed by the terminal."""
    assert shown([{"what": "appendix", "when": "2004"}, "knee"]) == "appendix, when: 2004; knee"
    assert shown({"pain": "6 -> 4", "rom": {"lumbar-flexion": "40"}}) == "pain: 6 -> 4, rom: lumbar-flexion: 40"
    assert shown("red \x1b[31m") == "red \\u001b[31m"
    assert shown("x" * 500).endswith("x…")


def test_a_line_is_cleaned_as_it_is_typed() -> None:
    """Breaks, tabs and hard blanks are blanks; joined emoji stay; what no terminal shows goes."""
    assert terminal.cleaned("  two\nlines\tand 10\u00a0h \x07") == "two lines and 10 h"
    assert terminal.cleaned("👩\u200d👧 Zoë") == "👩\u200d👧 Zoë"
    assert terminal.cleaned("abc\u202edef\udce9") == "abcdef"


def test_yes_and_no(types: Types) -> None:
    """Enter is what is usual; a closed terminal is neither."""
    said = types("maybe", "Y", "no", "")
    assert terminal.agrees("Go on?") is True
    assert terminal.agrees("Go on?") is False
    assert terminal.agrees("Go on?", usual=False) is False
    assert terminal.agrees("Go on?") is None
    assert "  y for yes, n for no; Enter is yes" in said


def test_one_of_a_list(types: Types) -> None:
    """By its number; Enter for none."""
    said = types("3", "two", "2", "")
    assert terminal.choose("number: ", ("Ana", "Ben")) == 1
    assert terminal.choose("number: ", ("Ana", "Ben")) is None
    assert said.count("  a number from 1 to 2, or Enter for none") == 2
