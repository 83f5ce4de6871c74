"""The estimate of how hard a text is to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.documents.reading import estimate, grade, inflesz, scale, split, syllables

from .labelled import ENGLISH, SPANISH, labelled


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
        ("visit", 2), ("physiotherapist", 6), ("can’t", 1), ("María", 2), ("nth", 1), ("60", 2), ("table", 2),
    ],
)  # fmt: skip
def test_syllables_by_the_letters(word: str, count: int) -> None:
    """What is spoken counts, and nothing else that is written."""
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


@pytest.mark.parametrize(("word", "count"), labelled(ENGLISH))
def test_english_words_by_ear(word: str, count: int) -> None:
    """Words of exercises, counted by a person."""
    assert syllables(word) == syllables(word.upper()) == count


@pytest.mark.parametrize(("word", "count"), labelled(SPANISH))
def test_spanish_words_by_ear(word: str, count: int) -> None:
    """Diphthongs, hiatus, accents, the mute u of que and gui, and y."""
    assert syllables(word, "es") == syllables(word.upper(), "es-MX") == count


@pytest.mark.parametrize(
    ("text", "of"),
    [
        # 9 words, 17 syllables, 2 sentences: 206.835 - 62.3 * 17/9 - 4.5
        ("Apoya la espalda en la pared. Dobla las rodillas.", 84.66),
        # 9 words, 30 syllables, 1 sentence: 206.835 - 62.3 * 30/9 - 9
        ("La fisioterapia respiratoria facilita la movilización de secreciones abundantes.", -9.83),
        # 4 words, 5 syllables, 1 sentence: 206.835 - 62.3 * 5/4 - 4
        ("¿Sigue bien tu pie?", 124.96),
    ],
)
def test_spanish_texts_counted_by_hand(text: str, of: float) -> None:
    """The figure of Szigriszt, worked out on paper."""
    assert inflesz(text) == pytest.approx(of, abs=0.01)


def test_which_way_a_scale_runs() -> None:
    """A grade rises with hardness and an INFLESZ figure falls; other languages have no scale here."""
    english, spanish = scale("en-CA"), scale("es")
    assert english is not None
    assert english.rises
    assert spanish is not None
    assert not spanish.rises
    assert scale("fr") is None
    assert estimate("Bonjour.", "fr") is None
    assert estimate("12 | 3", "es") is None


def test_sentences_without_their_ends() -> None:
    """Numbers alone are none, and a point inside a number ends nothing."""
    found = split("Lie down. Hold: 2.5 s!\n\n3\n- Rest it")
    assert [sentence for sentence, _ in found] == ["Lie down", "Hold", "2.5 s", "- Rest it"]
    assert [words for _, words in found] == [("Lie", "down"), ("Hold",), ("2", "5", "s"), ("Rest", "it")]


WORDS = st.lists(st.sampled_from([word for word, _ in labelled(ENGLISH)]), min_size=1, max_size=30)
PALABRAS = st.lists(st.sampled_from([word for word, _ in labelled(SPANISH)]), min_size=1, max_size=30)


@given(WORDS)
def test_a_long_word_more_is_never_easier_in_english(some: list[str]) -> None:
    """However the text begins."""
    assert grade(" ".join([*some, "responsibility"])) > grade(" ".join(some)) - 1e-9


@given(PALABRAS)
def test_a_long_word_more_is_never_easier_in_spanish(some: list[str]) -> None:
    """Ease never rises."""
    assert inflesz(" ".join([*some, "fisioterapeuta"])) < inflesz(" ".join(some)) + 1e-9


@given(st.text(max_size=300), st.sampled_from(["en", "es", "es-MX", "de", ""]))
def test_any_text_has_a_figure_or_none(text: str, language: str) -> None:
    """Nothing that is typed stops the count, and each word has a syllable."""
    figure = estimate(text, language)
    assert figure is None or -100_000 < figure < 100_000
    assert all(syllables(word, language) >= 1 for word in text.split())
