"""The estimate of how hard a text is to read."""

from __future__ import annotations

import pytest

from massageplan.documents.reading import grade, syllables


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The cat sat on the mat.", -1.45),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3),
        ("Stiff and sore is not the same as damaged.", 1.0),
    ],
)
def test_known_texts(text: str, of: float) -> None:
    """Two sentences whose grade is known everywhere, and one counted by hand: 9 words of 10 syllables."""
    assert grade(text) == pytest.approx(of, abs=0.06)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("made", 1), ("makes", 1), ("asked", 1), ("wanted", 2), ("little", 2), ("houses", 2), ("the", 1), ("be", 1),
        ("visit", 2), ("physiotherapist", 5), ("can’t", 1), ("María", 2), ("nth", 1), ("60", 2), ("table", 2),
    ],
)  # fmt: skip
def test_syllables_by_the_letters(word: str, count: int) -> None:
    """One for each run of vowels; what is written and not spoken does not count."""
    assert syllables(word) == count


def test_longer_sentences_and_longer_words_are_harder() -> None:
    """What one would want of such a figure."""
    assert grade("Move it a bit. Do it each day.") < grade("Move it a bit, and do it each day.")
    assert grade("Move a bit each day.") < grade("Mobilise regularly, ideally continuously.")


def test_lines_and_cells_end_a_sentence() -> None:
    """A list without full stops is no endless sentence, and rows of numbers are none at all."""
    assert grade("- Kneading\n- Heat\n") == grade("Kneading. Heat.")
    assert grade("| Name | By visit 4 |\n|---|---|\n| 0 | 1 |") == grade("Name. By visit 4.")
    assert grade("It is 2.5 hours long.") > grade("It is 2. It is 5.")


def test_nothing_to_read() -> None:
    """Not a fault."""
    assert grade("") == grade("0 | 1 | 2\n____") == 0
