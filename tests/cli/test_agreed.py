"""What is noted of an agreement: the signed page, options, and `mplan followup`."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import gitpractice
import pytest
from gitpractice import JD, TODAY
from prompting import HEAD, Opens, drafts, interrupted

PLAN = f"clients/{JD}/2026-03-03-plan.yaml"
TEXT = """\
date: 2026-03-03
goals: [{id: lift, words: Lift my daughter, measure: psfs/lift, from: 4, to: 8, by: visit 6}]
visits: {planned: 6, often: weekly, length: 60 min}
homework: [{do: knee-roll, reps: 10}, {do: walking-plan, length: 15 min, often: daily}]
"""
PDF = b"%PDF-1.7\n%signed by both\n"
SCAN = f"clients/{JD}/files/2026-03-03-agreement"
NEW = f"clients/{JD}/{TODAY}-followup.yaml"


@pytest.fixture
def house(practice: gitpractice.Practice) -> gitpractice.Practice:
    """A practice in which one client has a plan."""
    practice.write(PLAN, TEXT)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "plan")
    return practice


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A signed page that the scanner made."""
    path = tmp_path / "Scan 1.PDF"
    path.write_bytes(PDF)
    return path


def test_the_signed_page_is_kept_with_its_record(house: gitpractice.Practice, scan: Path) -> None:
    """One commit with both, the record with what the bytes come to; and one undo takes both back."""
    ran = house.mplan("agreement", "jane", "--signed", str(scan), "--confidence", "7", "--declined", "swimming")
    assert (ran.code, ran.out) == (0, NEW + "\n"), ran.err
    assert house.records[f"{SCAN}.pdf"] == PDF
    assert house.records[NEW].decode() == (
        f"{HEAD}of: 2026-03-03-plan\nwhat: agreed\nhow: signed\nconfidence: 7/10\ndeclined: swimming\n"
        f"files: 2026-03-03-agreement.pdf sha256-{sha256(PDF).hexdigest()}\n"
    )
    assert house.git("show", "--format=%s", "--name-only").split() == ["followup", TODAY, JD, NEW, f"{SCAN}.pdf"]
    house.assert_sound()
    assert house.mplan("undo").code == 0
    assert not {NEW, f"{SCAN}.pdf"} & house.records.keys()


def test_a_second_page_takes_another_name(house: gitpractice.Practice, scan: Path, tmp_path: Path) -> None:
    """No page that was kept is ever written over; the ending follows what the file is."""
    other = tmp_path / "photo.pdf"
    other.write_bytes(b"\xff\xd8\xff\xe0 a photo")
    second = tmp_path / "second.pdf"
    second.write_bytes(PDF + b"another")
    for file in (scan, second, other):
        assert house.mplan("agreement", "jane", "--signed", str(file)).code == 0
    assert [f for f in house.records if "/files/" in f] == [f"{SCAN}-2.pdf", f"{SCAN}.jpg", f"{SCAN}.pdf"]
    assert b"files: 2026-03-03-agreement-2.pdf sha256-" in house.records[NEW.replace(".yaml", "-2.yaml")]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"hello", "is no PDF, PNG or JPEG."),
        (b"", "is no PDF, PNG or JPEG."),
        (b"%PDF-" + bytes(5_000_000), "is larger than 5 MB."),
    ],
)
def test_what_is_no_scan_is_refused(raw: bytes, says: str, house: gitpractice.Practice, tmp_path: Path) -> None:
    """With one sentence, and nothing written."""
    before = house.records
    (tmp_path / "x.pdf").write_bytes(raw)
    ran = gitpractice.in_process(["agreement", "jane", "--signed", str(tmp_path / "x.pdf")], house)
    assert (ran.code, ran.out, house.records) == (3, "", before)
    assert says in ran.err
    lost = gitpractice.in_process(["agreement", "jane", "--signed", str(tmp_path / "none.pdf")], house)
    assert "cannot be read: no such file or directory" in lost.err


def test_what_is_no_file_is_not_waited_for(house: gitpractice.Practice, tmp_path: Path) -> None:
    """A pipe that nobody writes into, a folder."""
    os.mkfifo(tmp_path / "pipe")
    for name, says in (("pipe", "is no file"), (".", "cannot be read: is a directory")):
        ran = gitpractice.in_process(["agreement", "jane", "--signed", str(tmp_path / name)], house)
        assert (ran.code, ran.out) == (3, "")
        assert says in ran.err


