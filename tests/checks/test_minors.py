"""Clients who are children: who decides for them, who was there, whose consent it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from massageplan.findings import Finding

    Named = Callable[[str, Mapping[str, str]], list[Finding]]

EVENT = "date: 2026-09-07\nwhat: injury\nwords: x\n"
DAY = "date: 2026-09-07\n"
CHILD = "name: Jo Doe\ncalled: Jo\nborn: 2013-05-04\n"
MOTHER = "who: {name: Rosa Lind, relation: mother}\n"
TREATMENT = "gives: [treatment]\n"


@pytest.mark.parametrize(
    ("client", "told"),
    [
        ("born: 2008-09-08", 1),
        ("born: 2008-09-07", 0),
        ("born: 2009", 1),
        ("born: 2008", 0),
        ("born: 2008-10", 1),
        ("age: 17\nas-of: 2026-09-06", 0),
        ("age: 16\nas-of: 2026-09-06", 1),
        ("age: 7 years 4 months\nas-of: start", 1),
        ("age: about 9\nas-of: start", 0),
        ("age: 9\nas-of: start\nstands-for: a group", 0),
        ("born: 2013-05-04\nguardian: {relation: mother}", 0),
        ("name: Jo", 0),
    ],
)
def test_a_minor_has_a_guardian(client: str, told: int, named: Named) -> None:
    """Told only where the client certainly was under 18, at the key that says how old they are."""
    hits = named("minor-without-guardian", {"client.yaml": client + "\n", "2026-09-07-event.yaml": EVENT})
    assert len(hits) == told
    assert all(hit.span.line == 1 and hit.span.file.endswith("client.yaml") for hit in hits)


def test_the_newest_record_counts(named: Named) -> None:
    """Once grown up, a client needs no guardian for what is long past; without a dated record nothing is told."""
    client = "born: 2008-09-07\n"
    young = {"client.yaml": client, "2026-01-07-event.yaml": EVENT.replace("-09-", "-01-")}
    assert len(named("minor-without-guardian", young)) == 1
    assert named("minor-without-guardian", {**young, "2026-09-07-event.yaml": EVENT}) == []
    undated = {"client.yaml": client, "day-3-event.yaml": "when: day 3\nwhat: flare\nwords: x\n"}
    assert named("minor-without-guardian", undated) == []
    assert named("minor-without-guardian", {"client.yaml": client}) == []


def test_a_birth_is_not_told_in_the_sentence(named: Named) -> None:
    """The message names the day of the record, not that of the birth."""
    (hit,) = named("minor-without-guardian", {"client.yaml": CHILD, "2026-09-07-event.yaml": EVENT})
    assert hit.message == "This client was under 18 on 2026-09-07, and client.yaml names no guardian."


@pytest.mark.parametrize(
    ("session", "line"),
    [
        ("", 1),
        ("attended: left-early\n", 1),
        ("present: none\n", 2),
        ("present: unknown\n", 2),
        ("present: mother\n", None),
        ("present: [mother, student]\n", None),
        ("attended: missed\n", None),
        ("attended: we-cancelled\n", None),
    ],
)
def test_a_child_is_not_alone_at_a_kept_visit(session: str, line: int | None, named: Named) -> None:
    """Somebody is named; whoever did not come needs nobody."""
    hits = named("minor-alone", {"client.yaml": CHILD, "2026-09-07-session.yaml": DAY + session})
    assert [hit.span.line for hit in hits] == ([] if line is None else [line])


def test_each_visit_before_the_sixteenth_birthday_is_told(named: Named) -> None:
    """From that day on clients may come alone."""
    days = ("2026-09-05", "2026-09-06", "2026-09-07")
    files = {f"{day}-session.yaml": f"date: {day}\n" for day in days}
    hits = named("minor-alone", {"client.yaml": "born: 2010-09-07\n", **files})
    assert [hit.span.file[-23:-13] for hit in hits] == list(days[:2])


@pytest.mark.parametrize(
    ("consent", "key"),
    [
        (TREATMENT, "gives"),
        ("who: client\n" + TREATMENT, "who"),
        ("who: Jo\n" + TREATMENT, "who"),
        ("who: Jo Doe\ngives: [photos, {for: treatment, limits: not the belly}]\n", "who"),
        ("how: assent\n" + TREATMENT, "gives"),
        (MOTHER + TREATMENT, None),
        ("who: mother and client\n" + TREATMENT, None),
        ("gives: [photos]\n", None),
        ("refuses: [treatment]\n", None),
    ],
)
def test_a_child_does_not_consent_alone(consent: str, key: str | None, named: Named) -> None:
    """To treatment, that is; a no needs nobody beside it."""
    hits = named("consent-by-minor", {"client.yaml": CHILD, "2026-09-07-consent.yaml": DAY + consent})
    lines = (DAY + consent).splitlines()
    assert [lines[hit.span.line - 1].split(":")[0] for hit in hits] == ([] if key is None else [key])


@pytest.mark.parametrize(
    ("guardian", "settled"),
    [
        ({"2026-09-07-consent-2": TREATMENT}, True),
        ({"2026-06-01-consent": TREATMENT}, True),
        ({"2026-09-08-consent": TREATMENT}, False),
        ({"2026-06-01-consent": "gives: [photos]\n"}, False),
        ({"2026-06-01-consent": TREATMENT, "2026-08-01-consent": "withdraws: [treatment]\n"}, False),
        ({"2026-06-01-consent": TREATMENT, "2026-08-01-consent": "refuses: [photos]\n"}, True),
        ({"2026-06-01-consent": "refuses: [treatment]\n", "2026-08-01-consent": TREATMENT}, True),
    ],
)
def test_a_childs_assent_stands_beside_a_guardians_consent(
    guardian: dict[str, str], settled: bool, named: Named
) -> None:
    """The guardian's last word on treatment, that day or before, has to be a yes."""
    theirs = {f"{stem}.yaml": f"date: {stem[:10]}\n{MOTHER}{text}" for stem, text in guardian.items()}
    assent = {"client.yaml": CHILD, "2026-09-07-consent.yaml": DAY + "how: assent\n" + TREATMENT, **theirs}
    hits = named("consent-by-minor", assent)
    assert [hit.help for hit in hits if "that day or before" not in (hit.help or "")] == []
    assert bool(hits) != settled


def test_a_childs_signature_is_no_assent(named: Named) -> None:
    """It is told even beside the guardian's consent; `how: assent` says what it is."""
    files = {"2026-09-07-consent.yaml": DAY + MOTHER + TREATMENT, "2026-09-07-consent-2.yaml": DAY + TREATMENT}
    (hit,) = named("consent-by-minor", {"client.yaml": CHILD, **files})
    assert hit.help
    assert "how: assent" in hit.help


def test_grown_ups_give_their_own_consent(named: Named) -> None:
    """From sixteen, or where the age is not known, or where the consent has no day."""
    dated = {"2026-09-07-consent.yaml": DAY + TREATMENT}
    assert named("consent-by-minor", {"client.yaml": "born: 2010-09-07\n", **dated}) == []
    assert named("consent-by-minor", {"client.yaml": "name: Jo\n", **dated}) == []
    undated = {"start-consent.yaml": "when: start\n" + TREATMENT}
    assert named("consent-by-minor", {"client.yaml": CHILD, **undated}) == []
