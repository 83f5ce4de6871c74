"""A word on the handout has a simpler one, or is long.

What
----
Told when a handout is made. A trade word or a long word stands on the sheet that the list of hard words has a
simpler one for, or a word of 4 syllables or more (6 in Spanish) that the list does not know as one that everybody
knows. The client's own words in a goal are left alone, and so are names. The lists are `library/words/hard-en.yaml`
and `hard-es.yaml`.

Why
---
A client who has to ask what a word means does not ask. In leaflets it was cutting words of 4 and more syllables and
putting simpler ones in their place that brought the reading grade down. What counts as simpler is a choice of ours.

Wrong
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: on waking, how: maintain the posterior tilt}]

Right
-----
clients/jd-7k2m/2026-09-07-plan.yaml::

    date: 2026-09-07
    goals: unknown
    homework: [{do: pelvic-tilt, reps: 10, at: on waking, how: keep the back tilt}]

Source
------
House rule; the lists are ours and say `reviewed: false`. That texts for clients be kept simple: library adherence
reading-grade (badarudeen-2010, hersh-2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..documents import reading
from ..findings import Finding
from ..frozen import Frozen
from .sheet import whole

if TYPE_CHECKING:
    from .sheet import Piece, SheetCase


class Hard(Frozen):
    """The hard words of a language.

    Attributes:
        long: syllables from which a word is long.
        simpler: what to write in place of a word.
        fine: long words that everybody knows.
    """

    long: int
    simpler: dict[str, str]
    fine: frozenset[str]


def read_hard(data: Any) -> Hard:
    """The list that a file of hard words holds."""
    pairs = (line.partition(":") for line in data["simpler"].splitlines())
    simpler = {word.strip(): words.strip() for word, _, words in pairs}
    return Hard(int(data["long"]), simpler, frozenset(data["fine"].split()))


def check_sheet(case: SheetCase) -> Iterator[Finding]:
    """One finding for each text with hard words, at the first of them."""
    lists: dict[str, Hard | None] = {}
    seen: set[tuple[str, str]] = set()
    for piece in case.pieces:
        language = whole(piece.language)
        if language not in lists:
            data = case.hard(language) if language else None
            lists[language] = read_hard(data) if data else None
        hard = lists[language]
        if hard is None:
            continue
        words = [w for w in _hard_ones(piece.text, language, hard) if (piece.span.file, w.casefold()) not in seen]
        seen.update((piece.span.file, word.casefold()) for word in words)
        if words:
            yield _told(piece, words, language, hard)


def _told(piece: Piece, words: list[str], language: str, hard: Hard) -> Finding:
    known = [f"“{word}” (say: {hard.simpler[word.casefold()]})" for word in words if word.casefold() in hard.simpler]
    others = [word for word in words if word.casefold() not in hard.simpler]
    if others and piece.own:
        counts = " and ".join(str(reading.syllables(word, language)) for word in others)
        known.append(f"{'a word' if len(others) == 1 else 'words'} of {counts} syllables")
    elif others:
        known.extend(f"“{word}”" for word in others)
    what = "These words are hard" if len(words) > 1 else "This word is hard"
    hint = "write the simpler word, or one that the client used"
    return Finding("hard-words", f"{what}: {', '.join(known)}.", piece.at(words[0]), hint)


def _hard_ones(text: str, language: str, hard: Hard) -> Iterator[str]:
    """Each hard word once, as written."""
    seen: set[str] = set()
    for _, words in reading.split(text):
        for n, word in enumerate(words):
            low = word.casefold()
            if low in seen or low in hard.fine:
                continue
            seen.add(low)
            is_name = n > 0 and word[:1].isupper()
            is_long = not is_name and word.isalpha() and reading.syllables(word, language) >= hard.long
            if low in hard.simpler or is_long:
                yield word
