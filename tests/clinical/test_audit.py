"""How single things are looked for in an audit, at their edges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from massageplan.clinical.audit import LOOKS, rules_of

from .audited import AREA, DID, GLUTEAL, LIBRARY, SIGNED, lines, states

PLACES = ("ontario", "british-columbia", "washington", "texas", "montana", "new-york", "australia")


def test_whatever_a_rule_can_be_about_is_looked_for() -> None:
    """The words of the schema are those with a way of looking, and each is used somewhere."""
    path = Path(__file__).parents[2] / "schemas" / "library" / "jurisdiction.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    items = [LIBRARY.item("jurisdiction", place) for place in PLACES]
    used = {rule.about for item in items if item for rule in rules_of(item)}
    assert set(schema["$defs"]["rule"]["properties"]["about"]["enum"]) == set(LOOKS) == used


def test_what_nobody_saw_in_its_source_says_so() -> None:
    """The rules that were only remembered are exactly these."""
    items = {place: LIBRARY.item("jurisdiction", place) for place in PLACES}
    unseen = {(place, rule.id) for place, item in items.items() if item for rule in rules_of(item) if not rule.verified}
    assert unseen == {
        ("british-columbia", "keep"), ("washington", "keep"), ("washington", "findings"), ("australia", "keep"),
        ("washington", "outcome-measures"), ("washington", "plan"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "state"), [("2026-07-31", "met"), ("2026-08-31", "missing"), ("2026-08-01", "missing")]
)
def test_a_release_is_at_most_six_months_after_its_consent(sent: str, state: str) -> None:
    """To the day."""
    records = {
        "2026-01-31-consent": "gives: [{for: release, to: okafor}]\nhow: signed",
        f"{sent}-referral": "to: okafor\nask: assess\nwhy: A question.",
    }
    assert states("ontario", "release", records) == [state]


def test_a_letter_that_was_not_sent_released_nothing() -> None:
    """So it asks for no consent, and no answer is waited for."""
    records = {"2026-08-31-referral": "to: okafor\nask: assess\nwhy: A question.\nsent: not sent"}
    assert states("ontario", "release", records) == ["not applicable"]


@pytest.mark.parametrize(
    ("client", "until"),
    [("born: 2013-03-02", "2041-03-02"), ("born: 2013", "2041-12-31"), ("age: 12\nas-of: start", "2042-03-02")],
)
def test_a_folder_of_a_child_is_kept_until_the_latest_day_it_may_have_to_be(client: str, until: str) -> None:
    """Ten years from the 18th birthday in Ontario; where the birthday is not known, from the last it may be."""
    (line,) = lines("ontario", "keep", {"2026-03-02-session": DID}, client=f"name: Kim\n{client}\n")
    assert line.said == f"Keep the folder until {until}."


@pytest.mark.parametrize(("visit", "state"), [("2026-03-02", "met"), ("2026-03-03", "missing")])
def test_a_written_consent_holds_one_year_in_washington(visit: str, state: str) -> None:
    """To the day; Ontario sets no such time."""
    records = {"2025-03-02-consent": SIGNED, f"{visit}-session": DID}
    assert states("washington", "consent", records) == [state]
    assert states("ontario", "consent", records) == ["met"]


def test_a_spoken_consent_is_enough_where_none_in_writing_is_asked() -> None:
    """Washington wants it written, Australia does not say; a child's assent alone is enough nowhere."""
    for how, washington, australia in (("spoken", "missing", "met"), ("assent", "missing", "missing")):
        records = {"2026-03-02-consent": f"gives: [treatment]\nhow: {how}", "2026-03-02-session": DID}
        assert states("washington", "consent", records) == [washington]
        assert states("australia", "consent", records) == [australia]


def test_a_consent_that_was_taken_back_holds_no_longer() -> None:
    """The visit before is covered, the one after is not."""
    records = {
        "2026-03-02-consent": SIGNED,
        "2026-03-02-session": DID,
        "2026-03-04-consent": "withdraws: [treatment]\nhow: spoken",
        "2026-03-09-session": DID,
    }
    (gone, held) = lines("montana", "consent", records)
    assert (gone.state, held.state) == ("missing", "met")
    assert gone.where[0].file == "2026-03-09-session.yaml"
    assert "withdrawn" in gone.said


def test_a_child_alone_cannot_give_back_what_a_parent_took_away() -> None:
    """The mother's yes, her no, and the child's assent: no consent stands."""
    mother = "who: {name: Rosa Lind, relation: mother}\n"
    records = {
        "2026-03-02-consent": mother + SIGNED,
        "2026-03-04-consent": mother + "withdraws: [treatment]\nhow: spoken",
        "2026-03-09-consent": "gives: [treatment]\nhow: assent",
        "2026-03-09-session": DID,
    }
    assert states("australia", "consent", records) == ["missing"]


@pytest.mark.parametrize(
    ("day", "signed", "state"),
    [("2026-03-02", "2026-03-02", "met"), ("2026-03-09", "2026-03-02", "missing"), ("2016-03-09", "2016-03-02", "met")],
)
def test_ontario_wants_the_form_each_time_since_2017(day: str, signed: str, state: str) -> None:
    """Before, one form held on."""
    records = {f"{signed}-consent": AREA + "signed", f"{day}-session": GLUTEAL}
    assert states("ontario", "sensitive-signed", records) == [state]


