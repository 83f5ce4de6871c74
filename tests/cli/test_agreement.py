"""`mplan agreement` and `mplan followup` as a user types them: the page, and what is noted of it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import gitpractice
import pytest
from gitpractice import JD, TODAY
from prompting import HEAD, Opens, interrupted

PLAN = f"clients/{JD}/2026-03-03-plan.yaml"
TEXT = """\
date: 2026-03-03
agreed: {how: face to face, declined: [{what: knee-roll, why: no mat}]}
why: Tight and sore is not the same as damaged.
goals: [{id: lift, words: Lift my daughter, measure: psfs/lift, from: 4, to: 8, by: visit 6}]
visits: {planned: 6, often: weekly, length: 60 min}
homework: [{do: knee-roll, reps: 10}, {do: walking-plan, length: 15 min, often: daily}]
note: do not tell anybody
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


def test_the_page_is_made(house: gitpractice.Practice) -> None:
    """Under out/ for the owner alone; the client's words on it, no note; and how to keep it once it is signed."""
    ran = gitpractice.in_process(["agreement", "jane"], house)
    path = house.root / ran.out.strip()
    assert (ran.code, path) == (0, house.root / "out" / JD / "agreement-2026-03-03.html")
    assert path.stat().st_mode & 0o777 == 0o600
    assert f"mplan agreement {JD} --signed" in ran.err
    text = gitpractice.in_process(["agreement", "jane", "--to", "md", "--out", "-"], house).out
    assert "| **“Lift my daughter”** | 4 of 10 | 8 of 10 | visit 6 |" in text
    assert "- Knee rolls: no mat" in text
    assert text.count("Knee roll") == 1  # declined, so not among what is done at home
    assert "nobody" not in text
    assert house.unsaved == []


def test_large_letters_and_a_practices_own_part(house: gitpractice.Practice) -> None:
    """As of the handout and the forms."""
    house.write("templates/agreement/parts/rights.md.j2", "My rights at {{ view.practice.name }}\n")
    ran = gitpractice.in_process(["agreement", "jane", "--large-print", "--paper", "a4", "--out", "-"], house)
    assert "font-size: 18pt" in ran.out
    assert "My rights at Riverside" in ran.out
    house.write("templates/agreement/parts/rights.md.j2", "\n{{ view.nobody }}\n")
    broken = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (broken.code, broken.out) == (1, "")
    assert "templates/agreement/parts/rights.md.j2:2: there is no “nobody” here" in broken.err


def test_a_record_that_cannot_be_used_stops_it(house: gitpractice.Practice) -> None:
    """Until --anyway."""
    house.write(f"clients/{JD}/2026-03-04-session.yaml", "date: [\n")
    refused = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (refused.code, refused.out) == (1, "")
    assert "--anyway" in refused.err
    assert gitpractice.in_process(["agreement", "jane", "--out", "-", "--anyway"], house).code == 0


def test_a_client_who_is_not_sure_is_told_to_the_therapist(house: gitpractice.Practice) -> None:
    """Beside the page, with the entry that says so."""
    house.write(PLAN, TEXT.replace("how: face to face", "confidence: 4/10"))
    assert (
        "below 7 make the plan smaller (adherence-helps-back)"
        in gitpractice.in_process(["agreement", "jane"], house).err
    )


CHANGE = """\
date: 2026-03-05
changed-because: there is a mat now
homework: [{do: knee-roll, reps: 5}]
agreed: {confidence: 8/10}
"""


def test_what_is_offered_again_stands_among_what_is_done(house: gitpractice.Practice) -> None:
    """On the page and on the handout; before that it stands on neither, and the therapist is told."""
    page, handout = (["agreement", "jane", "--to", "md", "--out", "-"], ["handout", "jane", "--to", "md", "--out", "-"])
    before = gitpractice.in_process(handout, house)
    assert "Knee roll" not in before.out
    assert "Walk" in before.out
    assert "note: knee-roll is left out, since the client said no to it" in before.err
    house.write(f"clients/{JD}/2026-03-05-plan.yaml", CHANGE)
    text = gitpractice.in_process(page, house).out
    assert "- **Knee rolls**: 5 times" in text
    assert "no mat" not in text
    assert "Knee roll" in gitpractice.in_process(handout, house).out


def test_the_page_is_of_the_newest_course(house: gitpractice.Practice) -> None:
    """After its end, and before the next plan, there is nothing to agree to; a day before the end it is."""
    house.write(f"clients/{JD}/2026-03-08-discharge.yaml", "date: 2026-03-08\nreason: goals-met\n")
    before = house.records
    for asked in (["--out", "-"], ["--how", "phone"]):
        ran = gitpractice.in_process(["agreement", "jane", *asked], house)
        assert (ran.code, ran.out, house.records) == (2, "", before)
        assert "ended with 2026-03-08-discharge, so no plan is in force" in ran.err
    ran = gitpractice.in_process(["agreement", "jane", "--how", "phone", "--date", "2026-03-07"], house)
    assert (ran.code, ran.out) == (0, f"clients/{JD}/2026-03-07-followup.yaml\n"), ran.err
    house.write(f"clients/{JD}/2026-03-09-assessment.yaml", "date: 2026-03-09\n")
    ran = gitpractice.in_process(["agreement", "jane", "--out", "-"], house)
    assert (ran.code, ran.out) == (2, "")
    assert "has no plan in its newest course on 2026-03-09" in ran.err


