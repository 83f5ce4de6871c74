"""An audit of the examples finds what was left out of them on purpose, place by place, and nothing else."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from massageplan.clinical.audit import Line, audit
from massageplan.errors import UsageError
from massageplan.frozen import replace
from massageplan.records.care import Consent
from massageplan.records.folder import Folder
from massageplan.workflows.audit import Report, audit_clients
from massageplan.workflows.load import Opened, load_folder, open_practice

EXAMPLES = Path(__file__).parents[2] / "examples"
TODAY = date(2026, 11, 26)
CODES = {"inspection": ("av-6k2p", "bd-8m4k", "mt-9s4d"), "riverside": ("jd-7k2m", "mb-3x9w", "mn-4t7q", "pn-8w2c")}

LIST = ("cmto-record-keeping", "ontario-544-94")
TOUCH = ("cmto-sensitive-areas", "koziebrocki-sensitive-areas")
WAC, ARM, NY = ("wac-246-830-565",), ("arm-24-155-402",), ("mansfield-ethics-20",)
TAC, AUS = ("tac-117-91", "texas-register-117"), ("amt-client-records", "massage-myotherapy-records")

MISSING: dict[str, list[tuple[str, str, tuple[str, ...]]]] = {
    "ontario": [
        ("duration", "bd-8m4k/2026-10-20-session.yaml", LIST),
        ("findings", "bd-8m4k/client.yaml", LIST),
        ("history", "bd-8m4k/client.yaml", (*LIST, "cmto-standards-answers")),
        ("prediction", "bd-8m4k/client.yaml", ("cmto-sensitive-areas",)),
        ("release", "bd-8m4k/2026-10-21-referral.yaml", ("cmto-release",)),
        ("sensitive-signed", "bd-8m4k/2025-10-01-session.yaml", TOUCH),
        ("sensitive-signed", "mt-9s4d/2026-10-12-session.yaml", TOUCH),
        ("sensitive-spoken", "bd-8m4k/2025-10-01-session.yaml", ("cmto-sensitive-areas",)),
        ("time", "bd-8m4k/2026-10-20-session.yaml", LIST),
        ("treatment", "bd-8m4k/2026-10-20-session.yaml", LIST),
    ],
    "british-columbia": [("complete", "bd-8m4k/2026-10-20-session.yaml", ("cmtbc-record-keeping",))],
    "washington": [
        ("age", "bd-8m4k/client.yaml", WAC),
        ("areas", "bd-8m4k/2025-09-10-session.yaml", WAC),
        ("areas", "bd-8m4k/2026-10-20-session.yaml", WAC),
        ("consent", "bd-8m4k/2026-10-20-session.yaml", WAC),
        ("contact", "bd-8m4k/client.yaml", WAC),
        ("duration", "bd-8m4k/2026-10-20-session.yaml", WAC),
        ("history", "bd-8m4k/client.yaml", WAC),
        ("history-update", "bd-8m4k/2025-09-10-session.yaml", WAC),
        ("history-update", "bd-8m4k/2025-10-01-session.yaml", WAC),
        ("history-update", "bd-8m4k/2026-10-20-session.yaml", WAC),
        ("techniques", "bd-8m4k/2026-10-20-session.yaml", WAC),
    ],
    "texas": [
        ("areas", "bd-8m4k/2025-09-10-consent.yaml", TAC),
        ("breast", "bd-8m4k/2025-10-01-session.yaml", TAC[:1]),
        ("contraindications", "bd-8m4k/2025-09-10-consent.yaml", TAC),
        ("draping", "bd-8m4k/2025-09-10-consent.yaml", TAC),
    ],
    "montana": [
        ("comment", "bd-8m4k/2026-10-20-session.yaml", ARM),
        ("current-health", "bd-8m4k/client.yaml", ARM),
        ("history", "bd-8m4k/client.yaml", ARM),
        ("initials", "bd-8m4k/2026-10-20-session.yaml", ARM),
        ("intake-date", "bd-8m4k/client.yaml", ARM),
        ("service", "bd-8m4k/2026-10-20-session.yaml", ARM),
    ],
    "new-york": [
        ("evaluations", "bd-8m4k/client.yaml", NY),
        ("treatments", "bd-8m4k/2026-10-20-session.yaml", NY),
    ],
    "australia": [
        ("assessment", "bd-8m4k/client.yaml", AUS),
        ("contraindications", "bd-8m4k/client.yaml", AUS),
        ("plan", "bd-8m4k/client.yaml", AUS),
    ],
}
"""What was left out of examples/inspection: rule, file below clients/, and the sources of the rule."""

places = pytest.mark.parametrize("place", MISSING)


@cache
def opened(name: str) -> Opened:
    """An example practice."""
    return open_practice(EXAMPLES / name)


@cache
def folder(name: str, code: str) -> Folder:
    """One client of an example."""
    return load_folder(opened(name), code).folder


def held(name: str, client: Folder, place: str) -> tuple[Line, ...]:
    """A folder against the rules of a place; the practice is taken to be in git."""
    house = opened(name)
    item = house.library.item("jurisdiction", place)
    assert item is not None
    return audit(client, house.house, house.library, item, TODAY, True)


def report(place: str, name: str = "inspection", versioned: bool = True) -> Report:
    """All clients of an example against the rules of a place."""
    return audit_clients(opened(name), TODAY, None, place, versioned)


@places
def test_exactly_what_was_left_out_is_missing(place: str) -> None:
    """Rule, record and source of each gap; the complete client has none anywhere."""
    lines = [line for client in report(place).clients for line in client.lines if line.state == "missing"]
    said = [(ln.rule.id, ln.where[0].file.removeprefix("clients/"), ln.rule.sources) for ln in lines]
    assert sorted(said) == MISSING[place]
    assert all(line.todo for line in lines)


@places
def test_each_line_cites_a_source_that_the_library_has(place: str) -> None:
    """And every rule of the place has at least one line for each client."""
    done = report(place)
    item = opened("inspection").library.item("jurisdiction", place)
    assert item is not None
    for client in done.clients:
        assert {line.rule.id for line in client.lines} == {rule["id"] for rule in item.data["rules"]}
        assert all(line.rule.sources and set(line.rule.sources) <= set(done.citations) for line in client.lines)
    assert all(cited != "no such source in the library" for cited in done.citations.values())


def test_what_practice_yaml_keeps_elsewhere_is_not_missing() -> None:
    """The first visits say nothing of their books, Harbour Lane and Riverside do."""
    said = {
        name: {line.rule.id: line.state for line in report("ontario", name).clients[0].lines}
        for name in ("inspection", "riverside", "first-visits")
    }
    books = ("appointments", "fees", "equipment")
    assert {said[name][book] for name in ("inspection", "riverside") for book in books} == {"kept elsewhere"}
    assert {said["first-visits"][book] for book in ("appointments", "equipment")} == {"missing"}


def test_without_git_changes_cannot_be_traced() -> None:
    """Ontario asks for a log of each change."""
    for versioned, state in ((True, "met"), (False, "missing")):
        lines = report("ontario", versioned=versioned).clients[0].lines
        assert [line.state for line in lines if line.rule.about == "changes"] == [state]


@pytest.mark.parametrize(
    ("place", "code", "until"),
    [
        ("ontario", "av-6k2p", ["2036-09-24"]),
        ("ontario", "mt-9s4d", ["2038-03-14"]),
        ("new-york", "mt-9s4d", ["2030-10-12", "2032-10-12"]),
        ("washington", "mt-9s4d", ["2029-10-12"]),
        ("texas", "av-6k2p", []),
    ],
)
def test_the_folder_is_kept_as_long_as_the_place_says(place: str, code: str, until: list[str]) -> None:
    """From the last entry on; in Ontario a minor's ten years begin at 18. What was not found is not told."""
    lines = [line for line in held("inspection", folder("inspection", code), place) if line.rule.about == "keep"]
    assert [line.said.rpartition(" ")[2].strip(".") for line in lines] == until


