"""Words on the handout read harder than they need to.

What
----
Told when a handout is made. The words of an exercise, your own words under one key of the plan (why, advice,
expect, homework, a goal that is not the client's own) or, where no part does, the whole sheet come out above
reading grade 6 in English, or below 65 on the INFLESZ scale in Spanish. The place is that of the hardest sentence,
with its figure. Both are estimates, made by counting sentences, words and syllables; what has fewer than 10 words
is not measured by itself, and other languages are not measured at all.

Why
---
Handouts in use are much harder than their readers are comfortable with, and shorter sentences with shorter words
are what helps. A good figure is not yet a clear text: read it aloud, and ask the client to tell it back.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    why: Persistent muscular inactivity contributes considerably to the increasing sensitivity of your back.
    homework: [{do: pelvic-tilt, reps: 10, at: after brushing your teeth}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    why: Your back has had little to do. So it gets sore soon.
    homework: [{do: pelvic-tilt, reps: 10, at: after brushing your teeth}]

Source
------
Library rules homework-reading and homework-reading-spanish (both house choices, `verified: false`), adherence
reading-grade (badarudeen-2010, hersh-2015) and reading-reality. Grade: kincaid-1975 (`verified: false`: not read by
us). INFLESZ: barrio-cantalejo-2008 (abstract read, scale and formula not).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..documents import reading
from ..findings import Finding
from ..frozen import Frozen
from .sheet import whole

if TYPE_CHECKING:
    from .sheet import Piece, SheetCase

FEWEST, SCRAP = 10, 5
"""Words from which a text is measured, and a sentence is looked at for itself: the formulas were made for passages."""

_AIMS = {
    "en": ("homework-reading", "target-reading-grade", "reading grade", "or below"),
    "es": ("homework-reading-spanish", "inflesz-least", "INFLESZ", "or more"),
}
_LONGEST = 120


class _Aim(Frozen):
    """What a language asks for.

    Attributes:
        figure: the limit, which is still fine.
        called: what is measured; side: on which side of the limit it is fine.
    """

    language: str
    figure: float
    called: str
    side: str

    def missed(self, figure: float | None) -> bool:
        """Whether a text with this figure is too hard."""
        if figure is None:
            return False
        return figure > self.figure if self.side == "or below" else figure < self.figure


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each exercise and each key that is too hard; for the sheet where no part of it is."""
    spoken = {case.tongue, *(whole(piece.language) for piece in case.pieces)}
    aims = {language: aim for language in spoken.intersection(_AIMS) if (aim := _aim(case, language))}
    found = list(_of_parts(case, aims))
    yield from found
    if not found and case.tongue in aims:
        yield from _of_sheet(case, aims[case.tongue])


def _of_parts(case: SheetCase, aims: dict[str, _Aim]) -> Iterator[Finding]:
    pieces = [piece for piece in case.pieces if whole(piece.language) in aims]
    for n, (line, _) in enumerate(case.lines):
        of_line = [piece for piece in pieces if piece.line == n and not piece.own]
        if of_line:
            yield from _told(aims[whole(line.language)], of_line, f"The words of line {line.number}")
    own = [piece for piece in pieces if piece.own or piece.line is None]
    for key in dict.fromkeys(piece.key for piece in own):
        for language, aim in aims.items():
            of_key = [piece for piece in own if piece.key == key and whole(piece.language) == language]
            yield from _told(aim, of_key, f"The words under {key}")


def _aim(case: SheetCase, language: str) -> _Aim | None:
    rule, key, called, side = _AIMS[language]
    figure = case.figures("rule", rule).get(key)
    return None if figure is None else _Aim(language, figure, called, side)


def _told(aim: _Aim, pieces: list[Piece], what: str) -> Iterator[Finding]:
    counted = _counted((piece.text for piece in pieces), aim)
    figure = reading.figure(counted, aim.language)
    if figure is None or not aim.missed(figure) or counted.words < FEWEST:
        return
    hardest, value, piece = _hardest(aim, pieces)
    said = "the sentence here" if piece.own else f"the hardest sentence, “{_short(hardest)}”,"
    aimed = f"{what} have {aim.called} {figure:.1f} by estimate, and {aim.figure:g} {aim.side} is the aim"
    message = f"{aimed}; {said} has {value:.1f}."
    yield Finding("hard-to-read", message, piece.at(hardest), "shorter sentences, shorter words, one act a sentence")


def _of_sheet(case: SheetCase, aim: _Aim) -> Iterator[Finding]:
    view = case.view
    all_ = (*view.goals, view.expect, *(each.words for each in view.urgent), *view.stop, view.pain_note)
    texts = (*(piece.text for piece in case.pieces), *filter(None, all_))
    figure = reading.figure(_counted(texts, aim), aim.language)
    if figure is not None and aim.missed(figure):
        message = (
            f"The sheet as a whole has {aim.called} {figure:.1f} by estimate; {aim.figure:g} {aim.side} is the aim."
        )
        yield Finding("hard-to-read", message, case.top, "shorten the longest texts, or leave some out")


def _counted(texts: Iterable[str], aim: _Aim) -> reading.Counts:
    return sum((reading.counts(text, aim.language) for text in texts), reading.Counts())


def _hardest(aim: _Aim, pieces: Iterable[Piece]) -> tuple[str, float, Piece]:
    """The hardest sentence, a longer one before scraps, with its figure and where it stands."""
    sign = 1 if aim.side == "or below" else -1
    found = [
        (len(words) >= SCRAP, sign * value, sentence, piece)
        for piece in pieces
        for sentence, words in reading.split(piece.text)
        if (value := reading.estimate(sentence, aim.language)) is not None
    ]
    _, hardness, sentence, piece = max(found, key=lambda each: each[:2])
    return sentence, sign * hardness, piece


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST else f"{sentence[: _LONGEST - 1].rstrip()}…"
