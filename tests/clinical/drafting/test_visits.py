"""How many visits a draft plans, and what it says for and against that number."""

from __future__ import annotations

from functools import cache

import pytest

from massageplan.clinical.drafting.base import Case, Line
from massageplan.clinical.drafting.visits import MOST_REASONS, check_visit, expect_visit, remarks, visits
from massageplan.clinical.moments import per_week, read_count, read_visit
from massageplan.clinical.reference import Person
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources

from ..conftest import entry, folder
from ..shelf import OwnEntries

STORY = {"2026-03-02-assessment": "reason: it hurts\n"}
PICTURES = sorted(Library(Schemas(resources.schema), resources.BuiltIn()).ids("presentation"))


@cache
def library() -> Library:
    """The built-in library."""
    return Library(Schemas(resources.schema), resources.BuiltIn())


def case(presentation: str | None, own: tuple[str, ...] = (), shelves: Library | None = None) -> Case:
    """A first assessment that calls the picture so."""
    made = entry("2026-03-02-assessment", STORY["2026-03-02-assessment"])
    whose = shelves or library()
    return Case(folder(STORY), made, (made,), (), (), presentation, {}, None, (), whose, Person(), own=own)


def planned(presentation: str | None) -> dict[str, object]:
    """The line without its reasons."""
    (line,) = visits(case(presentation))
    return dict(line.item)


def reasons(presentation: str | None) -> list[str]:
    """The reasons as they stand in a plan."""
    (line,) = visits(case(presentation))
    return line.reasons


@pytest.mark.parametrize(
    ("presentation", "item"),
    [
        (
            "neck-pain",
            {"planned": "8", "often": "2/week", "length": "60 min", "reassess": ["visit 4", "visit 8", "week 10"]},
        ),
        (
            "shoulder-pain",
            {"planned": "6", "often": "2/week", "length": "20-45 min", "reassess": ["visit 3", "visit 6", "week 12"]},
        ),
        (
            "lbp-chronic",
            {"planned": "8", "often": "weekly", "length": "50-60 min", "reassess": ["visit 4", "visit 5", "visit 8"]},
        ),
        ("lbp-acute", {"planned": "3", "often": "weekly", "length": "30-60 min", "reassess": ["visit 2", "visit 3"]}),
        ("sport-recovery", {"planned": "1", "length": "20-60 min", "reassess": ["visit 1"]}),
        (None, {"planned": "4", "often": "weekly", "reassess": ["visit 4"]}),
    ],
)
def test_the_fewest_visits_that_reach_the_expected_change_are_planned(
    presentation: str | None, item: dict[str, object]
) -> None:
    """Looked at again at the first check, the expected change and the last visit; fewer where they fall together."""
    assert planned(presentation) == item


@pytest.mark.parametrize("presentation", PICTURES)
def test_each_picture_has_a_line_that_the_program_understands(presentation: str) -> None:
    """Its numbers are read back by those who follow the plan, and the first check lies within the visits."""
    item = planned(presentation)
    count = read_count(str(item["planned"]))
    assert count is not None
    assert "often" not in item or per_week(str(item["often"]))
    assert 1 <= check_visit(case(presentation)) <= count
    moments = item["reassess"]
    assert isinstance(moments, list)
    assert [visit for each in moments if (visit := read_visit(each))] == sorted(
        {check_visit(case(presentation)), expect_visit(case(presentation)), count}
    )


@pytest.mark.parametrize("presentation", PICTURES)
def test_the_estimate_is_called_one_and_some_doubt_is_told(presentation: str) -> None:
    """First what was planned from, marked as not verified; at most six reasons from the library, each sourced."""
    (line,) = visits(case(presentation))
    assert 3 <= len(line.because) <= MOST_REASONS
    assert ", an estimate: " in line.because[0].words
    assert line.because[0].verified is False
    assert any(reason.words.startswith("a doubt") for reason in line.because)
    assert all(reason.sources and reason.verified is not None for reason in line.because)
    assert len(set(line.reasons)) == len(line.reasons)


EFFECTS = {
    "fibromyalgia": "SMD 0.62 for pain",
    "knee-oa": "improved by 24.0 points",
    "lbp-acute": "pain SMD -1.24",
    "lbp-chronic": "RMDQ 2.9 points below usual care",
    "neck-pain": "RR 3.41 for gaining 5 NDI points",
    "plantar-heel": "fell further than under sham",
    "pregnancy-back": "less pain in back and legs",
    "shoulder-pain": "gain moderately",
    "sport-recovery": "SMD -0.61 after 24 h",
    "stress-sleep": "effect size -0.69",
    "tension-headache": "from 4.7 to 3.7",
    "tmj": "A change of 2 points or more",
    "wrist-cts": "17.3 percent stronger",
}
DOUBTS = {
    "fibromyalgia": "Sleep was not affected",
    "knee-oa": "at 24 weeks there was no difference from usual care",
    "lbp-acute": "at long-term follow-up it did not",
    "lbp-chronic": "at long-term follow-up it did not",
    "neck-pain": "Visits of 30 minutes, 2 or 3 times a week, did no better than the waiting list",
    "plantar-heel": "compared with: sham ultrasound; certainty low",
    "pregnancy-back": "certainty low",
    "shoulder-pain": "in favour of exercise without massage",
    "sport-recovery": "compared with: nothing; certainty low to moderate",
    "stress-sleep": "the groups did not differ",
    "tension-headache": "also under placebo",
    "tmj": "less than what counts as meaningful",
    "wrist-cts": "compared with: one kind against the other; certainty low",
}


