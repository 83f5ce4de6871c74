"""What was answered, what stands, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from massageplan.clinical.screening import GRAVE, Act, acts, answers, open_flags, sentences, sore_regions, standing
from massageplan.frozen import replace
from massageplan.library.catalogue import Library
from massageplan.records.care import Session
from massageplan.records.folder import Entry
from massageplan.store import resources

from .conftest import SCHEMAS, folder
from .shelf import OwnEntries

BUILT_IN = Library(SCHEMAS, resources.BuiltIn())

STORY = {
    "2026-09-01-history": "screening: {fever: yes, dvt: no, pregnancy: not asked}",
    "2026-09-07-assessment": """\
screening:
  dvt: {answer: unsure, words: it is warm, did: rang the clinic}
  cancer-history:
    answer: yes
  pregnancy: no
""",
    "2026-09-14-session": "screening: {fever: not asked, dvt: no, weight-loss: yes}",
    "2026-09-20-event": "what: illness\nwords: x\nscreening: {weight-loss: {answer: yes, cleared: Dr Singh 19 Sept}}",
}


def records(texts: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a client's folder, oldest first."""
    return folder(dict(texts)).entries


def act_of(id: str) -> Act:
    """What the built-in library says of a question."""
    found = acts(BUILT_IN, id)
    assert found is not None
    return found


def test_every_answer_is_told_with_its_place_oldest_first() -> None:
    """An answer may be a word or a map."""
    found = answers(records(STORY))
    assert [(a.id, a.answer) for a in found] == [
        ("fever", "yes"), ("dvt", "no"), ("pregnancy", "not asked"), ("dvt", "unsure"), ("cancer-history", "yes"),
        ("pregnancy", "no"), ("fever", "not asked"), ("dvt", "no"), ("weight-loss", "yes"), ("weight-loss", "yes"),
    ]  # fmt: skip
    unsure = found[3]
    assert (unsure.words, unsure.did, unsure.cleared) == ("it is warm", "rang the clinic", None)
    assert str(unsure.span) == "2026-09-07-assessment.yaml:3:3"
    assert unsure.path == ("screening", "dvt")


def test_a_block_that_is_one_word_holds_no_answers() -> None:
    (entry,) = records({"2026-09-07-session": "said: fine"})
    assert answers([replace(entry, record=Session(screening="not asked"))]) == []


def test_an_answer_that_was_left_empty_was_not_asked() -> None:
    (entry,) = records({"2026-09-07-session": "said: fine"})
    (one,) = answers([replace(entry, record=Session(screening={"fever": None}))])
    assert one.answer == "not asked"
    assert not one.is_open


def test_the_newest_answer_stands_and_not_asked_replaces_none() -> None:
    now = standing(records(STORY))
    assert {id: a.answer for id, a in now.items()} == {
        "fever": "yes", "dvt": "no", "pregnancy": "no", "cancer-history": "yes", "weight-loss": "yes",
    }  # fmt: skip
    assert now["weight-loss"].cleared == "Dr Singh 19 Sept"


def test_what_stood_on_a_day_leaves_later_records_out() -> None:
    assert standing(records(STORY), "2026-09-13")["dvt"].answer == "unsure"
    assert set(standing(records(STORY), "2026-09-01")) == {"fever", "dvt", "pregnancy"}
    assert standing(records({"day-3-assessment": "screening: {fever: yes}"}), "2026-09-01")["fever"].answer == "yes"


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        ("unsure", ("yes", None)),
        ("yes", ("yes", None)),
        ("not asked", ("yes", None)),
        ("no", ("no", None)),
        ("{answer: yes, cleared: Dr Singh}", ("yes", "Dr Singh")),
        ("{answer: unsure, cleared: Dr Singh}", ("unsure", "Dr Singh")),
    ],
)
def test_a_yes_is_closed_by_no_or_a_clearance_only(later: str, stands: tuple[str, str | None]) -> None:
    """A doubt that comes after it lifts nothing."""
    now = standing(
        records(
            {"2026-09-07-assessment": "screening: {dvt: yes}", "2026-09-14-session": f"screening: {{dvt: {later}}}"}
        )
    )["dvt"]
    assert (now.answer, now.cleared) == stands


@pytest.mark.parametrize(
    ("clearing", "yes", "is_open"),
    [
        ("2026-09-07-history", "2026-09-07-assessment", False),
        ("2026-09-07-event", "2026-09-07-assessment", False),
        ("2026-09-07-history", "2026-09-07-history-2", True),
        ("2026-09-07-history-2", "2026-09-07-history", False),
        ("2026-09-07-history", "2026-09-08-assessment", True),
        ("start-history", "start-assessment", True),
    ],
)
def test_a_clearance_answers_a_yes_of_its_own_day(clearing: str, yes: str, is_open: bool) -> None:
    """Whichever kind of record it stands in; numbered records have an order, and a later day opens it again."""
    more = {"event": "what: illness\nwords: x\n"}.get(clearing.rpartition("-")[2], "")
    told = {
        clearing: f"{more}screening: {{dvt: {{answer: yes, cleared: Dr Singh}}}}",
        yes: "screening: {dvt: yes}",
    }
    assert standing(records(told))["dvt"].is_open is is_open