@places
@pytest.mark.parametrize("name", CODES)
def test_a_record_taken_away_mends_nothing(place: str, name: str) -> None:
    """What was missing at a place is not met there without a record; a word that takes consent back is left out."""
    for code in CODES[name]:
        whole = folder(name, code)
        missing = _at(held(name, whole, place), "missing")
        for gone in whole.entries:
            if isinstance(gone.record, Consent) and (gone.record.refuses or gone.record.withdraws):
                continue
            rest = replace(whole, entries=tuple(e for e in whole.entries if e is not gone))
            assert not missing & _at(held(name, rest, place), "met"), (code, gone.stem)


def _at(lines: tuple[Line, ...], state: str) -> set[tuple[str, str]]:
    return {(line.rule.id, span.file) for line in lines if line.state == state for span in line.where}


def test_a_place_that_is_not_known_is_answered_with_those_that_are() -> None:
    """By hand, and where practice.yaml names none."""
    with pytest.raises(UsageError, match="no jurisdiction 'ontaria'") as unknown:
        audit_clients(opened("inspection"), TODAY, None, "ontaria")
    assert "did you mean ontario?" in str(unknown.value.help)
    with pytest.raises(UsageError, match="names no jurisdiction") as none:
        audit_clients(opened("boote-2017"), TODAY)
    assert "add jurisdiction: to practice.yaml" in str(none.value.help)
    assert all(id in str(none.value.help) for id in MISSING)
