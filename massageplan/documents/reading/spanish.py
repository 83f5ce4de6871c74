"""Syllables of Spanish words, by the rules of spelling: an accent on i or u parts it from the vowel beside it."""

from __future__ import annotations

from ...patterns import lazy

_MUTE = lazy(r"(?<=q)u|(?<=g)u(?=[eéií])")
_RUN = lazy(r"(?:[aeiouáéíóúü]|y(?![aeiouáéíóúü]))+")
_STRONG = lazy(r"[aeoáéóíú]")


def syllables(word: str) -> int:
    """How many syllables a Spanish word has, at least one.

    Of vowels that stand together each a, e, o and each accented i or u makes a syllable; i, u, ü and a y that ends it
    go with them (`tiene` 2, `muy` 1, `cuidado` 3), and alone make one together (`ruido` 2). An h parts (`almohada` 4).
    The u of que, qui, gue and gui is not spoken, that of güe is.
    """
    runs = _RUN.findall(_MUTE.sub("", word.casefold()))
    return max(1, sum(max(1, len(_STRONG.findall(run))) for run in runs))