def test_a_record_from_elsewhere_is_held_to_the_same_scale(house: gitpractice.Practice) -> None:
    """No confidence of 99 is kept."""
    before = house.records
    typed = "{of: 2026-03-03-plan, what: agreed, confidence: 99}"
    ran = gitpractice.in_process(["followup", "jane", "--from", "-"], house, typed)
    assert (ran.code, house.records) == (1, before)
    assert "runs from 0 to 10" in ran.err


def test_an_agreement_without_a_page(house: gitpractice.Practice) -> None:
    """By telephone, a day ago; the why of what was declined in brackets."""
    said = ("--how", "phone", "--teach-back", "Walk each day", "--declined", "walking-plan (rain); swimming")
    ran = house.mplan("agreement", "jane", *said, "--date", "2026-03-08")
    assert ran.code == 0, ran.err
    assert house.records[f"clients/{JD}/2026-03-08-followup.yaml"].decode() == (
        "date: 2026-03-08\nof: 2026-03-03-plan\nwhat: agreed\nhow: phone\nteach-back: Walk each day\n"
        f"declined:\n  - what: walking-plan\n    why: rain\n  - swimming\nwritten: {TODAY}\n"
    )


def test_on_a_terminal_what_the_client_said_is_asked(house: gitpractice.Practice, opens: Opens, scan: Path) -> None:
    """Four questions that can be skipped; what an option told is shown and not asked anew."""
    page = opens("agreement", JD, "--signed", str(scan), "--confidence", "8")
    page.type("Walk each day", "", "walkin-plan", "walking-plan (rain)", "")
    shown = page.wait()
    assert not house.records.keys() & {NEW, f"{SCAN}.pdf"}
    page.type_now("")
    assert page.end() == 0
    assert "now: 8/10" in page.seen
    assert "homework: knee-roll, walking-plan" in page.seen
    assert "Did you mean walking-plan?" in page.seen
    assert "    files: 2026-03-03-agreement.pdf sha256-" in shown
    text = house.records[NEW].decode()
    assert "teach-back: Walk each day\nconfidence: 8/10\ndeclined:\n  - what: walking-plan\n    why: rain\n" in text
    assert "words:" not in text


def test_a_page_whose_questions_are_stopped_is_a_draft(house: gitpractice.Practice, opens: Opens, scan: Path) -> None:
    """What the options and the answers told is kept and offered with the page, and by today; it is no record."""
    before = house.records
    page = opens("agreement", JD, "--signed", str(scan), "--confidence", "8")
    page.type("Walk each day")
    page.wait()
    assert interrupted(page) == 130
    assert f"Go on with: mplan agreement {JD} --signed '{scan}'" in page.seen
    told = f"{HEAD}of: 2026-03-03-plan\nwhat: agreed\nhow: signed\nteach-back: Walk each day\nconfidence: 8/10\n"
    assert (house.records, drafts(house)) == (before, [told])
    assert f"mplan agreement {JD} --signed SCAN" in house.mplan("today").out
    again = opens("agreement", JD, "--signed", str(scan))
    again.type("y", "", "", "", "", "")
    assert again.end() == 0
    assert "now: Walk each day" in again.seen
    assert house.records[NEW].decode().startswith(told)
    assert drafts(house) == []


@pytest.mark.parametrize("keys", [("n",), ("<", "", "n")])
def test_a_page_that_is_not_kept_yet_is_a_draft(
    keys: tuple[str, ...], house: gitpractice.Practice, opens: Opens, scan: Path
) -> None:
    """Where the record that is shown is not the right one; < goes back to the last question."""
    before = house.records
    page = opens("agreement", JD, "--signed", str(scan))
    page.type("", "", "", "", *keys)
    assert page.end() == 1
    assert "the draft is kept" in page.seen
    assert house.records == before
    assert len(drafts(house)) == 1


def test_the_same_page_is_not_kept_twice(house: gitpractice.Practice, scan: Path, tmp_path: Path) -> None:
    """Whatever its name; the first one is named."""
    assert house.mplan("agreement", "jane", "--signed", str(scan)).code == 0
    before = house.records
    (tmp_path / "copy.pdf").write_bytes(PDF)
    ran = house.mplan("agreement", "jane", "--signed", str(tmp_path / "copy.pdf"))
    assert (ran.code, house.records) == (2, before)
    assert "files/2026-03-03-agreement.pdf, named by 2026-03-09-followup" in ran.err


