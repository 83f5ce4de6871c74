"""The record verbs on a real terminal: what is asked and shown, and what is stored."""

from __future__ import annotations

import gitpractice
import pytest
import yaml
from prompting import DAY, HEAD, JD, WAS, Opens, drafts, interrupted, new


def test_a_usual_visit_takes_eight_answers(practice: gitpractice.Practice, opens: Opens) -> None:
    """The Enter that keeps it is one of them; what is stored is what was shown."""
    before = practice.records
    visit = opens("session", "jane")
    visit.type("", 'Slept well, "better": no # pain', "n 6>4, lumbar flex 40>48", "QL, lats 10 min", "none", "4/7")
    visit.type("retest flexion", "")
    assert visit.end() == 0
    assert visit.sent == 8
    assert new(practice, before) == [
        HEAD + 'said: "Slept well, \\"better\\": no # pain"\n'
        "measures:\n  pain: 6 -> 4\n  rom:\n    lumbar-flexion: 40 -> 48\n"
        "did:\n  - massage quadratus-lumborum\n  - massage latissimus-dorsi 10 min\n"
        "adverse: none\nhomework-done: 4/7\nnext: retest flexion\n"
    ]
    assert "    next: retest flexion\n" in visit.seen
    assert practice.subjects()[0] == f"session {DAY} {JD}"
    assert drafts(practice) == []


def test_a_note_is_one_line_and_enter(practice: gitpractice.Practice, opens: Opens) -> None:
    """Two lines in all."""
    before = practice.records
    note = opens("note", "jane")
    note.type("n 6>4; did QL; hw 4/7", "")
    assert note.end() == 0
    assert note.sent == 2
    assert new(practice, before) == [
        HEAD + "measures:\n  pain: 6 -> 4\ndid:\n  - massage quadratus-lumborum\nhomework-done: 4/7\n"
    ]


