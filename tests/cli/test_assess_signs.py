"""Warning signs in an assessment: asked, acted on at once, and kept as they were answered."""

from __future__ import annotations

import gitpractice
from prompting import HEAD, JD, Opens, drafts, interrupted, new

from .assessing import NO_SIGN_OF_LOW_BACK, TALK, record


def test_an_emergency_is_told_at_once_and_what_was_done_is_kept(practice: gitpractice.Practice, opens: Opens) -> None:
    """Before anything else is asked; the gravest first, whatever was typed first."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "6 1")
    visit.wait("what did you do")
    told = visit.seen
    assert told.index("EMERGENCY (Nerves at the base of the spine): No massage.") < told.index(
        "Refer before treating ("
    )
    assert "    How soon: same day, now.\n" in told
    assert "    Ctrl-C stops here and keeps what you said so far.\n" in told
    visit.type("sent her to the emergency department", "wrote to her doctor", "", "", "", "", "", "", "")
    assert visit.end() == 0
    assert record(practice, before) == HEAD + NO_SIGN_OF_LOW_BACK.replace(
        "cauda-equina: no", "cauda-equina:\n    answer: yes\n    did: sent her to the emergency department"
    ).replace("cancer-history: no", "cancer-history:\n    answer: yes\n    did: wrote to her doctor")


def test_no_beside_a_number_is_no_answer(opens: Opens) -> None:
    """`no 2` may mean the one or the other, and one of them is an emergency."""
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "no 2", "none 2", "2 none")
    visit.wait()
    assert visit.seen.count("none and 2 contradict each other.") == 3
    assert "EMERGENCY" not in visit.seen
    assert interrupted(visit) == 130


def test_a_sign_that_is_yes_again_asks_who_has_cleared_it(practice: gitpractice.Practice, opens: Opens) -> None:
    """Only where it was answered before."""
    file = f"clients/{gitpractice.JD}/2026-03-01-history.yaml"
    practice.write(file, "date: 2026-03-01\nscreening: {cauda-equina: yes}\n")
    practice.git("add", "-A")
    practice.git("commit", "-qm", "history 2026-03-01 jd-7k2m")
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "1 6", "asked", "Dr Lee, 2 March", "wrote to her doctor", *[""] * 7)
    assert visit.end() == 0
    assert "OPEN WARNING SIGN (2026-03-01): Nerves at the base of the spine." in visit.seen
    assert "cleared: Dr Lee, 2 March\n" in record(practice, before)
    assert visit.seen.count("who has cleared it, and when?") == 1


def test_none_does_not_close_an_open_sign(practice: gitpractice.Practice, opens: Opens) -> None:
    """Whoever types it by habit lifts nothing: the yes stands, and is said again at the next visit."""
    practice.write(f"clients/{gitpractice.JD}/2026-03-01-history.yaml", "date: 2026-03-01\nscreening: {fever: yes}\n")
    visit = opens("assess", "jane", "--region", "hip")
    visit.type("worse", "", "", *TALK, "none", *[""] * 8)
    assert visit.end() == 0
    assert "stays open unless you name its number" in visit.seen
    assert "Open warning sign: Fever or falling ill" in practice.mplan("show", "jane").out


def test_a_sign_that_is_taken_back_asks_no_further(practice: gitpractice.Practice, opens: Opens) -> None:
    """Answered again, the answer stands in the place of the first, and what was done for it goes with it."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "1", "sent home", "<", "<", "none", "", "", "", "", "", "", "")
    assert visit.end() == 0
    assert "now: cauda-equina: answer: yes, did: sent home" in visit.seen
    assert record(practice, before) == HEAD + NO_SIGN_OF_LOW_BACK


