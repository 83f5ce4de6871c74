"""One line of a draft changed by `key new value`, each judged by the schema as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..documents.plain import text
from ..findings import did_you_mean
from ..frozen import Frozen
from ..report.safe import one_line
from ..schema.describe import describe, keys
from . import terminal
from .answers import faults
from .parts import LISTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..schema.gate import Schemas
    from ..span import Path

HOW = "Type one key and its new value at a time. A key alone is taken out. Enter when it is right. Such as: {example}"
_LINES = "Type the number of a line and what it is to say. A number alone takes the line out. Enter when it is right."
_LONGEST_EXAMPLE = 40
_TELLING = ("to", "often", "change", "length", "where", "say", "why", "words")
"""Keys that make a good example of a change."""


class Changing(Frozen):
    """What a change of a line needs.

    Attributes:
        dim: makes a text stand back on the terminal.
        doubts: what else is wrong with a key of a line, given the key of the plan, the line and its key; one sentence
            each.
    """

    schemas: Schemas
    dim: Callable[[str], str]
    columns: int = 80
    doubts: Callable[[str, dict[str, Any], str], list[str]] = lambda _key, _line, _name: []

    def tell(self, text: str, indent: int = 4) -> None:
        """A sentence, wrapped, that obeys no control character."""
        for line in terminal.wrapped(one_line(text), self.columns, indent):
            terminal.say(line)

    def refuse(self, sentence: str) -> None:
        """What is wrong with what was typed; lines above the sentence (what was typed, and marks) stand as they are."""
        *above, last = sentence.split("\n")
        for line in above:
            terminal.say(one_line(line))
        self.tell(last)

    def hint(self, text: str) -> None:
        """The same, standing back."""
        for line in terminal.wrapped(one_line(text), self.columns, 4):
            terminal.say(self.dim(line))


def path_of(key: str) -> Path:
    """Where a line of a key stands in a plan, were it the only one."""
    return (key, 0) if key in LISTED else (key,)


def change(key: str, item: Any, asking: Changing) -> tuple[Any, bool]:
    """Let somebody change a line; gives the item, and whether the terminal is still there.

    `<` gives the item back as it was.

    Args:
        key: key of the plan that the line belongs to.
    """
    now = item if isinstance(item, dict) else _numbered(str(item))
    is_text = not isinstance(item, dict)
    _show(now, asking)
    example = next((f"{key} {text(now[key])}" for key in _TELLING if key in now), f"{next(iter(now))} ...")
    asking.hint(_LINES if is_text else HOW.format(example=_short(example)))
    while True:
        said = terminal.ask()
        if said.move in ("skip", "end"):
            same = is_text and now == _numbered(str(item))
            return (item if same else _joined(now) if is_text else now), said.move == "skip"
        if said.move == "back":
            return item, True
        if said.move == "help":
            _explain(key, now, asking, is_text)
            continue
        after, wrong = _lines(key, now, said.text, asking) if is_text else _keys(key, now, said.text, asking)
        for sentence in wrong:
            asking.tell(sentence)
        if not wrong:
            now = after
            _show(now, asking)


def _short(example: str) -> str:
    """An example that is cut between words, where it is long."""
    if len(example) <= _LONGEST_EXAMPLE:
        return example
    return f"{example[:_LONGEST_EXAMPLE].rpartition(' ')[0]} ..."


def faults_of_line(key: str, value: Any, schemas: Schemas, *below: str) -> list[str]:
    """What the schema says against a line of a plan, or against a key in it, without a number of its list.

    Args:
        below: keys that lead from the line to the value.
    """
    wrong = faults((*path_of(key), *below), value, schemas, "plan")
    if key not in LISTED:
        return wrong
    return [sentence.replace(f"{key} 1 ", "").replace(f"{key} 1", "this line") for sentence in wrong]


def _show(now: dict[str, Any], asking: Changing) -> None:
    for key, held in now.items():
        asking.tell(f"{key}: {text(held)}")


def _keys(key: str, now: dict[str, Any], typed: str, asking: Changing) -> tuple[dict[str, Any], list[str]]:
    """The map with one key changed, and what is wrong with it."""
    first, _, rest = typed.partition(" ")
    name, given = first.rstrip(":=").casefold(), rest.strip()
    known = [each for each in keys(asking.schemas, "plan", path_of(key)) if each != "because"]
    if name == "because":
        return now, ["The reasons stay as they are; what you change is noted behind them."]
    if name not in known:
        near = did_you_mean(name, known)
        return now, [f"There is no key {one_line(name[:30])} here{f'; {near}' if near else f': {_few(known)}'}"]
    if not given:
        after = {k: v for k, v in now.items() if k != name}
        if not after or after == now:
            why = "It is all there is; d drops the line." if now and not after else "It is not there."
            return now, [f"{name} cannot be taken out. {why}"]
        return after, faults_of_line(key, after, asking.schemas)
    return _with(key, name, given, now, asking)


def _with(key: str, name: str, given: str, now: dict[str, Any], asking: Changing) -> tuple[dict[str, Any], list[str]]:
    """The map with a value; several between semicolons where there may be several."""
    value: Any = given
    pieces = [each.strip() for each in given.split(";") if each.strip()]
    if len(pieces) > 1 and not faults_of_line(key, pieces, asking.schemas, name):
        value = pieces
    wrong = faults_of_line(key, value, asking.schemas, name) or faults_of_line(
        key, {**now, name: value}, asking.schemas
    )
    return {**now, name: value}, wrong or asking.doubts(key, {**now, name: value}, name)


def _few(known: list[str]) -> str:
    return f"the keys are {', '.join(known)}."


def _explain(key: str, now: dict[str, Any], asking: Changing, is_text: bool) -> None:
    """What the keys mean that are there, and which others there may be."""
    if is_text:
        asking.tell(_LINES)
        return
    path = path_of(key)
    known = [each for each in keys(asking.schemas, "plan", path) if each != "because"]
    for name in now:
        said = describe(asking.schemas, "plan", (*path, name)).get("description", "")
        asking.tell(f"{name}: {said}")
    more = [each for each in known if each not in now]
    if more:
        asking.tell(f"Other keys: {', '.join(more)}.")
    asking.tell("One key at a time: all that stands behind it is its value. < gives the line back as it was.")


def _numbered(prose: str) -> dict[str, Any]:
    return {str(n): line for n, line in enumerate(prose.strip("\n").split("\n"), 1)}


def _joined(lines: dict[str, Any]) -> str:
    return "\n".join(lines.values())


def _lines(key: str, now: dict[str, Any], typed: str, asking: Changing) -> tuple[dict[str, Any], list[str]]:
    """A text with one of its lines changed, added behind the last, or taken out."""
    first, _, given = typed.partition(" ")
    number = first.rstrip(":.")
    if not number.isdecimal() or not 0 < int(number) <= len(now) + 1:
        behind = f"{len(now) + 1} for a new one behind them"
        return now, [f"Begin with the number of a line: 1 to {len(now)}, or {behind}."]
    listed = list(now.values())
    listed[int(number) - 1 : int(number)] = [given.strip()] if given.strip() else []
    if not listed:
        return now, ["It is all there is; d drops the line."]
    after = {str(n): line for n, line in enumerate(listed, 1)}
    return after, faults_of_line(key, _joined(after), asking.schemas)
