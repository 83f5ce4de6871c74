"""Questions one after the other: Enter skips, `<` goes back, `?` explains, and every answer is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..frozen import Frozen
from ..report.safe import for_terminal, one_line
from . import terminal
from .answers import answered, held, understand
from .questions import applies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ..schema.gate import Schemas
    from .questions import Question

Outcome = Literal["done", "ended", "back"]

SIGNS = "Enter skips a question, < goes back, ? explains, Ctrl-C stops and keeps what you said so far."
"""What can be typed besides an answer; said before the first question."""

EMPTIES = "-"
"""Typed where an answer stands: takes it out."""

MORE = "+"
"""Typed where the record is shown: asks further questions. It is no answer."""

_LONGEST = 150
_LONG_TO_TYPE = 10
_FIRST = ("what", "for", "use", "do", "name")
"""Keys that say what a map is about; at its beginning their value is shown without the key."""


class Asking(Frozen):
    """What a round of questions needs.

    Attributes:
        kind: the kind of record.
        keep: called with the data after every answer, so that nothing told is lost.
        dim: makes a text stand back on the terminal.
        columns: width of the terminal.
        doubts: what the data with an answer gives rise to that it did not without it: sentences that forbid the
            answer, and others that only say what to look at again.
    """

    schemas: Schemas
    kind: str
    keep: Callable[[dict[str, Any]], None]
    dim: Callable[[str], str]
    columns: int = 80
    doubts: Callable[[dict[str, Any], dict[str, Any]], tuple[list[str], list[str]]] = lambda _before, _after: ([], [])


def put(
    asked: Sequence[Question] | Callable[[dict[str, Any]], Sequence[Question]],
    data: dict[str, Any], asking: Asking, start: int = 0, within: bool = False,
) -> tuple[dict[str, Any], Outcome]:  # fmt: skip
    """Put the questions; gives the data with the answers, and how it ended.

    Args:
        asked: the questions, or how they follow from the answers so far; an answer may only change later ones.
        data: what is known already; a question whose place is filled shows that, and Enter leaves it.
        start: the question to begin with.
        within: whether something else comes before these; then `<` at the first goes `back` to it.
    """
    n, urged = start, -1
    while n < len(questions := asked(data) if callable(asked) else asked):
        question = questions[n]
        if not applies(question, data):
            n += 1
            continue
        _show(questions, n, data, asking)
        said = terminal.ask()
        if said.move == "end" or (said.move == "back" and within and n == 0):
            return data, "ended" if said.move == "end" else "back"
        if said.move == "back":
            n = _before(questions, data, n)
        elif said.move == "help":
            _tell(_explained(question), asking)
        elif said.move == "skip" and question.urges and held(question, data) is None and urged != n:
            urged = n
            _tell([question.urges], asking)
        elif said.move == "skip":
            n += _skips(question, data, asking)
        elif said.text == EMPTIES and held(question, data) is not None:
            data = answered(question, data, None)
            asking.keep(data)
        elif said.text == MORE:
            _tell([f"{MORE} asks more at the end, where the record is shown. Here: an answer, or Enter."], asking)
        elif question.asks and (more := question.asks(said.text)):
            data, outcome = _opened(question, more, data, asking)
            if outcome == "ended":
                return data, outcome
        else:
            data, good = _take(question, said.text, data, asking)
            n += good
    return data, "done"


def _opened(
    question: Question, more: Sequence[Question], data: dict[str, Any], asking: Asking
) -> tuple[dict[str, Any], Outcome]:
    """The questions that an answer opened, and what is told at once of their answers."""
    before = held(question, data) or {}
    data, outcome = put(more, data, asking, within=True)
    given = held(question, data) or {}
    fresh = {key: value for key, value in given.items() if before.get(key) != value}
    if outcome != "ended" and question.tells and fresh:
        _tell(question.tells(fresh), asking)
    return data, outcome


def _take(question: Question, line: str, data: dict[str, Any], asking: Asking) -> tuple[dict[str, Any], bool]:
    """The data with an answer as typed, and whether it could be used."""
    value, wrong = understand(question, line, asking.schemas, asking.kind)
    if wrong:
        _tell([*wrong, *_way_back(question, line)], asking)
        return data, False
    after = answered(question, data, value)
    forbids, doubts = asking.doubts(data, after)
    if forbids:
        _tell([*forbids, *_way_back(question, line)], asking)
        return data, False
    data = after
    asking.keep(data)
    _tell(doubts, asking)
    if question.tells:
        _tell(question.tells(value), asking)
    _tell(question.parts_with(value) if question.parts_with else [], asking)
    return data, True


def _way_back(question: Question, line: str) -> list[str]:
    """How to mend a line that is too long to be typed again."""
    if not (question.read or question.words) or len(line) < _LONG_TO_TYPE or not terminal.remember(line):
        return []
    return ["The arrow up brings your line back, to be mended."]


def _show(questions: Sequence[Question], n: int, data: dict[str, Any], asking: Asking) -> None:
    """One question, of those that apply after the answers so far, with what helps to answer it below."""
    question = questions[n]
    place = sum(applies(q, data) for q in questions[: n + 1])
    count = f"{place}/{sum(applies(q, data) for q in questions)}"
    needed = asking.dim(" (needed)") if question.needed else ""
    first, *others = terminal.wrapped(f"{count} {question.title}", asking.columns - len("(needed) "), 0)
    terminal.say(f"{asking.dim(count)}{for_terminal(first.removeprefix(count))}{'' if others else needed}")
    for n, line in enumerate(others, 1):
        terminal.say(f"{' ' * len(count)} {for_terminal(line)}{needed if n == len(others) else ''}")
    for line in question.lead:
        for part in terminal.wrapped(for_terminal(line), asking.columns, 4) if len(line) + 4 >= asking.columns else ():
            terminal.say(part)
        if len(line) + 4 < asking.columns:
            terminal.say(f"    {for_terminal(line)}")
    for hint in _hints(question, held(question, data)):
        for line in terminal.wrapped(hint, asking.columns, 4):
            terminal.say(asking.dim(line))


def _hints(question: Question, now: Any) -> list[str]:
    if now is not None:
        adds = "; what you type is added" if question.asks else ""
        return [f"now: {shown(now)}  ({EMPTIES} takes it out{adds})"]
    hints = []
    if question.choices:
        own = "words of your own, or: " if question.words else "one of: "
        hints.append(own + ", ".join(question.choices))
    if question.last:
        hints.append(f"last, {question.last}")
    if not hints and question.examples:
        hints.append(f"for example: {question.examples[0]}")
    return hints


def shown(value: Any) -> str:
    """A value in a line, cut where it is long."""
    text = one_line(" ".join(_said(value).split()))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _said(value: Any) -> str:
    if isinstance(value, dict) and isinstance(value.get("items"), list):
        return f"{len(value['items'])} answers"
    if isinstance(value, dict):
        pairs = enumerate(value.items())
        return ", ".join(_said(v) if n == 0 and k in _FIRST else f"{k}: {_said(v)}" for n, (k, v) in pairs)
    if isinstance(value, list):
        return "; ".join(map(_said, value))
    return str(value)


def _explained(question: Question) -> list[str]:
    lines = [question.description]
    if question.choices:
        own = "your own words, or one of" if question.words else "one of"
        lines.append(f"{own}: {', '.join(question.choices)} (the first letters do)")
    if question.examples and (question.words or question.read or not question.choices):
        lines.append(f"for example: {' or '.join(question.examples[:3])}")
    if question.parted:
        lines.append(f"several are parted by {'a comma' if question.parted == ',' else 'a semicolon'}")
    return [*lines, SIGNS]


def _tell(sentences: Iterable[str], asking: Asking) -> None:
    """Sentences, wrapped; lines above the last of each (a typed line and its marks) stand as they are."""
    for sentence in sentences:
        *above, last = for_terminal(sentence).split("\n")
        for line in above:
            terminal.say(line)
        for line in terminal.wrapped(last, asking.columns, 4):
            terminal.say(line)


def _skips(question: Question, data: dict[str, Any], asking: Asking) -> int:
    """1 to go on, 0 where the question must have an answer."""
    if question.needed and held(question, data) is None:
        terminal.say("    this one is needed; Ctrl-C stops and keeps what you said so far")
        return 0
    _tell(question.parts_with(held(question, data)) if question.parts_with else [], asking)
    return 1


def _before(questions: Sequence[Question], data: dict[str, Any], n: int) -> int:
    """The question before, of those that apply; the first stays the first."""
    earlier = [i for i in range(n) if applies(questions[i], data)]
    if not earlier:
        terminal.say("    this is the first one")
        return n
    return earlier[-1]