def test_a_form_for_a_visit_by_its_number_counts() -> None:
    """`covers: visit 2`, signed the week before."""
    records = {
        "2026-03-02-consent": "gives: [{for: sensitive-area, areas: gluteal, covers: visit 2}]\nhow: signed",
        "2026-03-02-session": "visit: 1\n" + DID,
        "2026-03-09-session": "visit: 2\n" + GLUTEAL,
    }
    assert states("ontario", "sensitive-signed", records) == ["met"]


def test_asking_again_in_the_session_is_word_of_mouth() -> None:
    """`consented` counts as spoken and never as signed."""
    records = {"2026-03-02-consent": AREA + "signed", "2026-03-09-session": GLUTEAL + "\nconsented: right gluteal"}
    assert states("ontario", "sensitive-spoken", records) == ["met"]
    assert states("ontario", "sensitive-signed", records) == ["missing"]


def test_a_consent_to_the_chest_is_none_to_the_breast() -> None:
    """Texas wants it named; a visit that treats the muscle alone is no breast massage."""
    breast = "did: [{use: petrissage, where: right chest (breast)}]"
    chest = {"2026-03-02-consent": "gives: [{for: sensitive-area, areas: chest}]\nhow: signed"}
    named = {"2026-03-02-consent": "gives: [{for: sensitive-area, areas: chest (breast)}]\nhow: signed"}
    assert states("texas", "breast", chest | {"2026-03-02-session": breast}) == ["missing"]
    assert states("texas", "breast", named | {"2026-03-02-session": breast}) == ["met"]
    muscle = {"2026-03-02-session": "did: [petrissage right pectoralis-major 10 min]"}
    assert states("texas", "breast", chest | muscle) == ["not applicable"]


def test_a_refused_intake_is_a_record_in_montana() -> None:
    """Then no history is missing there; elsewhere it still is."""
    records = {"2026-03-02-consent": "refuses: [assessment]\ngives: [treatment]\nhow: signed"}
    assert states("montana", "intake-refused", records) == ["met"]
    assert states("montana", "history", records) == ["not applicable"]
    assert states("washington", "history", records) == ["missing"]


def test_a_history_nobody_asked_for_is_none() -> None:
    """`not asked` is a word for a gap; `none` is an answer."""
    assert states("montana", "history", {"2026-03-02-history": "history: not asked"}) == ["missing"]
    assert states("montana", "history", {"2026-03-02-history": "history: none"}) == ["met"]


def test_a_new_reason_needs_a_new_signature_in_texas() -> None:
    """The same reason does not."""
    first = {"2026-03-02-consent": SIGNED, "2026-03-02-assessment": "reason: My back."}
    assert states("texas", "renewed", first | {"2026-06-02-assessment": "reason: my back."}) == ["not applicable"]
    changed = first | {"2026-06-02-assessment": "reason: My neck."}
    assert states("texas", "renewed", changed) == ["missing"]
    assert states("texas", "renewed", changed | {"2026-06-02-consent": SIGNED}) == ["met"]


def test_an_attached_paper_may_show_what_the_record_does_not() -> None:
    """Then it cannot be told, and the paper is to be looked at."""
    records = {"2026-03-02-consent": SIGNED + "\nfiles: scan.pdf"}
    assert states("texas", "draping", records) == ["cannot be told"]
    assert states("texas", "therapist-signs", records) == ["cannot be told"]
    assert states("texas", "draping", {"2026-03-02-consent": SIGNED}) == ["missing"]


def test_a_plan_has_to_say_how_often_and_for_how_long() -> None:
    """And that it was talked through; a change of a plan need not say it again."""
    for visits, state in (
        ("visits: {planned: 6}", "missing"),
        ("visits: {planned: 6, often: weekly}", "cannot be told"),
        ("visits: {planned: 6, often: weekly}\nagreed: {how: face to face}", "met"),
    ):
        changed = {"2026-04-02-plan": "changed-because: Better.\nadvice: [Walk.]"}
        assert states("ontario", "prediction", {"2026-03-02-plan": visits} | changed) == [state]
    told = {"2026-03-03-followup": "of: 2026-03-02-plan\nwhat: agreed"}
    plan = {"2026-03-02-plan": "visits: {planned: 6, often: weekly}"}
    assert states("ontario", "prediction", plan | told) == ["met"]


def test_a_fee_is_in_each_visit_or_elsewhere() -> None:
    """One visit without it is named; where fees are kept settles all."""
    records = {"2026-03-02-session": DID + "\nfee: 110 CAD paid", "2026-03-09-session": DID}
    assert states("ontario", "fees", records) == ["missing", "met"]
    assert lines("ontario", "fees", records)[0].where[0].file == "2026-03-09-session.yaml"
    assert states("ontario", "fees", records, "kept-elsewhere: {fees: the till}") == ["kept elsewhere"]


def test_a_late_record_is_told_where_no_number_of_days_is() -> None:
    """British Columbia asks for timely records."""
    late = {"2026-03-02-session": DID + "\nwritten: 2026-03-05"}
    assert states("british-columbia", "timely", late) == ["cannot be told"]
    assert states("british-columbia", "timely", {"2026-03-02-session": DID}) == ["met"]


def test_a_health_condition_asks_for_more_in_washington() -> None:
    """Without one nothing of it is missing."""
    assert states("washington", "plan", {"2026-03-02-session": DID}) == ["not applicable"]
    records = {"2026-03-02-assessment": "symptoms: [{where: neck, now: 3}]"}
    assert states("washington", "plan", records) == ["missing"]
    assert states("washington", "symptoms", records) == ["met"]


def test_a_missed_visit_needs_no_note() -> None:
    """Only visits that took place are looked at."""
    records = {"2026-03-02-session": "attended: missed"}
    assert states("montana", "service", records) == ["not applicable"]
