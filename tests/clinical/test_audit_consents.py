"""Which consents count in an audit: of the form that is asked for, side by side, as long as they stand."""

from __future__ import annotations

import pytest

from .audited import AREA, DID, GLUTEAL, SIGNED, SPOKEN, lines, states

WITHDRAWN = "withdraws: [treatment]\nhow: spoken"
BREAST = "did: [petrissage {side} chest 10 min (breast)]"
CHILD = "name: Jo Doe\nborn: 2019-05-04\nguardian: {name: Rosa Lind, relation: mother}"
MOTHER = "who: {name: Rosa Lind, relation: mother}\n"


def area(areas: str, how: str, verb: str = "gives") -> str:
    """A consent for areas."""
    return f"{verb}: [{{for: sensitive-area, areas: {areas}}}]\nhow: {how}"


@pytest.mark.parametrize(
    ("consents", "state"),
    [
        ({"2026-01-02-consent": "gives: [{for: treatment, until: 2026-01-10}]\nhow: signed",
          "2026-01-11-consent": SPOKEN}, "missing"),
        ({"2026-01-02-consent": "gives: [{for: treatment, until: 2026-01-15}]\nhow: signed",
          "2026-01-11-consent": SPOKEN}, "met"),
        ({"2026-01-02-consent": SIGNED, "2026-01-03-consent": WITHDRAWN, "2026-01-04-consent": SPOKEN}, "missing"),
        ({"2026-01-02-consent": SIGNED, "2026-01-03-consent": WITHDRAWN, "2026-01-04-consent": SIGNED}, "met"),
        ({"2026-01-02-consent": SIGNED, "2026-01-11-consent": SPOKEN}, "met"),
        ({"2026-01-02-consent": "gives: [{for: treatment, covers: visit 7}]\nhow: signed",
          "2026-01-11-consent": SPOKEN}, "missing"),
    ],
)  # fmt: skip
def test_a_spoken_yes_does_not_bring_a_signed_one_back(consents: dict[str, str], state: str) -> None:
    """Washington wants the one that stands to be signed; spoken beside it does no harm."""
    assert states("washington", "consent", {**consents, "2026-01-15-session": DID}) == [state]


def test_a_year_is_counted_from_the_signed_consent_that_stands() -> None:
    """An old form is not made younger by one that was taken back since."""
    records = {
        "2025-01-02-consent": SIGNED,
        "2025-12-01-consent": "gives: [{for: treatment, until: 2026-01-10}]\nhow: signed",
        "2026-01-15-session": DID,
    }
    (line,) = lines("washington", "consent", records)
    assert line.state == "missing"
    assert "more than 1 year old" in line.said


@pytest.mark.parametrize("place", ["washington", "texas"])
@pytest.mark.parametrize(("side", "state"), [("left", "met"), ("right", "missing"), ("both", "missing")])
def test_a_form_for_the_left_is_none_for_the_right(place: str, side: str, state: str) -> None:
    """Not even beside a spoken yes for the right."""
    records = {
        "2026-03-02-consent": area("left chest (breast)", "signed"),
        "2026-03-02-consent-2": area("right chest (breast)", "spoken"),
        "2026-03-02-session": BREAST.format(side=side),
    }
    assert states(place, "breast", records) == [state]


@pytest.mark.parametrize(("side", "state"), [("left", "met"), ("right", "missing")])
def test_the_breast_is_named_on_the_side_that_is_treated(side: str, state: str) -> None:
    """The right chest beside the left breast is the chest; the same where the place is a key of its own."""
    consent = {"2026-03-02-consent": area("[left chest (breast), right chest]", "signed")}
    use = f"did: [{{use: petrissage, where: {side} chest (breast)}}]"
    for did in (BREAST.format(side=side), use, f"did: [petrissage {side} breast 10 min]"):
        assert states("texas", "breast", consent | {"2026-03-02-session": did}) == [state]


def test_a_form_that_was_taken_back_for_one_side_stands_for_the_other() -> None:
    """And a spoken yes later does not bring it back."""
    records = {
        "2026-03-01-consent": area("chest (breast)", "signed"),
        "2026-03-02-consent": area("right chest (breast)", "spoken", "withdraws"),
        "2026-03-03-consent": area("right chest (breast)", "spoken"),
    }
    for side, state in (("left", "met"), ("right", "missing")):
        visit = {"2026-03-04-session": BREAST.format(side=side)}
        assert states("washington", "breast", records | visit) == [state]


@pytest.mark.parametrize(
    ("consented", "did", "state"),
    [
        ("left gluteal", "right", "missing"),
        ("right gluteal", "right", "met"),
        ("gluteal", "right", "met"),
        ("right gluteal", "both", "missing"),
        ("[left gluteal, right gluteal]", "both", "met"),
        ("left gluteal", "", "met"),
        ("right calf", "right", "missing"),
    ],
)
def test_word_of_mouth_is_for_the_side_that_was_named(consented: str, did: str, state: str) -> None:
    """Ontario; of work without a side, one side is enough."""
    visit = f"did: [petrissage {did} gluteal 10 min]\nconsented: {consented}".replace("  ", " ")
    assert states("ontario", "sensitive-spoken", {"2026-03-02-session": visit}) == [state]


def test_one_side_may_be_agreed_to_at_the_visit_and_the_other_in_a_consent_of_the_day() -> None:
    """Both together cover both."""
    visit = "did: [petrissage both gluteal 10 min]\nconsented: left gluteal"
    records = {"2026-03-02-consent": area("right gluteal", "spoken"), "2026-03-02-session": visit}
    assert states("ontario", "sensitive-spoken", records) == ["met"]


