"""The words of every exercise: all roles in both languages, easy to read, at one with the dose beside them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from massageplan.documents.reading import grade, inflesz

EXERCISES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parents[2] / "massageplan" / "library" / "exercises").glob("*.yaml"))
}
LANGUAGES = ("en", "es")
ALWAYS = {"reviewed", "name", "goal", "prepare", "do", "safe", "stop-if", "ask"}
SOMETIMES = {"feel", "breathe", "too-hard", "too-easy"}
"""Left out where they would mean nothing: a cold pack has no breath, a good night no harder form."""

HOLDS = {
    "en": re.compile(r"\b(hold|stay|rest there|keep still)\b", re.IGNORECASE),
    "es": re.compile(r"\b(mant[eé]n\w*|qu[eé]date|aguanta|sostén|sostenla|aprieta|deja)\b", re.IGNORECASE),
}
SIDES = {
    "en": re.compile(r"\b(sides?|other|switch|change|both|each)\b", re.IGNORECASE),
    "es": re.compile(r"\b(lados?|otr[oa]s?|cambia|ambos|ambas|los dos|las dos|cada)\b", re.IGNORECASE),
}
COUNTED = {"slow-breathing", "muscle-relax", "cold-pack"}
"""Those whose act or safety has a number that is no dose: a count in and out, a rest, a pause."""

EASY_GRADE, EASY_INDEX = 6, 65
"""School grade of homework (library rule homework-reading) and "quite easy" on the INFLESZ scale."""


def texts(block: dict[str, Any]) -> list[str]:
    """Every text of one language that a client may read, a list item each."""
    listed = (value if isinstance(value, list) else [value] for key, value in block.items() if key != "reviewed")
    return [str(each) for one in listed for each in one]


def steps(block: dict[str, Any]) -> str:
    """What the client does."""
    return " ".join((*block["prepare"], *block["do"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", EXERCISES)
def test_all_roles_are_told(id: str, language: str) -> None:
    """Nothing machine-made passes as reviewed."""
    block = EXERCISES[id][language]
    assert set(block) - SOMETIMES == ALWAYS
    assert block["reviewed"] is False
    assert all(text.strip() for text in texts(block))


@pytest.mark.parametrize("id", EXERCISES)
def test_english_is_at_grade_six_or_below(id: str) -> None:
    """By our estimate: the exercise as a whole, and each step, sign and hint alone; a name is too short to grade."""
    block = EXERCISES[id]["en"]
    assert grade("\n".join(texts(block))) <= EASY_GRADE
    hard = {text: round(grade(text), 1) for text in texts(block) if text != block["name"] and grade(text) > EASY_GRADE}
    assert hard == {}


@pytest.mark.parametrize("id", EXERCISES)
def test_spanish_is_quite_easy(id: str) -> None:
    """By our estimate, the INFLESZ scale."""
    block = EXERCISES[id]["es"]
    assert inflesz("\n".join(texts(block))) >= EASY_INDEX


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", EXERCISES)
def test_the_words_leave_the_dose_to_the_dose(id: str, language: str) -> None:
    """No figure stands in them that a plan could change; a hold and a change of side are told where the dose asks."""
    entry = EXERCISES[id]
    block, dose = entry[language], entry["dose"]
    told = " ".join(texts(block))
    assert (re.search(r"[0-9]", told) is not None) == (id in COUNTED)
    assert "hold" not in dose or HOLDS[language].search(steps(block))
    assert dose.get("each") != "side" or SIDES[language].search(steps(block))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", EXERCISES)
def test_a_third_of_a_page(id: str, language: str) -> None:
    """Short enough for three on a sheet (house value)."""
    block = EXERCISES[id][language]
    assert len(block["name"]) <= 34
    assert len(steps(block).split()) <= 50
    assert all(len(text.split()) <= 20 for text in texts(block) if text not in block["do"])


def test_harder_exercises_come_to_an_end() -> None:
    """No chain comes back to where it began."""
    for id in EXERCISES:
        seen, at = set(), id
        while at in EXERCISES and at not in seen:
            seen.add(at)
            at = EXERCISES[at].get("harder", "")
        assert at not in seen, f"{id} comes back to {at}"