def test_a_new_plan_in_mid_course_keeps_what_is_expected(house: gitpractice.Practice) -> None:
    """Visits kept before it are not those of its moment; a moment that has come under it is no news."""
    for day in range(3, 6):
        house.write(f"clients/{JD}/2026-03-0{day}-session.yaml", f"date: 2026-03-0{day}\n")
    house.write(f"clients/{JD}/2026-03-06-plan.yaml", TEXT.replace("03-03", "03-06") + "expect: {by: visit 2}\n")
    for command in ("agreement", "handout"):
        make = [command, "jane", "--to", "md", "--out", "-"]
        assert "We expect a difference you can feel by visit 2" in gitpractice.in_process(make, house).out
    house.write(f"clients/{JD}/2026-03-06-plan.yaml", TEXT.replace("03-03", "03-06") + "expect: {by: visit 9}\n")
    house.write(f"clients/{JD}/2026-03-07-session.yaml", "date: 2026-03-07\nvisit: 9\n")
    for command in ("agreement", "handout"):
        make = [command, "jane", "--to", "md", "--out", "-"]
        assert "We expect" not in gitpractice.in_process(make, house).out


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
    for file in (scan, scan, other):
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


def test_words_that_are_hard_to_read_are_told_to_the_therapist(house: gitpractice.Practice) -> None:
    """As an estimate, with the school year; short words are passed over."""
    assert "school year" not in gitpractice.in_process(["agreement", "jane"], house).err
    hard = (
        "Sensitised nociceptive innervation perpetuates muscular hypertonicity independently of structural pathology."
    )
    house.write(PLAN, TEXT.replace("Tight and sore is not the same as damaged.", hard))
    ran = gitpractice.in_process(["agreement", "jane"], house)
    assert ran.code == 0
    assert "note: an estimate: why: and the goals read like school year" in ran.err


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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["jane", "--how", "phone", "--out", "x"], "are two things"),
        (["jane", "--date", "2026-03-08"], "--date and --therapist belong to a note"),
        (["marek"], "has no plan on 2026-03-09"),
        (["marek", "--how", "phone"], "has no plan on 2026-03-09"),
        (["jane", "--to", "pdf"], "one of: html, md"),
        (["jane", "--signed", ""], "--signed has nothing behind it"),
        (["jane", "--how", " "], "--how has nothing behind it"),
        (["jane", "--confidence", "11"], "--confidence is not understood"),
        (["jane", "--confidence", "²"], "A number from 0"),
        (["jane", "--declined", ";;;"], "--declined is not understood"),
        (["jane", "--declined", "()"], "Say what was declined"),
        (["jane", "--declined", "bird-dog ("], "A bracket is open"),
        (["jane", "--out", "/nowhere/x.html"], "There is no folder"),
    ],
)
def test_a_slip_gets_one_sentence(arguments: list[str], says: str, house: gitpractice.Practice) -> None:
    """And nothing made."""
    before = house.records
    ran = gitpractice.in_process(["agreement", *arguments], house)
    assert (ran.code, ran.out, house.records) == (2, "", before)
    assert says in ran.err


def test_on_a_terminal_what_the_client_said_is_asked(house: gitpractice.Practice, opens: Opens, scan: Path) -> None:
    """Four questions that can be skipped; what an option told is shown and not asked anew."""
    page = opens("agreement", JD, "--signed", str(scan), "--confidence", "8")
    page.type("Walk each day", "", "walking-plan (rain)", "")
    assert page.end() == 0
    assert "now: 8/10" in page.seen
    text = house.records[NEW].decode()
    assert "teach-back: Walk each day\nconfidence: 8/10\ndeclined:\n  - what: walking-plan\n    why: rain\n" in text
    assert "words:" not in text


def test_a_page_whose_questions_are_stopped_is_not_kept(house: gitpractice.Practice, opens: Opens, scan: Path) -> None:
    """Neither it nor a record."""
    before = house.records
    page = opens("agreement", JD, "--signed", str(scan))
    page.wait()
    assert interrupted(page) == 130
    assert house.records == before


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
    asked.type("plan", "agreed", "phone", "Walk each day", "6", "swimming; knee-roll (no mat)", "Fine", "", "")
    assert asked.end() == 0
    text = house.records[NEW].decode()
    assert "confidence: 6/10\ndeclined:\n  - swimming\n  - what: knee-roll\n    why: no mat\nwords: Fine\n" in text
    house.assert_sound()


def test_a_followup_from_standard_input(house: gitpractice.Practice) -> None:
    """As other records."""
    ran = house.mplan("followup", "jane", "--from", "-", typed="{of: 2026-03-03-plan, what: declined}")
    assert (ran.code, ran.out) == (0, NEW + "\n"), ran.err