def test_what_was_not_asked_is_said_not_to_be(practice: gitpractice.Practice, opens: Opens) -> None:
    """`-4` is not asked, `3?` unsure, a sign that asks for care alone a plain yes; a slip is answered."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "nine", "11", "3? -4 -3 10", "3? -4 10", "referred", "", "", "", "", "", "", "")
    assert visit.end() == 0
    told = " ".join(visit.seen.split())
    assert "nine is no number of a question from 1 to 10. Did you mean none?" in told
    assert "11 is no number of a question from 1 to 10. Ask each aloud." in told
    assert "Question 3 stands twice; keep one of the two." in told
    kept = record(practice, before)
    assert "progressive-neuro:\n    answer: unsure\n    did: referred\n" in kept
    assert "  spinal-fracture: not asked\n" in kept
    assert "  anticoagulants: yes\n" in kept


def test_who_is_not_asked_leaves_no_answer(practice: gitpractice.Practice, opens: Opens) -> None:
    """Enter is no answer at all, and the check says what should have been asked."""
    before = practice.records
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("ok", "", "", *TALK, "", "", "", "", "", "", "", "")
    assert visit.end() == 0
    assert record(practice, before) == HEAD + "reason: ok\n"


def test_warning_signs_are_asked_also_where_no_place_is_known(practice: gitpractice.Practice, opens: Opens) -> None:
    """Those of the whole body."""
    before = practice.records
    visit = opens("assess", "jane")
    visit.type("rest", "", "", *TALK, "none", "3", "none", "", "", "", "", "", "")
    assert visit.end() == 0
    assert "  suicidal-thoughts: no\n" in record(practice, before)
    assert "More warning signs" in visit.seen


def test_a_presentation_asks_its_own_warning_signs(practice: gitpractice.Practice, opens: Opens) -> None:
    """Leg pain may be a clot: asked at once where it is told beforehand, else as soon as it is chosen."""
    visit = opens("assess", "jane", "--region", "low-back")
    visit.type("", "", "", *TALK, "none", "leg", "1")
    visit.wait("what did you do")
    assert " More warning signs\n     1  Is one calf or thigh warm, red, swollen" in visit.seen
    assert "EMERGENCY (" in visit.seen
    assert interrupted(visit) == 130
    before = opens("assess", "jane", "--like", "leg-pain-sciatica")
    before.type("n", "y")
    before.type("", "", "", *TALK)
    before.wait("nobody asked")
    assert "    11  Is one calf or thigh warm, red, swollen" in before.seen
    assert "Most like" not in before.seen


def test_stopped_after_an_emergency_the_answers_are_there_again(practice: gitpractice.Practice, opens: Opens) -> None:
    """Ctrl-C keeps the draft; going on shows what was said, and it is asked what was done."""
    before = practice.records
    visit = opens("assess", "jane")
    visit.type("back", "low back", "", *TALK, "1")
    visit.wait("what did you do")
    assert interrupted(visit) == 130
    assert f"Go on with: mplan assess {JD}" in visit.seen
    assert new(practice, before) == []
    (draft,) = drafts(practice)
    assert "cauda-equina:\n    answer: yes\n" in draft
    again = opens("assess", "jane")
    again.type("", *[""] * 9, "sent to hospital", "", "", "", "", "", "", "")
    assert again.end() == 0
    for shown in ("now: back", "now: where: low-back", "now: cauda-equina: answer: yes", "what did you do?"):
        assert shown in again.seen
    kept = record(practice, before)
    assert "cauda-equina:\n    answer: yes\n    did: sent to hospital\n" in kept
    assert drafts(practice) == []


def test_an_emergency_is_not_passed_over_by_enter(practice: gitpractice.Practice, opens: Opens) -> None:
    """What was done is asked once more; whoever still says nothing is told that nothing is to be treated."""
    visit = opens("assess", "jane", "--region", "low-back", columns=120)
    visit.type("", "", "", *TALK, "1", "")
    visit.wait()
    assert "An emergency is open: say what you did, or leave with Ctrl-C; the answers are kept." in visit.seen
    assert visit.seen.count("what did you do?") == 2
    assert "nothing is to be treated" not in visit.seen
    visit.type_now("")
    visit.wait("Most like")
    visit.wait()
    assert "While this emergency is open, nothing is to be treated today." in visit.seen
    assert interrupted(visit) == 130


def test_who_says_what_was_done_is_told_so_too(practice: gitpractice.Practice, opens: Opens) -> None:
    """Once, before the next question; a sign that is no emergency asks once only."""
    visit = opens("assess", "jane", "--region", "low-back", columns=120)
    visit.type("", "", "", *TALK, "1 6", "sent her to hospital", "")
    visit.wait("Most like")
    visit.wait()
    assert visit.seen.count("nothing is to be treated today.") == 1
    assert "An emergency is open" not in visit.seen
    assert interrupted(visit) == 130
