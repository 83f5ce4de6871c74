"""A score out of a form's answers, by the rule in the library."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from massageplan.clinical.scoring import Score, band_of, misfits, norm_of, rounded, score
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources

EXAMPLES = yaml.safe_load(Path(__file__).with_name("scoring_examples.yaml").read_text(encoding="utf-8"))
LIBRARY = Library(Schemas(resources.schema), resources.BuiltIn())
INSTRUMENTS = sorted(LIBRARY.ids("instrument"))


def entry(id: str) -> dict[str, Any]:
    """Data of a built-in instrument."""
    item = LIBRARY.item("instrument", id)
    assert item is not None
    return item.data


MANY = sorted(id for id in INSTRUMENTS if entry(id).get("items", {"count": "1"})["count"] != "1" and id != "qualeffo")
"""Forms with several answers that the library can score."""


def of(id: str, *answers: Any, **extra: Any) -> Score:
    """Score of answers that may be numbers."""
    texts = [None if a is None else str(a) for a in answers]
    return score(entry(id), texts, {key.replace("_", "-"): value for key, value in extra.items()})


def figure(found: Score, name: str) -> Any:
    """A figure of a score by the name it has in the examples."""
    return found.parts[name] if name in found.parts else getattr(found, name.replace("-", "_"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_comes_out(name: str) -> None:
    """Totals, parts, bands and groups, to the decimals the example shows; no total always says why."""
    example = EXAMPLES[name]
    found = of(example["instrument"], *example["answers"], **example.get("extra", {}))
    for key, wanted in example["gives"].items():
        got = figure(found, key)
        if isinstance(wanted, int | float) and not isinstance(wanted, bool):
            decimals = len(str(wanted).partition(".")[2])
            assert rounded(Fraction(repr(got)), decimals) == rounded(Fraction(str(wanted)), decimals), key
        else:
            assert got == wanted, key
    assert (found.total is None) == bool(found.why_none)


def test_there_are_as_many_examples_as_were_worked_out() -> None:
    """Each names an instrument and a source of the library, and every instrument of several answers has one."""
    assert len(EXAMPLES) == 54
    for example in EXAMPLES.values():
        named = example["source"]
        assert all(LIBRARY.has("source", id) for id in ([named] if isinstance(named, str) else named))
    assert set(MANY) <= {example["instrument"] for example in EXAMPLES.values()}


@pytest.mark.parametrize(
    ("id", "answers", "why"),
    [
        ("peg", (6, None, 5), "1 of 3 answers is missing; all are needed."),
        ("odi", (2,) * 7 + (None,) * 3, "3 of 10 answers are missing; at least 8 are needed."),
        ("nprs", (None,), "There is no answer."),
        ("psfs", (None, None), "2 of 2 answers are missing; at least 1 is needed."),
        ("pss10", (None, None, *(1,) * 8), "2 of 10 answers are missing; at least 9 are needed."),
        ("odi", (2,) * 9, "It takes 10 answers; 9 stand here."),
        ("psqi", (1,) * 19, "It takes 7 answers; 19 stand here."),
        ("psfs", (1,) * 6, "It takes 1 to 5 answers; 6 stand here."),
        ("odi", (2,) * 9 + (6,), "Answer 10 lies outside 0 to 5."),
        ("odi", (2.5, *(2,) * 9), "Answer 1 is no whole number."),
        ("odi", ("often", *(2,) * 9), "Answer 1 is no number."),
        ("hit6", (6, 7, 8, 8, 8, 8), "Answer 2 is none of 6, 8, 10, 11, 13."),
        ("aqol", (1, 2), "Its rule has a step that is not known here: type the total."),
        ("qualeffo", (1,) * 41, "Its rule has a step that is not known here: type the total."),
    ],
)  # fmt: skip
def test_where_there_is_no_total_the_reason_is_told(id: str, answers: tuple[Any, ...], why: str) -> None:
    """In one sentence, without a guess at the total."""
    found = of(id, *answers)
    assert (found.total, found.text, found.why_none) == (None, "", why)


def test_a_gap_is_told_in_every_word_for_nothing() -> None:
    """No answer, not done, n/a, unknown and an empty place are gaps; 0 is an answer."""
    for gap in ("no answer", "not done", "n/a", "unknown", "", None):
        found = score(entry("ndi"), [gap, *["3"] * 9])
        assert (found.answered, found.of, found.text) == (9, 10, "30")
    assert score(entry("ndi"), ["0", *["3"] * 9]).text == "27"


def test_one_gap_in_the_stress_scale_counts_as_the_mean_of_the_others() -> None:
    """Turned first, then filled: nine answers of 2 come to 20, also where the gap is a turned item."""
    assert of("pss10", *(2,) * 3, None, *(2,) * 6).text == "20"
    assert of("pss10", None, *(4,) * 2, 0, 0, 4, 0, 0, 4, 4).text == "40"


def test_headache_days_of_too_short_a_diary_are_no_score() -> None:
    """Twenty days are one too few to be scaled up."""
    found = of("headache-days", 6, days_recorded=20)
    assert (found.total, found.why_none) == (None, "20 days were recorded; at least 21 are needed.")


def test_questions_that_are_not_added_up_may_stand_behind() -> None:
    """The migraine form asks two more; they change nothing."""
    assert of("midas", 2, 4, 1, 3, 1, 10, 6).text == of("midas", 2, 4, 1, 3, 1).text == "11"


def test_a_table_gives_the_error_of_a_score_too() -> None:
    """A raw sum of 12 stands for 54.3, give or take 3.4."""
    assert (of("promis-sleep-4a", 3, 3, 3, 3).text, of("promis-sleep-4a", 3, 3, 3, 3).error) == ("54.3", 3.4)


@pytest.mark.parametrize(
    ("id", "answers", "extra", "means"),
    [
        ("start-back", (0, 0, 0, 0, 1, 1, 1, 1, 0), {}, "high risk"),
        ("odi", (4,) * 5 + (3,) * 5, {}, "very severe"),
        ("psqi", (1, 2, 1, 0, 1, 3, 1), {}, "poor sleeper"),
        ("ndi", (1, 1, 1, 1, *(0,) * 5, None), {}, "none"),
        ("ndi", (1, 1, 1, 1, 0.0, 0, 0, 0, 0, 1), {}, "mild"),
        ("grip-strength", (15,), {"sex": "women"}, "low"),
        ("grip-strength", (20,), {"sex": "men"}, "low"),
        ("grip-strength", (20,), {"sex": "women"}, None),
        ("grip-strength", (15,), {}, None),
        ("five-times-sts", (13,), {}, None),
        ("chair-stand-30s", (10,), {"sex": "women", "age": 67}, "below average"),
        ("chair-stand-30s", (11,), {"sex": "women", "age": 67}, None),
        ("chair-stand-30s", (10,), {"sex": "women", "age": 40}, None),
        ("chair-stand-30s", (10,), {"age": 67}, None),
        ("single-leg-stance", (10,), {"age": 75}, None),
    ],
)  # fmt: skip
def test_what_a_total_means(id: str, answers: tuple[Any, ...], extra: dict[str, Any], means: str | None) -> None:
    """The word of the group, the band or the norm, and none where sex or age would have to be guessed."""
    assert of(id, *answers, **extra).means == means


def test_norms_are_for_all_or_for_each_sex() -> None:
    """The stance has one figure an age group, the chair stand two."""
    assert norm_of(entry("single-leg-stance"), {"age": 75, "sex": "men"}) == 15.0
    assert norm_of(entry("chair-stand-30s"), {"age": "67", "sex": "men"}) == 12.0
    assert norm_of(entry("chair-stand-30s"), {"sex": "men"}) is None
    assert norm_of(entry("odi"), {"age": 67}) is None


def test_a_total_between_two_bands_is_rounded_to_them() -> None:
    """4.4 is read as 4 and 4.5 as 5 where bands are in whole points; a gap in the bands stays a gap."""
    assert [(band_of(entry("ndi"), total) or {})["label"] for total in (4.4, 4.5)] == ["none", "mild"]
    assert band_of(entry("five-times-sts"), 13) is None
    assert band_of(entry("rmdq"), 2.6) == entry("rmdq")["bands"][1]


OWN = {
    "range": {"min": "0", "max": "8"},
    "items": {"count": "4", "min": "0", "max": "2", "reversed": ["2"]},
    "parts": {"day": {"which": ["1", "2"], "min": "0", "max": "4"}, "later": {"items": "2", "min": "0", "max": "4"}},
    "scoring": {"method": "sum", "missing": "leave-out", "min-answered": "2", "percent": "true"},
}


def test_a_practice_adds_its_own_instrument_with_the_same_rules() -> None:
    """Turning, a part, gaps and per cent are data: nothing in the program knows this form."""
    found = score(OWN, ["2", "2", "1", "no answer"])
    assert (found.total, found.raw, found.parts, found.percent, found.answered) == (3, 3, {"day": 2}, 37.5, 3)
    assert (found.band, found.means, found.why_none) == (None, None, None)
    assert score(OWN, ["no answer", None, "1", "2"]).parts == {}


def test_a_rule_that_gives_nothing_for_the_answers_says_so() -> None:
    """A table without the sum, and subscales of which one has no answer."""
    table = {**OWN, "scoring": {"method": "lookup", "lookup": [{"raw": "8", "score": "80"}]}}
    assert score(table, ["1", "1", "1", "1"]).why_none == "The rule gives no total for these answers."
    assert score(table, ["2", "0", "2", "2"]).text == "80"
    spadi = of("spadi", *(None,) * 5, *(1,) * 8)
    assert (spadi.total, spadi.parts) == (None, {"disability": 10})
    halves = {**OWN, "scoring": {"method": "mean-of-subscales", "missing": "leave-out"}}
    assert score(halves, ["1", "1", "1", "1"]).why_none == "The rule gives no total for these answers."
    unknown = {**OWN, "scoring": {"method": "utility"}}
    assert score(unknown, ["1", "1", "1", "1"]).why_none == "The rule gives no total for these answers."


def test_halves_round_away_from_zero() -> None:
    """As a therapist does on paper; no zero is left behind the point."""
    assert [rounded(Fraction(n), d) for n, d in (("0.5", 0), ("2.345", 2), ("-0.25", 1), ("-0.04", 1), ("7", 2))] == [
        "1", "2.35", "-0.3", "0", "7",
    ]  # fmt: skip


def test_misfits_tell_each_answer_by_its_place() -> None:
    """Counted from 0, for whoever points at it."""
    assert [m.n for m in misfits(entry("peg"), ["11", "5", "much", "4"])] == [None, 0, 2]


@pytest.mark.parametrize("id", INSTRUMENTS)
def test_questions_stand_only_where_the_licence_lets_them(id: str) -> None:
    """No words of a protected form are in its entry; where all questions are, they are as many as the form has."""
    data = entry(id)
    words, licence, items = data["en"], data["licence"], data.get("items") or {}
    if "items" in words or "instruction" in words:
        assert licence["ship-item-text"] == "true" or licence["own-wording-ok"] == "true"
    if "items" in words and items.get("client-written") != "true":
        assert len(words["items"]) == int(items["count"])
        assert len(words.get("ends", [1])) in (1, len(words["items"]))
    if licence["ship-item-text"] == "true":
        assert "items" in words or "instruction" in words


def test_questions_of_others_carry_their_credit() -> None:
    """The two published forms whose questions are here name their authors beside them."""
    assert "Spine 1983;8:141-144" in entry("rmdq")["en"]["credit"]
    assert "J Gen Intern Med 2009;24:733-738" in entry("peg")["en"]["credit"]