@pytest.mark.parametrize(("presentation", "words"), EFFECTS.items())
def test_the_size_of_the_effect_stands_beside_the_number(presentation: str, words: str) -> None:
    """By the study that tells it best, with its name and how sure it is."""
    (told,) = [each for each in reasons(presentation) if each.startswith("the effect in ")]
    assert words in told
    assert ", certainty " in told


@pytest.mark.parametrize(("presentation", "words"), DOUBTS.items())
def test_what_speaks_against_it_stands_there_too(presentation: str, words: str) -> None:
    """The first doubt of each picture that was studied."""
    assert words in next(each for each in reasons(presentation) if each.startswith("a doubt"))


def test_every_picture_with_a_study_is_looked_at_here() -> None:
    """The others say that no study is about them."""
    studied = [id for id in PICTURES if case(id).entry("presentation", id).get("evidence")]
    assert sorted(EFFECTS) == sorted(DOUBTS) == studied
    for id in set(PICTURES) - set(studied):
        assert "no study of massage for this very picture" in reasons(id)[1]


def test_the_neck_is_told_what_the_review_says() -> None:
    """The trial that the estimate is made from is not the only voice."""
    told = reasons("neck-pain")
    assert told[3].endswith("how well people say they did (cochrane-neck-plain)")
    assert "little or no difference" in told[3]
    assert "suggests a high dose of massage" in told[4]
    assert "every 3-4 weeks" in told[5]


def test_what_was_not_seen_in_its_source_says_so() -> None:
    """The size of the heel trial's effect is one of them; that of the neck trial is not."""
    assert reasons("plantar-heel")[1].endswith("(ajimsha-2014-heel, not verified)")
    assert reasons("neck-pain")[1].endswith("(sherman-2014)")


@pytest.mark.parametrize("presentation", [None, "gout"])
def test_without_a_known_picture_the_first_review_is_the_end(presentation: str | None) -> None:
    """Four visits, then look again: that much a guideline says for anybody."""
    assert planned(presentation)["planned"] == "4"
    assert reasons(presentation)[0].endswith("(colorado-chronic-pain-2017)")
    assert (check_visit(case(presentation)), expect_visit(case(presentation))) == (4, 4)


@pytest.mark.parametrize("presentation", ["neck-pain", None])
def test_what_the_practice_knows_comes_last(presentation: str | None) -> None:
    """Its own courses are no evidence of why, so they follow what was studied."""
    own = ("Of your last 14 finished courses with neck pain: 9 clearly better.", "Nobody went without.")
    (line,) = visits(case(presentation, own))
    (plain,) = visits(case(presentation))
    assert line.reasons == [*plain.reasons, *own]


def test_a_remark_changes_no_number() -> None:
    """Fibromyalgia begins with shorter visits, says the picture; the line keeps the estimate."""
    assert "At first 30-45 minutes" in remarks(case("fibromyalgia"))[0]
    assert planned("fibromyalgia")["length"] == "30-45 min"  # the picture begins gently
    assert remarks(case("neck-pain")) == [
        "Where time or money is short: one visit of 60 minutes a week for 6-10 weeks (sherman-2009)."
    ]
    assert remarks(case(None)) == []


def test_a_picture_of_the_practice_is_planned_by_the_estimate_it_names() -> None:
    """And one whose estimate is no estimate is planned as if nothing were known."""
    text = "en: {{reviewed: false, name: Stiff ribs}}\nregion: chest\nvisits: {}\n"
    text += "sources: [house-rules]\nverified: false\n"
    own = {
        "presentations/stiff-ribs": text.format("est-tmj"),
        "presentations/sore-ribs": text.format("gl-cts"),
    }
    shelves = Library(Schemas(resources.schema), resources.BuiltIn(), OwnEntries(own))
    lines: list[Line] = [line for id in ("stiff-ribs", "sore-ribs") for line in visits(case(id, shelves=shelves))]
    assert [line.item["planned"] for line in lines] == ["8", "4"]
    assert [line.item.get("length") for line in lines] == ["20-30 min", None]
