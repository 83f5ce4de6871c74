"""How hard a text is to read: an estimate of the school grade, by the formula of Kincaid.

Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy enlisted
personnel. Research Branch Report 8-75, 1975. It was made for English; how syllables are counted is our own rule, and
whoever counts by ear will come to other figures by some tenths.
"""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[.!?:;|\n]+(?=\s|\W|$)|\n")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*")
_VOWELS = re.compile(r"[aeiouyàáâäãåèéêëìíîïòóôöõùúûü]+")
_SILENT = re.compile(r"(?<![aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<![aeiouytdl])ed$")
_SOUNDED = re.compile(r"(?:[cgsxz]|[cs]h)es$")
_LETTER = re.compile(r"[^\W\d_]")


def syllables(word: str) -> int:
    """How many syllables a word has, by its letters; at least one, and one for each digit of a number.

    Each run of vowels (y among them) counts as one. A final e, es or ed that is not spoken does not: made, makes,
    asked; but little, houses and wanted have two.
    """
    low = word.casefold()
    if not _LETTER.search(low):
        return len(low)
    runs = len(_VOWELS.findall(low))
    return max(1, runs - (1 if _SILENT.search(low) and not _SOUNDED.search(low) else 0))


def grade(text: str) -> float:
    """The estimated school grade of a text; 0.39 words a sentence and 11.8 syllables a word, less 15.59.

    A sentence ends at a full stop, question mark, exclamation mark, colon, semicolon, bar or the end of a line, so a
    heading, an item of a list and a cell of a table each count as one. What holds no letter counts as none.

    Returns:
        The grade; below 1 for very short sentences, and 0 for a text without words.
    """
    sentences = [_WORD.findall(part) for part in _SENTENCE.split(text) if _LETTER.search(part)]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
