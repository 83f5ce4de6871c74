"""The texts of a handout, each with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..documents.prose import unwrapped
from ..records.base import texts
from .sheet import Piece, own_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..documents.view import Line
    from ..span import Path
    from .sheet import Given, SheetCase


def pieces(case: SheetCase) -> Iterator[Piece]:
    """Every text whose words somebody chose: of exercises, then of the plan."""
    for n, (line, given) in enumerate(case.lines):
        yield from _of_library(n, line, given)
        yield from _of_line(case, n, given)
    yield from _of_plan(case)


def _of_library(n: int, line: Line, given: Given) -> Iterator[Piece]:
    """An exercise's words: at its entry where that is the practice's own, else at the line that gives it."""
    item = given.exercise
    if item is None or not line.language:
        return
    document = item.document if item.own else None
    span = item.document.locate((line.language,), key=True) if item.own else given.span()
    told = line.stop_if[: max(0, len(line.stop_if) - len(texts(given.item.stop_if)))]
    single = (line.feel, line.breathe, line.too_hard, line.too_easy)
    for text in (line.name, *line.steps, *line.safe, *told, *filter(None, single)):
        yield Piece(text, line.language, "homework", False, n, span, document)


def _of_line(case: SheetCase, n: int, given: Given) -> Iterator[Piece]:
    """What the therapist wrote to an exercise."""
    keys = {key: key.replace("_", "-") for key in ("words", "how", "load", "amount", "progress", "stop_if")}
    for field, key in keys.items():
        for at, text in own_words(getattr(given.item, field)):
            path: Path = ("homework", given.n, key) if at is None else ("homework", given.n, key, at)
            yield case.own(text, given.entry, path, n)


def _of_plan(case: SheetCase) -> Iterator[Piece]:
    """Why, what to expect, goals that are not the client's, and advice."""
    view = case.view
    why = case.said("why")
    if view.why and why:
        yield case.own(unwrapped(view.why), why, ("why",))
    expect = case.said("expect")
    if view.expect_note and expect:
        yield case.own(view.expect_note, expect, ("expect", "words"))
    yield from _goals(case)
    yield from _advice(case)


def _goals(case: SheetCase) -> Iterator[Piece]:
    """Those that somebody else than the client put into words."""
    for words in case.view.goals:
        for entry in case.source.plans:
            listed = getattr(entry.record, "goals", None)
            named = [(n, g) for n, g in enumerate(listed if isinstance(listed, tuple) else ()) if g.words == words]
            if named:
                if named[0][1].owner not in (None, "client"):
                    yield case.own(words, entry, ("goals", named[0][0], "words"))
                break


def _advice(case: SheetCase) -> Iterator[Piece]:
    entry = case.said("advice")
    listed = case.source.plan.advice
    if entry is None or listed is None:
        return
    items = listed if isinstance(listed, tuple) else (listed,)
    shown = [(at, each) for at, each in enumerate(items) if isinstance(each, str) or not each.sign]
    for (at, each), advice in zip(shown, case.view.advice, strict=False):
        path: Path = ("advice", at) if isinstance(each, str) else ("advice", at, "say")
        path = path if isinstance(listed, tuple) else ("advice",)
        if advice.language:
            yield Piece(advice.words, advice.language, "advice", False, None, entry.span(path))
        else:
            yield case.own(advice.words, entry, path)