@pytest.mark.parametrize(
    ("history", "assessment", "answer", "is_open"),
    [
        ("{answer: yes, cleared: not yet}", "yes", "yes", True),
        ("{answer: yes, cleared: no}", "yes", "yes", True),
        ("{answer: yes, cleared: Dr Singh}", "{answer: yes, cleared: not yet}", "yes", True),
        ("{answer: no, cleared: Dr Singh}", "yes", "yes", True),
        ("{answer: yes, cleared: Dr Singh}", "unsure", "yes", False),
        ("{answer: yes, cleared: Dr Singh}", "no", "no", False),
    ],
)
def test_what_is_not_cleared_stays_open_on_that_day(history: str, assessment: str, answer: str, is_open: bool) -> None:
    """`not yet` clears nothing, and says against a clearance of the same day that the sign is here."""
    told = {
        "2026-09-07-history": f"screening: {{dvt: {history}}}",
        "2026-09-07-assessment": f"screening: {{dvt: {assessment}}}",
    }
    now = standing(records(told))["dvt"]
    assert (now.answer, now.is_open) == (answer, is_open)


def test_a_doubt_after_a_clearance_is_open_again() -> None:
    told = {
        "2026-09-07-assessment": "screening: {dvt: {answer: yes, cleared: Dr Singh}}",
        "2026-09-14-session": "screening: {dvt: unsure}",
    }
    assert standing(records(told))["dvt"].is_open


@pytest.mark.parametrize(
    ("symptoms", "regions"),
    [
        (
            "[{where: [left shin, neck], now: 4}, {what: headache, now: 2}]",
            [(0, "lower-leg"), (0, "neck"), (1, "head")],
        ),
        ("[{what: headache, where: neck, now: 2}, {what: numbness, now: 1}]", [(0, "neck")]),
        ("[{where: soul, now: 4}]", []),
        ("none", []),
    ],
)
def test_a_symptom_is_where_it_says_or_where_its_kind_is(symptoms: str, regions: list[tuple[int, str]]) -> None:
    """A headache without a place is in the head, a numbness nowhere known."""
    (entry,) = records({"2026-09-07-assessment": f"symptoms: {symptoms}"})
    assert list(sore_regions(entry, BUILT_IN)) == regions


def test_only_an_assessment_says_where_it_hurts() -> None:
    (entry,) = records({"2026-09-07-session": "symptoms: [{where: neck, now: 4}]"})
    assert list(sore_regions(entry, BUILT_IN)) == []


def test_open_flags_are_grave_uncleared_and_the_gravest_first() -> None:
    """An emergency comes before a referral; a later no or a clearance closes one; unsure stays open."""
    assert [a.id for a in open_flags(records(STORY), BUILT_IN)] == ["fever", "cancer-history"]
    assert [a.id for a in open_flags(records(STORY), BUILT_IN, "2026-09-14")] == [
        "fever",
        "cancer-history",
        "weight-loss",
    ]
    assert [a.id for a in open_flags(records(STORY), BUILT_IN, "2026-09-07")] == ["dvt", "fever", "cancer-history"]


def test_answers_that_send_nobody_away_are_no_flags() -> None:
    """Blood thinners change the pressure, low mood is talked about, and an unknown id is told elsewhere."""
    text = "screening: {anticoagulants: yes, yf-low-mood: yes, no-such-question: yes}"
    assert open_flags(records({"2026-09-07-assessment": text}), BUILT_IN) == []
    assert acts(BUILT_IN, "no-such-question") is None


def test_an_emergency_says_so_first() -> None:
    said = sentences(act_of("cauda-equina"))
    assert said[0].startswith("EMERGENCY (Nerves at the base of the spine): ")
    assert said[1] == "How soon: same day, now."
    assert len(said) == 2


@pytest.mark.parametrize(
    ("action", "begins"),
    [
        ("emergency", "EMERGENCY (X): Ring 911."),
        ("refer-before-treating", "Refer before treating (X): Ring 911."),
        ("local-avoid", "Keep off the area (X): Ring 911."),
        ("modify-technique", "Change how you treat (X): Ring 911."),
        ("proceed-with-care", "Go on with care (X): Ring 911."),
    ],
)
def test_each_action_is_called_by_its_words_and_what_is_unverified_says_so(action: str, begins: str) -> None:
    act = Act("x", "X", "red-flag", action, "X?", "Ring 911.", None, (), "general", False)
    first, last = sentences(act)
    assert first == begins
    assert last.startswith("Not verified: ")
    assert act.is_grave == (action in GRAVE)


def test_every_question_of_the_library_can_be_read() -> None:
    for id in BUILT_IN.ids("screening"):
        act = act_of(id)
        assert act.question.endswith("?")
        assert act.advice
        assert len(sentences(act)) <= 3
        assert act.is_red or act.action != "emergency"


def test_a_question_of_the_practice_is_read_like_any_other() -> None:
    own = """\
en: {reviewed: false, name: Sea sick, question: Are you sea sick?, may-indicate: The sea, advice: Wait.}
area: general
kind: contraindication
action: refer-before-treating
blocks: [all]
sources: [house-rules]
verified: false
"""
    act = acts(Library(SCHEMAS, resources.BuiltIn(), OwnEntries({"screening/sea-sick": own})), "sea-sick")
    assert act == Act(
        "sea-sick", "Sea sick", "contraindication", "refer-before-treating", "Are you sea sick?", "Wait.", None,
        ("all",), "general", False,
    )  # fmt: skip