def test_one_goes_back_and_changes_an_answer_and_enter_copies_nothing(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    """The earlier answer is shown, the last visit's stands beside, and neither is taken over by itself."""
    before = practice.records
    visit = opens("session", "jane")
    visit.type("<", "", "worse", "<", "much better")
    visit.type("", "", "", "", "", "<", "later", "")
    assert visit.end() == 0
    for shown in ("this is the first one", f"last, {WAS}: Better mornings", "now: worse"):
        assert shown in visit.seen
    assert new(practice, before) == [HEAD + "said: much better\nnext: later\n"]


def test_nonsense_gets_a_sentence_and_the_question_again(practice: gitpractice.Practice, opens: Opens) -> None:
    """Choices go by their first letters; what could be two is told; the piece that is not understood is marked."""
    before = practice.records
    visit = opens("session", "jane")
    visit.type("banana", "ca", "lat", "ok")
    visit.type("n 6>4, zork 3", "n 6>4", "petrisage QL", "petrissage QL", "no", "bruise; dizzy")
    visit.type("lots of it", "?", "4/7", "", "")
    assert visit.end() == 0
    for sentence in (
        "Not one of: yes, late",
        "That may be cancelled or cancelled-late; type a little more of it.",
        "    n 6>4, zork 3\n           ^^^^\n",
        "The arrow up brings your line back, to be mended.",
        "did you mean petrissage?",
        "That may be none or not asked or no change",
        "times done of times asked",
    ):
        assert sentence in visit.seen
    assert visit.seen.count("3/7 Measures") == 2
    assert new(practice, before) == [
        HEAD + "attended: late\nsaid: ok\nmeasures:\n  pain: 6 -> 4\ndid:\n"
        "  - petrissage quadratus-lumborum\nadverse:\n  - what: bruise\n  - what: dizzy\nhomework-done: 4/7\n"
    ]


@pytest.mark.parametrize("option", [(), ("--attended", "missed")], ids=["asked", "option"])
def test_a_missed_visit_is_asked_nothing_of_treatment(
    practice: gitpractice.Practice, opens: Opens, option: tuple[str, ...]
) -> None:
    """Whether it is answered or told by the option; Enter to all else keeps it."""
    before = practice.records
    visit = opens("session", "jane", *option)
    visit.type(*(() if option else ("mis",)), "", "", "")
    assert visit.end() == 0
    assert "Measures" not in visit.seen
    assert "Done" not in visit.seen
    assert new(practice, before) == [HEAD + "attended: missed\n"]


@pytest.mark.parametrize("child", ["born: 2014-03-01\n", "guardian: {name: Rosa Lind, relation: mother}\n"])
def test_for_a_child_one_says_who_was_there(practice: gitpractice.Practice, opens: Opens, child: str) -> None:
    """By the birth date, or because somebody else decides for them."""
    practice.write(f"clients/{JD}/client.yaml", f"name: Jane Doe\n{child}")
    before = practice.records
    visit = opens("session", "jane")
    visit.type("", "mother; sister", "", "", "", "", "", "", "")
    assert visit.end() == 0
    assert "2/8 Present" in visit.seen
    assert new(practice, before) == [HEAD + "present:\n  - mother\n  - sister\n"]


def test_a_guardian_agrees_by_one_word(practice: gitpractice.Practice, opens: Opens) -> None:
    """`guardian` is the person whom client.yaml names; consents go by their first letters."""
    practice.write(f"clients/{JD}/client.yaml", "name: Jane Doe\nguardian: {name: Rosa Lind, relation: mother}\n")
    before = practice.records
    consent = opens("consent", "jane")
    consent.type("guardian", "treat; sensitive area gluteal (not today)", "p", "photos", "assent", "", "")
    assert consent.end() == 0
    assert "That may be photos or phone" in consent.seen
    assert new(practice, before) == [
        HEAD + "who:\n  name: Rosa Lind\n  relation: mother\n"
        "gives:\n  - treatment\n  - for: sensitive-area\n    areas: gluteal\n    limits: not today\n"
        "refuses:\n  - photos\nhow: assent\n"
    ]


def test_what_went_before_is_told_in_own_words(practice: gitpractice.Practice, opens: Opens) -> None:
    """A statement by its first letters, or the client's own list between semicolons, one item too."""
    before = practice.records
    history = opens("history", "jane")
    history.type("migraine", "appendix, 2004; knee", "non", "", "unk", "latex # tape", "", "", "", "")
    assert history.end() == 0
    assert new(practice, before) == [
        HEAD + "history:\n  diagnoses:\n    - migraine\n  surgeries:\n    - appendix, 2004\n    - knee\n"
        '  injuries: none\n  medicines: unknown\n  allergies:\n    - "latex # tape"\n'
    ]


def test_the_list_of_the_clients_health_is_answered_by_its_numbers(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    """As on the paper form; what a yes asks for is told at once, a grave one is followed up, and the rest is no."""
    before = practice.records
    history = opens("history", "jane", columns=100)
    history.type(*[""] * 8, "99", "3 12? 5", "Dr Singh wrote: light work is fine", "")
    assert history.end() == 0
    assert "99 is no number of a question from 1 to 43." in history.seen
    assert " 3 Blood thinners or easy bruising" in history.seen
    assert "Change how you treat (Blood thinners or easy bruising): " in history.seen
    assert "Refer before treating (Cancer treatment): " in history.seen
    record = yaml.safe_load(new(practice, before)[0])["screening"]
    assert len(record) == 43
    found = {id: answer for id, answer in record.items() if answer not in (False, "no")}
    assert found == {
        "anticoagulants": True,
        "cancer-active": {"answer": True, "did": "Dr Singh wrote: light work is fine"},
        "hypermobility": "unsure",
    }


def test_an_event_and_a_word_between_visits(practice: gitpractice.Practice, opens: Opens) -> None:
    """What was done about an event is free text; accents, joined emoji and long answers stay as typed."""
    before = practice.records
    event = opens("event", "jane", columns=60)
    long = "Zoë fell: " + "very " * 400 + "👩‍👩‍👧"
    event.type("", "inj", long, "left wrist", "mod", "sent her to the clinic; ice", "")
    assert event.end() == 0
    assert "this one is needed" in event.seen
    assert new(practice, before) == [
        HEAD + f'what: injury\nwords: "{long}"\nwhere: left wrist\nseverity: moderate\n'
        "did: sent her to the clinic; ice\n"
    ]
    checkin = opens("checkin", "jane")
    checkin.type("", "phone", "fine", "n 2", "", "none", "", "")
    assert checkin.end() == 0


def test_lines_fit_a_narrow_terminal(practice: gitpractice.Practice, opens: Opens) -> None:
    """At 60 columns no line of ours runs over, and without colours no escape code is printed."""
    visit = opens("session", "jane", columns=60)
    visit.type("?", "banana", "", "?", "", "?", "zork 3", "", "?", "", "?", "none", "", "", "n")
    assert visit.end() == 1
    assert "\x1b" not in visit.seen
    assert [line for line in visit.seen.splitlines() if len(line) >= 60] == []


def test_more_is_asked_on_demand_and_one_can_go_back_across(practice: gitpractice.Practice, opens: Opens) -> None:
    """`+` goes on with the rest; `<` there leads to the last of the usual ones."""
    before = practice.records
    visit = opens("session", "jane")
    visit.type("", "ok", "", "", "", "", "", "+")
    visit.type("<", "soon", "17:30", "", "wife; son", "", "", "", "", "", "")
    assert visit.end() == 0
    assert "7/15 Next time" in visit.seen
    assert new(practice, before) == [HEAD + "start: 17:30\npresent:\n  - wife\n  - son\nsaid: ok\nnext: soon\n"]


def test_a_note_names_the_command_that_asks(practice: gitpractice.Practice, opens: Opens) -> None:
    """Where a word is not known; the questions themselves do not name it."""
    visit = opens("session", "jane", columns=200)
    visit.type("", "", "", "zorkly right infraspinatus")
    assert "No technique or body part is known by this word." in visit.wait()
    assert "mplan session" not in visit.seen
    assert interrupted(visit) == 130
    note = opens("note", "jane", columns=200)
    note.type("did zorkly right infraspinatus")
    assert "Or be asked one thing after the other: mplan session" in note.wait()
    assert interrupted(note) == 130
