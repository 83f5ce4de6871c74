"""A line of homework names an exercise that nobody has described.

What
----
`do:` is neither an exercise of the library nor explained by `words:` in the line itself. The same holds for a
key of `homework-done:` that is no line of homework, and for a `stop:` of something that was never given.

Why
---
The handout prints the steps from the library. Without them the client gets a name and no exercise. A
misspelt `stop:` is worse: the line it should end stays on the handout.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tild, reps: 10, often: daily}

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework:
      - {do: pelvic-tilt, reps: 10, often: daily}
      - {do: stairs, words: Take the stairs to the first floor, reps: 1, often: daily}

Source
------
House rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, did_you_mean
from .base import advice_without_entry

if TYPE_CHECKING:
    from .base import ClientCase


def check(case: ClientCase) -> Iterator[Finding]:
    """One finding for each exercise that cannot be printed."""
    library = case.context.library
    yield from advice_without_entry(case, "do", "exercise")
    if not case.homework:
        return
    described = library.ids("exercise")
    for line in case.homework:
        item = line.item
        if item.do in described or item.words or item.do in (_names(case) if item.stop else _own(case)):
            continue
        hint = library.near("exercise", item.do) or "add words: to this line, or an entry to library/exercises/"
        yield Finding("unknown-exercise", f"There is no exercise {item.do}.", line.span("do"), hint)
    yield from _done(case, described)


def _done(case: ClientCase, described: frozenset[str]) -> Iterator[Finding]:
    """Figures of homework done that belong to no line."""
    for entry in case.folder.of_kind("session", "checkin"):
        done = getattr(entry.record, "homework_done", None)
        for id in done if isinstance(done, dict) else ():
            if id in described or id in _names(case):
                continue
            message = f"No line of this client's homework is called {id}."
            hint = did_you_mean(id, _names(case)) or "use the do: or id: of the line"
            yield Finding("unknown-exercise", message, entry.span(("homework-done", id), key=True), hint)


def _own(case: ClientCase) -> set[str]:
    """Names of lines that explain themselves."""
    return {name for line in case.homework if line.item.words for name in (line.item.do, line.item.name)}


def _names(case: ClientCase) -> set[str]:
    """Names of all lines that were given."""
    return {name for line in case.homework if not line.item.stop for name in (line.item.do, line.item.name)}