def test_every_area_of_a_visit_is_named() -> None:
    """Those that were agreed to are not."""
    visit = "did: [petrissage left gluteal 10 min, petrissage chest 5 min, petrissage right hip-adductors 5 min]\n"
    (line,) = lines("ontario", "sensitive-spoken", {"2026-03-02-session": visit + "consented: chest"})
    assert "left gluteal and right hip-adductors were agreed to" in line.said
    assert line.todo == "add consented: [left gluteal, right hip-adductors]"


@pytest.mark.parametrize("how", ["spoken", "signed and spoken"])
def test_a_no_in_the_same_record_counts_after_the_yes(how: str) -> None:
    """Neither the form nor the word stands."""
    refused = AREA + how + "\nrefuses: [{for: sensitive-area, areas: gluteal}]"
    records = {"2026-03-02-consent": refused, "2026-03-02-session": GLUTEAL}
    assert states("ontario", "sensitive-spoken", records) == ["missing"]
    assert states("ontario", "sensitive-signed", records) == ["missing"]


@pytest.mark.parametrize(("day", "state"), [("2026-03-08", "met"), ("2026-03-09", "missing")])
def test_a_consent_until_a_week_of_the_course_runs_out(day: str, state: str) -> None:
    """Of week 1, which begins with the plan."""
    records = {
        "2026-03-02-consent": "gives: [{for: treatment, until: week 1}]\nhow: signed",
        "2026-03-02-plan": "goals: unknown",
        f"{day}-session": DID,
    }
    assert states("ontario", "consent", records) == [state]


@pytest.mark.parametrize(("day", "state"), [("2026-03-08", "met"), ("2026-03-09", "missing")])
def test_a_release_until_a_week_of_the_course_runs_out(day: str, state: str) -> None:
    """The same for a letter."""
    records = {
        "2026-03-02-consent": "gives: [{for: release, to: okafor, until: week 1}]\nhow: signed",
        "2026-03-02-plan": "goals: unknown",
        f"{day}-referral": "to: okafor\nask: assess\nwhy: A question.",
    }
    assert states("ontario", "release", records) == [state]


def test_the_signature_of_a_child_alone_is_no_consent() -> None:
    """Nor beside a no of the mother; hers is, and so is that of a grown client, or where allow says so."""
    visit, own = {"2026-03-09-session": DID}, {"2026-03-02-consent": "who: client\n" + SIGNED}
    (line,) = lines("washington", "consent", own | visit, client=CHILD)
    assert (line.state, line.where[0].file) == ("missing", "2026-03-02-consent.yaml")
    assert "child's own" in line.said
    hers = {"2026-03-02-consent-2": MOTHER + SIGNED}
    assert states("washington", "consent", own | hers | visit, client=CHILD) == ["met"]
    gone = {"2026-03-03-consent": MOTHER + WITHDRAWN, "2026-03-04-consent": SIGNED}
    assert states("washington", "consent", own | hers | gone | visit, client=CHILD) == ["missing"]
    assert states("washington", "consent", own | visit, client=CHILD.replace("2019", "1999")) == ["met"]
    may = CHILD + "\nallow: {consent-by-minor: may decide alone here}"
    assert states("washington", "consent", own | visit, client=may) == ["met"]


def test_the_signed_consultation_has_to_stand_at_each_visit() -> None:
    """Texas: signed again it does, by word of mouth it does not; a withdrawal after the last visit is no gap."""
    before = {"2026-03-02-consent": SIGNED}
    gone, visit = {"2026-03-03-consent": WITHDRAWN}, {"2026-03-05-session": DID}
    assert states("texas", "client-signs", before) == ["met"]
    assert states("texas", "client-signs", before | gone) == ["missing"]
    assert states("texas", "client-signs", before | gone | visit) == ["missing"]
    assert states("texas", "client-signs", before | gone | visit | {"2026-03-04-consent": SPOKEN}) == ["missing"]
    assert states("texas", "client-signs", before | gone | visit | {"2026-03-04-consent": SIGNED}) == ["met"]
    assert states("texas", "client-signs", before | {"2026-03-06-consent": WITHDRAWN} | visit) == ["met"]


def test_what_a_consent_told_that_was_taken_back_counts_no_longer() -> None:
    """The one that stands has to tell it."""
    records = {
        "2026-03-02-consent": SIGNED + "\ntold: [draping, stop]",
        "2026-03-03-consent": WITHDRAWN,
        "2026-03-04-consent": SIGNED + "\ntold: [stop]",
        "2026-03-05-session": DID,
    }
    assert states("texas", "draping", records) == ["missing"]
    assert states("texas", "stop", records) == ["met"]


@pytest.mark.parametrize(
    ("told", "known"),
    [
        ("[privacy fact sheet, non-stop music, avoid coffee today, techniques for breathing]", None),
        ("[what I do, stop at any time]", {"techniques", "stop"}),
        ("what I will do and why", {"techniques"}),
        ("[Areas to avoid, how you are draped]", {"areas", "draping"}),
        ("what insurance is covered", None),
        ("[contraindications, what I do with your data]", {"contraindications", None}),
        ("that you may stop", {"stop"}),
        ("you may stop by any day", None),
    ],
)
def test_a_subject_is_told_only_where_the_words_are_clear(told: str, known: set[str | None] | None) -> None:
    """Where a text says something else, or nobody knows what, it cannot be told; else what is not named is missing."""
    records = {"2026-03-02-consent": f"{SIGNED}\ntold: {told}"}
    unclear = "cannot be told" if known is None or None in known else "missing"
    for subject in ("techniques", "areas", "contraindications", "draping", "stop"):
        assert states("texas", subject, records) == ["met" if subject in (known or ()) else unclear]
