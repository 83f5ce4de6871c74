"""Visits treated without a consent, after it ran out, or after it was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

MISSING, EXPIRED, WITHDRAWN = "consent-missing", "consent-expired", "consent-withdrawn"
FIRST, SECOND, THIRD = "2026-09-07-session.yaml", "2026-09-14-session.yaml", "2026-09-21-session.yaml"
CONSENT = "2026-09-07-consent.yaml"


def visit(rest: str, day: str = "2026-09-07") -> str:
    """A visit of a day."""
    return f"date: {day}\n{rest}\n"


def consent(rest: str, day: str = "2026-09-07") -> str:
    """A consent of a day."""
    return f"date: {day}\n{rest}\nhow: signed\n"


TWO = {FIRST: visit("did: [massage calf]"), SECOND: visit("did: [massage calf]", "2026-09-14")}


def test_a_consent_that_ran_out_is_told_once(named: Named) -> None:
    """At the first visit after it; the second one of the course adds nothing."""
    given = consent("gives: [{for: treatment, until: 2026-09-01}]", "2026-08-01")
    (hit,) = named(EXPIRED, {"2026-08-01-consent.yaml": given, **TWO})
    assert hit.span.file.endswith(FIRST)


def test_a_course_without_consent_is_told_once_at_its_first_visit(named: Named) -> None:
    """The second visit of the course adds nothing; a new course is told anew."""
    (hit,) = named(MISSING, TWO)
    assert hit.message == "Something was done at this visit, and no consent to treatment is on record by that day."
    assert str(hit.span) == "clients/jd-7k2m/2026-09-07-session.yaml:2:1"
    assert hit.severity == "warning"
    more = {
        "2026-09-15-discharge.yaml": "date: 2026-09-15\nreason: goals-met\n",
        "2026-09-20-assessment.yaml": "date: 2026-09-20\nreason: back again\n",
        THIRD: visit("did: [massage calf]", "2026-09-21"),
    }
    assert [str(hit.span) for hit in named(MISSING, TWO | more)] == [
        "clients/jd-7k2m/2026-09-07-session.yaml:2:1", "clients/jd-7k2m/2026-09-21-session.yaml:2:1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (consent("gives: [treatment]"), []),
        (consent("gives: [photos]"), ["2026-09-07"]),
        (consent("gives: [treatment]", "2026-09-10"), ["2026-09-07"]),
    ],
)
def test_a_consent_counts_from_its_day(record: str, told: list[str], named: Named) -> None:
    """One of the same day is in time, one that came later is not."""
    stem = "2026-09-10-consent.yaml" if "2026-09-10" in record else CONSENT
    hits = named(MISSING, {stem: record, **TWO})
    assert [hit.span.file.removeprefix("clients/jd-7k2m/")[:10] for hit in hits] == told


def test_a_refusal_is_missing_and_is_said(named: Named) -> None:
    """The help says where it was refused."""
    (hit,) = named(MISSING, {CONSENT: consent("refuses: [treatment]"), **TWO})
    assert hit.message == "Something was done at this visit, and treatment had been refused."
    assert hit.help is not None
    assert "clients/jd-7k2m/2026-09-07-consent.yaml:2;" in hit.help
    assert [str(span) for span in hit.related] == ["clients/jd-7k2m/2026-09-07-consent.yaml:2:11"]


@pytest.mark.parametrize("rest", ["did: none", "said: fine", "attended: missed"])
def test_a_visit_at_which_nothing_was_done_needs_no_consent(rest: str, named: Named) -> None:
    """Talking needs none, nor does a visit that did not take place."""
    assert named(MISSING, {FIRST: visit(rest)}) == []


AREA = "did: [massage calf, massage right piriformis, massage chest]"


def test_sensitive_areas_are_told_at_each_visit(named: Named) -> None:
    """All of a visit in one finding, at the first technique."""
    files = {CONSENT: consent("gives: [treatment]"), FIRST: visit(AREA), SECOND: visit(AREA, "2026-09-14")}
    hits = named(MISSING, files)
    assert [str(hit.span) for hit in hits] == [
        "clients/jd-7k2m/2026-09-07-session.yaml:2:21", "clients/jd-7k2m/2026-09-14-session.yaml:2:21",
    ]  # fmt: skip
    assert hits[0].message == (
        "A sensitive area was treated (right piriformis, chest), and no consent for it is on record by that day."
    )


def test_what_was_agreed_to_at_the_visit_is_not_told(named: Named) -> None:
    """`consented` counts for its visit, and for no other."""
    files = {
        CONSENT: consent("gives: [treatment]"),
        FIRST: visit(f"{AREA}\nconsented: [right gluteal, chest]"),
        SECOND: visit(AREA, "2026-09-14"),
    }
    (hit,) = named(MISSING, files)
    assert "2026-09-14" in hit.span.file


def test_areas_of_the_plan_count_where_it_was_followed(named: Named) -> None:
    """`as planned` is looked up."""
    files = {
        "2026-09-07-plan.yaml": "date: 2026-09-07\ngoals: unknown\ntechniques: [massage right gluteal]\n",
        CONSENT: consent("gives: [treatment]\nrefuses: [{for: sensitive-area, areas: gluteal, words: not there}]"),
        FIRST: visit("did: as planned"),
    }
    (hit,) = named(MISSING, files)
    assert hit.message == "A sensitive area was treated (right gluteal), which the client had refused."
    assert "not there" not in hit.message + (hit.help or "")


UNDATED = BASE["practice.yaml"] + "undated: yes\n"


def test_old_cases_without_any_consent_are_not_asked(named: Named) -> None:
    """Where one is on record, the visits are held against it."""
    case = {"practice.yaml": UNDATED, "visit-1-session.yaml": "when: visit 1\ndid: [massage chest]\n"}
    assert named(MISSING, case) == []
    assert named(MISSING, {**case, "practice.yaml": BASE["practice.yaml"]}) == []
    assert len(named(MISSING, {**case, "start-consent.yaml": "when: start\ngives: [treatment]\n"})) == 1


def test_consents_that_are_kept_elsewhere_are_not_missing(named: Named) -> None:
    """The practice says where."""
    assert (
        named(MISSING, {"practice.yaml": BASE["practice.yaml"] + "kept-elsewhere: {consents: the binder}\n", **TWO})
        == []
    )


def test_a_consent_that_had_run_out_is_told_as_that(named: Named) -> None:
    """Once for a course, and not as missing; the last day still holds."""
    files = {CONSENT: consent("gives: [{for: treatment, until: 2026-09-07}]"), **TWO}
    files[THIRD] = visit("did: [massage calf]", "2026-09-21")
    (hit,) = named(EXPIRED, files)
    assert str(hit.span) == "clients/jd-7k2m/2026-09-14-session.yaml:2:1"
    assert [str(span) for span in hit.related] == ["clients/jd-7k2m/2026-09-07-consent.yaml:2:9"]
    assert named(MISSING, files) == []


def test_a_consent_for_one_visit_holds_for_that_alone(named: Named) -> None:
    """The area of visit 1 is treated again at visit 2."""
    gives = "gives: [treatment, {for: sensitive-area, areas: chest, covers: visit 1}]"
    files = {
        CONSENT: consent(gives),
        FIRST: visit("did: [massage chest]"),
        SECOND: visit("did: [massage chest]", "2026-09-14"),
    }
    (hit,) = named(EXPIRED, files)
    assert hit.message == "A sensitive area was treated (chest), and the consent for it had run out by this visit."
    assert "2026-09-14" in hit.span.file


def test_each_visit_after_a_withdrawal_is_told(named: Named) -> None:
    """Until the client agrees again."""
    files = {
        CONSENT: consent("gives: [treatment]"),
        "2026-09-10-consent.yaml": consent("withdraws: [treatment]", "2026-09-10"),
        **TWO,
        THIRD: visit("did: [massage calf]", "2026-09-21"),
    }
    hits = named(WITHDRAWN, files)
    assert [hit.span.file[-23:-13] for hit in hits] == ["2026-09-14", "2026-09-21"]
    assert [hit.severity for hit in hits] == ["warning", "warning"]
    again = {"2026-09-20-consent.yaml": consent("gives: [treatment]", "2026-09-20")}
    assert len(named(WITHDRAWN, files | again)) == 1
    assert named(MISSING, files) == named(EXPIRED, files) == []


@pytest.mark.parametrize(
    ("did", "told"),
    [("massage right piriformis", 1), ("massage left gluteal", 0), ("massage chest", 0), ("massage calf", 0)],
)
def test_a_withdrawal_takes_back_what_it_names(did: str, told: int, named: Named) -> None:
    """The other side and the other area stay."""
    files = {
        CONSENT: consent("gives: [treatment, {for: sensitive-area, areas: [gluteal, chest]}]"),
        "2026-09-10-consent.yaml": consent("withdraws: [{for: sensitive-area, areas: right gluteal}]", "2026-09-10"),
        SECOND: visit(f"did: [{did}]", "2026-09-14"),
    }
    assert len(named(WITHDRAWN, files)) == told
    assert named(MISSING, files) == []
