"""Questions one after the other: Enter skips, `<` goes back, `?` explains, and every answer is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..frozen import Frozen
from . import terminal
from .answers import found, placed, understand
from .questions import applies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..schema.gate import Schemas
    from .questions import Question

Outcome = Literal["done", "ended"]


class Asking(Frozen):
    """What a round of questions needs.

    Attributes:
        kind: the kind of record.
        keep: called with the data after every answer, so that nothing told is lost.
        dim: makes a text stand back on the terminal.
    """

    schemas: Schemas
    kind: str
    keep: Callable[[dict[str, Any]], None]
    dim: Callable[[str], str]


def put(
    questions: Sequence[Question], data: dict[str, Any], asking: Asking, start: int = 0
) -> tuple[dict[str, Any], Outcome]:
    """Put the questions; gives the data with the answers, and whether the end was reached or the terminal closed.

    Args:
        data: what is known already; a question whose place is filled shows that, and Enter leaves it.
        start: the question to begin with.
    """
    n = start
    while n < len(questions):
        question = questions[n]
        if not applies(question, data):
            n += 1
            continue
        said = terminal.ask(_prompt(question, data, n + 1, len(questions), asking))
        if said.move == "end":
            return data, "ended"
        if said.move == "back":
            n = _before(questions, data, n)
        elif said.move == "help":
            _explain(question)
        elif said.move == "skip":
            n += _skips(question, data)
        else:
            value, wrong = understand(question, said.text, asking.schemas, asking.kind)
            for sentence in wrong:
                terminal.say(f"  {sentence}")
            if not wrong:
                data = placed(data, question.path, value)
                asking.keep(data)
                n += 1
    return data, "done"


def _prompt(question: Question, data: dict[str, Any], n: int, of: int, asking: Asking) -> str:
    now = found(data, question.path)
    hints = []
    if now is not None:
        hints.append(f"now: {shown(now)}")
    elif question.last:
        hints.append(f"last: {question.last}")
    if question.choices and now is None:
        hints.append(", ".join(question.choices))
    hint = f"  ({'; '.join(hints)})" if hints else ""
    count = f"{n:>2}/{of}"
    return f"{asking.dim(count)} {question.title}{asking.dim(hint)}: "


def shown(value: Any) -> str:
    """A value in a line, cut where it is long."""
    if isinstance(value, dict):
        text = ", ".join(f"{k} {shown(v)}" for k, v in value.items())
    elif isinstance(value, list):
        text = "; ".join(shown(v) for v in value)
    else:
        text = str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"


def _explain(question: Question) -> None:
    terminal.say(f"  {question.description}")
    if question.choices:
        terminal.say(f"  one of: {', '.join(question.choices)} (the first letters do)")
    elif question.examples:
        terminal.say(f"  for example: {' or '.join(question.examples[:3])}")
    if question.several:
        terminal.say("  several are parted by ;")
    terminal.say("  Enter skips, < goes back, Ctrl-C stops and keeps what you said so far")


def _skips(question: Question, data: dict[str, Any]) -> int:
    """1 to go on, 0 where the question must have an answer."""
    if question.needed and found(data, question.path) is None:
        terminal.say("  this one is needed; Ctrl-C stops and keeps what you said so far")
        return 0
    return 1


def _before(questions: Sequence[Question], data: dict[str, Any], n: int) -> int:
    """The question before, of those that apply; the first stays the first."""
    earlier = [i for i in range(n) if applies(questions[i], data)]
    if not earlier:
        terminal.say("  this is the first one")
        return n
    return earlier[-1]
