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


def a_question(*path: str | int, **more: Any) -> Question:
    """A question about an assessment in one's own words."""
    return replace(Question(path, str(path[-1]).capitalize(), "Any words.", ("x",), (), True, "", False), **more)


def test_lines_to_look_at_stand_above_the_prompt_and_fit(schemas: Schemas, types: Types) -> None:
    """A line that is too long is broken, columns that fit stay columns, and a control character is shown as text."""
    said = types("")
    lead = ("a  column   kept", "word " * 30, "red \x1b[31m")
    put([a_question("reason", lead=lead)], {}, asking(schemas, [], "assessment"))
    assert said[1] == "    a  column   kept"
    assert said[-3:] == ["    red \\u001b[31m", "    for example: x", terminal.PROMPT]
    assert [line for line in said[2:-3] if not line.startswith("    word word")] == []
    assert max(map(len, said)) < 60


def test_a_long_question_is_wrapped(schemas: Schemas, types: Types) -> None:
    """Those of a form are whole sentences."""
    said = types("")
    title = "What number best describes how, during the past week, pain has interfered with your enjoyment of life?"
    put([a_question("reason", title=title, needed=False)], {}, asking(schemas, [], "assessment"))
    assert " ".join(line.strip() for line in said[:-2]) == f"1/1 {title}"
    assert max(map(len, said)) < 60
    again = types("x")
    put([a_question("reason", title="Short", needed=True)], {}, asking(schemas, [], "assessment"))
    assert again[0] == "1/1 Short (needed)"


def test_what_follows_from_an_answer_is_asked_next(schemas: Schemas, types: Types) -> None:
    """And no more, once the answer is another; the count tells how many there are now."""
    first, more, last = a_question("reason"), a_question("impression"), a_question("next")

    def asked(data: dict[str, Any]) -> list[Question]:
        return [first, *([more] if data.get("reason") == "grave" else []), last]

    said = types("grave", "<", "mild", "soon")
    data, outcome = put(asked, {}, asking(schemas, [], "assessment"))
    assert (data, outcome) == ({"reason": "mild", "next": "soon"}, "done")
    assert [line for line in said if line[1:2] == "/"] == [
        "1/2 Reason", "2/3 Impression", "1/3 Reason", "2/2 Next",
    ]  # fmt: skip


def test_an_answer_is_told_of_at_once(schemas: Schemas, types: Types) -> None:
    """Before the next question, and not where it could not be used."""
    said = types("x", "wrong", "ok")
    judged = a_question(
        "reason", tells=lambda value: [f"told of {value}"], read=lambda text: (text, ["no"] if text == "wrong" else [])
    )
    put([judged, replace(judged, path=("next",))], {}, asking(schemas, [], "assessment"))
    told = [line.strip() for line in said if line.strip() in ("told of x", "told of wrong", "told of ok", "no")]
    assert told == ["told of x", "no", "told of ok"]


def opening(*inner: Question) -> Question:
    """The scores, where `more` opens further questions."""
    return a_question(
        "measures", mine=lambda key: key != "rom", asks=lambda text: list(inner) if text == "more" else [],
        tells=lambda value: [f"told of {sorted(value)}"], read=lambda text: ({text: "1"}, []), title="Scores",
    )  # fmt: skip


ITEMS = tuple(a_question("measures", "peg", "items", nth=n, of=2, title=f"Item {n + 1}") for n in range(2))


def test_a_question_opens_others_and_is_put_again(schemas: Schemas, types: Types) -> None:
    """What they gave is told once, and what is typed afterwards is added to it."""
    said = types("more", "3", "4", "rmdq", "end")
    kept: list[dict[str, Any]] = []
    data, outcome = put([opening(*ITEMS), a_question("impression")], {}, asking(schemas, kept, "assessment"))
    assert (data, outcome) == (
        {"measures": {"peg": {"items": ["3", "4"]}, "rmdq": "1"}, "impression": "end"}, "done",
    )  # fmt: skip
    assert kept[0] == {"measures": {"peg": {"items": ["3", "no answer"]}}}
    assert [line.strip() for line in said if "told of" in line] == ["told of ['peg']", "told of ['rmdq']"]
    assert [line for line in said if line[1:2] == "/"] == [
        "1/2 Scores", "1/2 Item 1", "2/2 Item 2", "1/2 Scores", "2/2 Impression",
    ]  # fmt: skip
    assert "now: peg: 2 answers  (- takes it out; what you type is added)" in " ".join(map(str.strip, said))


def test_out_of_opened_questions_one_goes_back(schemas: Schemas, types: Types) -> None:
    """From the first of them to the question that opened them, which tells nothing where nothing was given."""
    said = types("more", "<", "<", "more", "3", "<", "<", "")
    data, outcome = put([opening(*ITEMS)], {}, asking(schemas, [], "assessment"))
    assert (data, outcome) == ({"measures": {"peg": {"items": ["3", "no answer"]}}}, "done")
    assert said.count("    this is the first one") == 1
    assert [line.strip() for line in said if "told of" in line] == ["told of ['peg']"]


def test_a_terminal_closed_among_opened_questions_ends_all(schemas: Schemas, types: Types) -> None:
    """With what was given so far."""
    types("more", "3")
    data, outcome = put([opening(*ITEMS)], {}, asking(schemas, [], "assessment"))
    assert (data, outcome) == ({"measures": {"peg": {"items": ["3", "no answer"]}}}, "ended")


def test_taking_out_leaves_what_is_of_others(schemas: Schemas, types: Types) -> None:
    """`-` where there is nothing is an answer like any other."""
    said = types("-", "")
    before = {"measures": {"rom": {"hip-flexion": "90"}, "rmdq": "11"}}
    kept: list[dict[str, Any]] = []
    data, _ = put([opening()], before, asking(schemas, kept, "assessment"))
    assert data == {"measures": {"rom": {"hip-flexion": "90"}}}
    assert kept == [data]
    assert said.count("1/1 Scores") == 2
    types("-")
    assert put([a_question("next")], {}, asking(schemas, [], "assessment"))[0] == {"next": "-"}


def test_the_sign_for_more_is_no_answer(schemas: Schemas, types: Types) -> None:
    """It is typed where the record is shown; before, it is refused, and the question put again."""
    said = types("+", "late", "", "")
    assert put(few(schemas), {}, asking(schemas, [])) == ({"attended": "late"}, "done")
    assert any(line.startswith("    + asks more at the end") for line in said)
    assert said.count("1/3 Attended") == 2