UNSURE = "Below 7 of 10: make the plan smaller, with fewer lines or easier ones (homework-confidence)."


@pytest.mark.parametrize(("told", "warned"), [("6", True), ("7", False), ("0/10", True)])
def test_who_is_not_sure_needs_a_smaller_plan(told: str, warned: bool, house: gitpractice.Practice) -> None:
    """Said where it is told, with the rule of the library."""
    ran = gitpractice.in_process(["agreement", "jane", "--confidence", told], house)
    assert ran.code == 0
    assert (UNSURE in ran.err) is warned


def test_a_followup_is_asked_for(house: gitpractice.Practice, opens: Opens) -> None:
    """The plans and referrals to choose from, the newest first; of an answer no homework is asked."""
    house.write(f"clients/{JD}/2026-03-05-referral.yaml", "date: 2026-03-05\nto: okafor\nask: assess\nwhy: tingling\n")
    house.write("network.yaml", "people: [{id: okafor, name: Chidi Okafor}]\n")
    house.git("add", "-A")
    house.git("commit", "-q", "-m", "referral")
    asked = opens("followup", "jane")
    asked.type("letter", "referral", "answered", "okafor", "letter", "No weakness found.", "rang her", "yes", "")
    assert asked.end() == 0
    assert "one of: 2026-03-05-referral, 2026-03-03-plan" in asked.seen
    assert "Not one of: 2026-03-05-referral" in asked.seen
    assert "Told back" not in asked.seen
    assert house.records[NEW].decode() == (
        f"{HEAD}of: 2026-03-05-referral\nwhat: answered\nfrom: okafor\nhow: letter\nsays: No weakness found.\n"
        "acted: rang her\nclosed: yes\n"
    )


def test_a_followup_of_a_plan(house: gitpractice.Practice, opens: Opens) -> None:
    """Asks what the client said, and takes a bare number for how sure they are."""
    asked = opens("followup", "jane")
    asked.type("plan", "?", "agreed", "x", "phone", "Walk each day", "6", "swimming; knee-roll (no mat)", "Fine", "")
    assert asked.end() == 0
    seen = " ".join(asked.seen.split())
    assert "given: it was handed to the client. sent: it went to the colleague." in seen
    assert "Say it in a word" in seen
    assert UNSURE in seen
    assert "7/7" in seen
    assert "From whom" not in seen
    text = house.records[NEW].decode()
    assert "confidence: 6/10\ndeclined:\n  - swimming\n  - what: knee-roll\n    why: no mat\nwords: Fine\n" in text
    house.assert_sound()


@pytest.mark.parametrize(
    ("of", "what", "rest"),
    [("plan", "given", ["Channel", "Told back", "words"]), ("plan", "declined", ["Channel", "Declined", "words"]),
     ("referral", "sent", ["Channel"]), ("referral", "declined", ["Channel", "words"]),
     ("referral", "acknowledged", ["From whom", "Channel", "Closed"])],
)  # fmt: skip
def test_a_followup_asks_what_fits(
    of: str, what: str, rest: list[str], house: gitpractice.Practice, opens: Opens
) -> None:
    """No colleague behind a handout, no homework behind a letter."""
    house.write(f"clients/{JD}/2026-03-05-referral.yaml", "date: 2026-03-05\nto: okafor\nask: assess\nwhy: tingling\n")
    house.write("network.yaml", "people: [{id: okafor, name: Chidi Okafor}]\n")
    asked = opens("followup", "jane")
    asked.type(of, what, *([""] * len(rest)), "")
    assert asked.end() == 0
    titles = [line.partition("/")[2] for line in asked.seen.splitlines() if line[:1].isdigit() and "/" in line[:3]]
    assert [title.partition(" ")[2] for title in titles][2:] == [
        {"words": "Client's words"}.get(each, each) for each in rest
    ]


def test_a_followup_from_standard_input(house: gitpractice.Practice) -> None:
    """As other records."""
    ran = house.mplan("followup", "jane", "--from", "-", typed="{of: 2026-03-03-plan, what: declined}")
    assert (ran.code, ran.out) == (0, NEW + "\n"), ran.err
