"""How hard a text is to read: an estimate by the counts of its sentences, words and syllables.

Source for English: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy
enlisted personnel. Research Branch Report 8-75, 1975. For Spanish: the index of Szigriszt Pazos 1993 on the INFLESZ
scale of Barrio-Cantalejo IM et al., An Sist Sanit Navar 31(2):135-152, 2008 (`barrio-cantalejo-2008`). How syllables
are counted is our own rule, and whoever counts by ear will come to other figures by some tenths.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ...frozen import Frozen
from ...patterns import lazy
from . import english, spanish

if TYPE_CHECKING:
    from collections.abc import Callable

_END = lazy(r"[.!?:;|\n]+(?=\s|\W|$)|\n")
_WORD = lazy(r"[^\W_]+(?:['’][^\W\d_]+)*")


class Counts(Frozen):
    """What the formulas rest on; nothing is counted where there is no letter."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    def __add__(self, other: Counts) -> Counts:
        """The counts of two texts, one below the other."""
        return Counts(self.sentences + other.sentences, self.words + other.words, self.syllables + other.syllables)


class Scale(Frozen):
    """How texts of a language are measured.

    Attributes:
        syllables: of a word that has a letter.
        figure: the estimate by the counts of a text that has words.
        rises: whether a harder text has the greater figure.
    """

    syllables: Callable[[str], int]
    figure: Callable[[Counts], float]
    rises: bool


def _has_letter(text: str) -> bool:
    return text.isalpha() or any(map(str.isalpha, text))


def _kincaid(of: Counts) -> float:
    return 0.39 * of.words / of.sentences + 11.8 * of.syllables / of.words - 15.59


def _perspicuity(of: Counts) -> float:
    return 206.835 - 62.3 * of.syllables / of.words - of.words / of.sentences


SCALES = {
    "en": Scale(english.syllables, _kincaid, rises=True),
    "es": Scale(spanish.syllables, _perspicuity, rises=False),
}
"""By language, without its region: the school grade of Kincaid, and the INFLESZ figure (0 hard to 100 easy)."""


def scale(language: str) -> Scale | None:
    """How texts of a language are measured; None where nothing here can."""
    return SCALES.get(language.partition("-")[0].casefold())


@lru_cache(maxsize=1024)
def split(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The sentences of a text, each with its words, numbers among them.

    A sentence ends at a full stop, question mark, exclamation mark, colon, semicolon, bar or the end of a line, so a
    heading, an item of a list and a cell of a table each count as one. What holds no letter counts as none.
    """
    parts = (part.strip() for part in _END.split(text) if _has_letter(part))
    return tuple((part, tuple(_WORD.findall(part))) for part in parts)


@lru_cache(maxsize=4096)
def syllables(word: str, language: str = "en") -> int:
    """How many syllables a word has, by its letters; at least one, and one for each digit of a number."""
    by = scale(language) or SCALES["en"]
    return by.syllables(word) if _has_letter(word) else len(word)


@lru_cache(maxsize=1024)
def counts(text: str, language: str) -> Counts:
    """What the formula of a language rests on in a text."""
    parts = [words for _, words in split(text)]
    n = sum(syllables(word, language) for words in parts for word in words)
    return Counts(len(parts), sum(map(len, parts)), n)


def figure(of: Counts, language: str) -> float | None:
    """The figure of what was counted; None for no words, or a language without scale."""
    by = scale(language)
    return by.figure(of) if by and of.words else None


def estimate(text: str, language: str) -> float | None:
    """The figure of a text on the scale of its language; None for a text without words or a language without scale."""
    return figure(counts(text, language), language) if scale(language) else None


def grade(text: str) -> float:
    """The estimated school grade of an English text; 0.39 words a sentence and 11.8 syllables a word, less 15.59.

    Returns:
        The grade; below 1 for very short sentences, and 0 for a text without words.
    """
    return estimate(text, "en") or 0.0


def inflesz(text: str) -> float:
    """The estimated ease of a Spanish text; 206.835 less 62.3 syllables a word and the words a sentence.

    Returns:
        From 65 on quite easy, from 80 on very easy; 0 for a text without words.
    """
    return estimate(text, "es") or 0.0
