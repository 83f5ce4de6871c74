"""The record verbs on a real terminal: what is asked and shown, what is kept, and what of it if one stops."""

from __future__ import annotations

import signal
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import gitpractice
import pexpect
import pytest

DAY = gitpractice.TODAY
HEAD = f"date: {DAY}\n"
WAS = gitpractice.VISIT.partition(f"{gitpractice.JD}/")[2].removesuffix("-session.yaml")
JD = gitpractice.JD
PROMPT = r"  > "
YES_NO = r"\[[Yy]/[Nn]\] "
ASKS = f"{PROMPT}|{YES_NO}|number: "


class Terminal:
    """A command on a pseudo-terminal of its own.

    Attributes:
        sent: how many lines were typed.
        seen: all that was shown so far.
    """

    def __init__(self, practice: gitpractice.Practice, words: Sequence[str], columns: int, **environment: str) -> None:
        plain = {**practice.environment, "TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", **environment}
        arguments = ["-m", "massageplan", *words, "--today", DAY]
        self.child = pexpect.spawn(
            sys.executable, arguments, cwd=str(practice.root), env=plain, encoding="utf-8", timeout=20,
            dimensions=(40, columns),
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.sent = 0
        self.seen = ""

    def wait(self, what: str = ASKS) -> str:
        """Wait until this is shown; gives all that was shown so far."""
        self.child.expect(what)
        self.seen += (str(self.child.before) + str(self.child.after)).replace("\r\n", "\n")
        return self.seen

    def type(self, *lines: str) -> None:
        """Answer one prompt after the other, each when it is there."""
        for line in lines:
            self.wait()
            self.child.sendline(line)
            self.sent += 1

    def end(self) -> int | None:
        """Wait for the end; gives the exit code, None where a signal ended it."""
        self.child.expect(pexpect.EOF)
        self.seen += str(self.child.before).replace("\r\n", "\n")
        self.child.close()
        return self.child.exitstatus


Opens = Callable[..., Terminal]


@pytest.fixture
def opens(practice: gitpractice.Practice) -> Iterator[Opens]:
    """Starts commands in the practice; all are ended after the test."""
    begun: list[Terminal] = []

    def start(*words: str, columns: int = 80, **environment: str) -> Terminal:
        begun.append(Terminal(practice, words, columns, **environment))
        return begun[-1]

    yield start
    for terminal in begun:
        terminal.child.close(force=True)


def drafts(practice: gitpractice.Practice) -> list[str]:
    """Texts of the drafts."""
    return [path.read_text(encoding="utf-8") for path in sorted((practice.root / ".mplan" / "drafts").glob("*"))]


def new(practice: gitpractice.Practice, before: dict[str, bytes]) -> list[str]:
    """Texts of the records that were not there before."""
    return [raw.decode() for file, raw in practice.records.items() if file not in before]


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


def interrupted(visit: Terminal) -> int | None:
    """Ctrl-C."""
    visit.child.sendintr()
    return visit.end()


def closed(visit: Terminal) -> int | None:
    """Ctrl-D, as when the terminal has nothing more to give."""
    visit.child.sendeof()
    return visit.end()


def hung_up(visit: Terminal) -> int | None:
    """The window is closed."""
    visit.child.close(force=False)
    return visit.child.exitstatus


def killed(visit: Terminal) -> int | None:
    """kill -9."""
    visit.child.kill(signal.SIGKILL)
    return visit.end()


@pytest.mark.parametrize(
    ("stop", "code"), [(interrupted, 130), (closed, 1), (hung_up, None), (killed, None)], ids=lambda v: str(v)[:20]
)
def test_answers_outlive_the_end_of_the_terminal(
    practice: gitpractice.Practice, opens: Opens, stop: Callable[[Terminal], int | None], code: int | None
) -> None:
    """They are a draft, not a record; `today` tells of it; the next session offers it, fills it in and keeps it."""
    before, commits = practice.records, practice.subjects()
    visit = opens("session", "jane")
    visit.type("late", "half way")
    visit.wait()
    assert stop(visit) == code
    assert drafts(practice) == [HEAD + "attended: late\nsaid: half way\n"]
    assert (practice.records, practice.subjects()) == (before, commits)
    assert f"mplan session {JD}" in practice.mplan("today").out
    assert practice.records == before
    again = opens("session", "jane")
    again.type("", "", "")
    assert "now: late" in again.seen
    assert "now: half way" in again.seen
    again.type("n 3", "", "", "", "", "")
    assert again.end() == 0
    assert new(practice, before) == [HEAD + "attended: late\nsaid: half way\nmeasures:\n  pain: 3\n"]
    assert drafts(practice) == []


def test_a_draft_that_is_declined_may_be_thrown_away(practice: gitpractice.Practice, opens: Opens) -> None:
    """Enter keeps it for another time; y throws it away."""
    begun = opens("session", "jane")
    begun.type("late")
    begun.wait()
    assert interrupted(begun) == 130
    assert "Go on with: mplan session jd-7k2m" in begun.seen
    kept = opens("session", "jane")
    kept.type("n", "")
    assert "Throw it away?" in kept.wait()
    assert interrupted(kept) == 130
    assert len(drafts(practice)) == 1
    thrown = opens("session", "jane")
    thrown.type("n", "y")
    thrown.wait()
    assert interrupted(thrown) == 130
    assert "Stopped; nothing was kept." in thrown.seen
    assert drafts(practice) == []


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
    history.type("migraine", "appendix, 2004; knee", "non", "", "unk", "latex # tape", "", "", "")
    assert history.end() == 0
    assert new(practice, before) == [
        HEAD + "history:\n  diagnoses:\n    - migraine\n  surgeries:\n    - appendix, 2004\n    - knee\n"
        '  injuries: none\n  medicines: unknown\n  allergies:\n    - "latex # tape"\n'
    ]


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
    checkin.type("phone", "fine", "n 2", "", "none", "", "")
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


def test_a_note_points_at_what_it_does_not_understand_and_lets_it_be_mended(
    practice: gitpractice.Practice, opens: Opens
) -> None:
    """The line stands there again: what is deleted and typed now is all that changes."""
    before = practice.records
    note = opens("note", "jane", columns=60)
    note.type("?", "n 6>4; zork 3")
    note.wait(PROMPT + r"n 6>4; zork 3$")
    assert "    n 6>4; zork 3\n           ^^^^\n" in note.seen
    assert "lumbar flex 40>48    a figure" in note.seen
    note.child.send("\x7f" * len("zork 3") + "hw 4/7\r")
    note.type("")
    assert note.end() == 0
    assert new(practice, before) == [HEAD + "measures:\n  pain: 6 -> 4\nhomework-done: 4/7\n"]


def test_a_note_is_given_up_by_an_empty_line(practice: gitpractice.Practice, opens: Opens) -> None:
    """Nothing is kept, and no draft; Ctrl-C at a line that is not understood keeps the line."""
    before = practice.records
    note = opens("note", "jane")
    note.type("")
    assert note.end() == 1
    assert (practice.records, drafts(practice)) == (before, [])
    stopped = opens("note", "jane")
    stopped.type("n 6>4; zork 3")
    stopped.wait(PROMPT + r"n 6>4; zork 3$")
    assert interrupted(stopped) == 130
    assert drafts(practice) == [HEAD + "note: n 6>4; zork 3\n"]


def editor(folder: Path, *rounds: str) -> str:
    """An editor that does one thing after the other: shell commands on the file `$1`, the last again and again."""
    lines = [f"{n}) {each} ;;" for n, each in enumerate(rounds[:-1])]
    script = (
        f"#!/bin/sh\nn=$(cat {folder}/n 2>/dev/null || echo 0); echo $((n + 1)) > {folder}/n\n"
        f'cp "$1" {folder}/seen-$n\ncase $n in {" ".join(lines)} *) {rounds[-1]} ;; esac\n'
    )
    path = folder / "an-editor"
    path.write_text(script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_editor_gets_a_skeleton_and_gives_a_record(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """The user's own comments stay in the record, the skeleton's do not."""
    before = practice.records
    fill = editor(tmp_path, "printf '# mine\\nreason: sore  # really\\n' >> \"$1\"")
    done = opens("assess", "jane", "--edit", EDITOR=fill)
    assert done.end() == 0
    skeleton = (tmp_path / "seen-0").read_text(encoding="utf-8")
    assert skeleton.startswith("# Assessment Jane Doe  jd-7k2m\n")
    assert "# reason: My neck locks when I reverse the car\n" in skeleton
    assert new(practice, before) == [HEAD + "# mine\nreason: sore  # really\n"]


def test_the_editor_opens_again_with_what_is_wrong_at_the_top(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """By the line numbers the editor shows; once mended, none of it is in the record."""
    before = practice.records
    fill = editor(
        tmp_path, "printf 'reason: sore\\nmeasure: {pain: 4}\\n' >> \"$1\"", 'sed -i s/^measure:/measures:/ "$1"'
    )
    done = opens("assess", "jane", "--edit", EDITOR=fill)
    done.type("")
    assert done.end() == 0
    assert "There is no key measure" in done.seen
    seen = (tmp_path / "seen-1").read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(seen, 1) if text.startswith("measure:"))
    assert seen[0] == f"#! line {line}:1 There is no key measure; it is set aside."
    assert new(practice, before) == [HEAD + "reason: sore\nmeasures: {pain: 4}\n"]


@pytest.mark.parametrize(
    "case",
    [
        ("true", 1, "nothing was kept"),
        (': > "$1"', 1, "nothing was kept"),
        ('rm "$1"', 1, "nothing was kept"),
        ("exit 1", 3, "ended with 1"),
        (None, 3, "cannot be started"),
    ],
    ids=["unchanged", "emptied", "deleted", "failed", "missing"],
)
def test_an_editor_that_gives_nothing_leaves_nothing(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path, case: tuple[str | None, int, str]
) -> None:
    """No record, no draft, and one sentence."""
    does, code, says = case
    before = practice.records
    done = opens("plan", "jane", "--edit", EDITOR="no-such-editor" if does is None else editor(tmp_path, does))
    assert done.end() == code
    assert says in done.seen
    assert "Traceback" not in done.seen
    assert (practice.records, drafts(practice)) == (before, [])


def test_what_an_editor_left_half_done_is_offered_again(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """An editor that fails after it wrote: the text is a draft, and goes on in the editor whichever way it is asked."""
    before = practice.records
    fails = editor(tmp_path, "printf 'said: half\\n' >> \"$1\"; exit 1")
    broken = opens("session", "jane", "--edit", EDITOR=fails)
    assert broken.end() == 3
    assert len(drafts(practice)) == 1
    (tmp_path / "n").unlink()
    mends = editor(tmp_path, "printf 'next: more\\n' >> \"$1\"")
    again = opens("session", "jane", EDITOR=mends)
    again.type("")
    assert again.end() == 0
    assert new(practice, before) == [HEAD + "said: half\nnext: more\n"]
    assert drafts(practice) == []


def test_an_unfinished_correction_leaves_the_good_record(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """It is offered again, with what is wrong at the top from the beginning."""
    before = practice.records
    spoils = editor(tmp_path, "printf 'sayd: x\\n' >> \"$1\"", 'sed -i /^sayd/d "$1"; printf \'next: go\\n\' >> "$1"')
    spoilt = opens("edit", "jane", EDITOR=spoils)
    spoilt.type("n")
    assert spoilt.end() == 1
    assert practice.records == before
    mended = opens("edit", "jane", EDITOR=spoils)
    mended.type("")
    assert mended.end() == 0
    assert (tmp_path / "seen-1").read_text(encoding="utf-8").startswith("#! line ")
    assert practice.records[gitpractice.VISIT].decode() == gitpractice.FIRST + "next: go\n"


def test_a_new_client_is_held_against_those_who_are_there(practice: gitpractice.Practice, opens: Opens) -> None:
    """Accents, order, a typo, the same birth date: they are shown before anything else is asked."""
    practice.write(f"clients/{JD}/client.yaml", "name: Jane Doe\nborn: 1988-05-04\n")
    before = practice.records
    for name, born, because in (
        ("Döe, Jané", "", "a like name"),
        ("Jane Deo", "", "a like name"),
        ("Otto Lang", "1988-05-04", "the same birth date"),
    ):
        same = opens("new-client")
        same.type(name, born, "n")
        assert same.end() == 1
        assert f"{JD}  Jane Doe  1988-05-04  {because}" in same.seen
    assert (practice.records, drafts(practice)) == (before, [])
    other = opens("new-client")
    other.type("Zoë Ólafsdóttir", "1990", "", "", "", "")
    assert other.end() == 0
    assert new(practice, before) == ["name: Zoë Ólafsdóttir\nborn: 1990\n"]
    assert next(file for file in practice.records if file not in before).startswith("clients/zo-")


def test_a_new_client_begun_is_held_against_them_too(practice: gitpractice.Practice, opens: Opens) -> None:
    """Name and birth date outlive Ctrl-C; the question whether it is somebody new comes before it is kept."""
    before = practice.records
    begun = opens("new-client")
    begun.type("", "Jane Doe", "next May", "1988")
    begun.wait()
    assert interrupted(begun) == 130
    assert "this one is needed" in begun.seen
    assert "is not written in a way that can be read" in begun.seen
    assert drafts(practice) == ["name: Jane Doe\nborn: 1988\n"]
    again = opens("new-client")
    again.type("", "", "", "", "", "", "", "y")
    assert again.end() == 0
    assert "a like name" in again.seen
    assert new(practice, before) == ["name: Jane Doe\nborn: 1988\n"]


def test_from_a_file_a_like_client_needs_to_be_meant(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """Nobody is asked: exit 1, and --anyway passes."""
    given = tmp_path / "new.yaml"
    given.write_text("# hers\nname:   JANE DOE\n", encoding="utf-8")
    before = practice.records
    refused = practice.mplan("new-client", "--from", str(given))
    assert (refused.code, practice.records) == (1, before)
    assert "--anyway" in refused.err
    assert practice.mplan("new-client", "--from", str(given), "--anyway").code == 0
    assert new(practice, before) == ["# hers\nname:   JANE DOE\n"]


def test_findings_name_the_file_that_was_given(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """At its own line and column, though a date was added above; standard input is called that."""
    text = "# mine\n\nsaid:   ok   # why\nmeasure: {pain: 4}\n"
    given = tmp_path / "visit.yaml"
    given.write_text(text, encoding="utf-8")
    assert f"{given}:4:1  error  unknown-key" in practice.mplan("session", "jane", "--from", str(given)).err
    assert "standard input:4:1  error" in practice.mplan("session", "jane", "--from", "-", typed=text).err
    assert (
        "standard input:3:1  error"
        in practice.mplan("edit", "jane", "--from", "-", typed=f"date: {WAS}\n{text[8:]}").err
    )


def test_from_a_file_every_byte_stays(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """Comments and layout; JSON in one line; Markdown with its front matter."""
    before = practice.records
    text = "# mine\n\nsaid:   'ok'   # why\nmeasures: { pain: 4 }\n\n# end"
    assert practice.mplan("session", "jane", "--from", "-", typed=text).code == 0
    assert new(practice, before) == [HEAD + text]
    before = practice.records
    assert practice.mplan("session", "jane", "--from", "-", typed='{"said": "ok", "measures": {"pain": 4}}').code == 0
    assert "said" in new(practice, before)[0]
    plan = tmp_path / "plan.md"
    plan.write_text(
        "---\n# why so\ngoals:\n  - {id: lift, words: lift more}\n---\nBody  text\n\nmore\n", encoding="utf-8"
    )
    before = practice.records
    assert practice.mplan("plan", "jane", "--from", str(plan)).code == 0
    assert new(practice, before) == [
        f"---\ndate: {DAY}\n# why so\ngoals:\n  - {{id: lift, words: lift more}}\n---\nBody  text\n\nmore\n"
    ]


def test_where_several_work_one_is_asked_once_who_one_is(practice: gitpractice.Practice, opens: Opens) -> None:
    """Who has left is not offered; the answer is remembered; --therapist wins for one record."""
    practice.write(
        "practice.yaml",
        "format: 0\nname: Riverside\ntherapists:\n  - {id: rivera, name: Ana Rivera}\n"
        "  - {id: okafor, name: Ben Okafor}\n"
        "  - {id: lund, name: Cleo Lund, until: 2025-06-30}\n",
    )
    before = practice.records
    asked = opens("session", "jane")
    asked.type("x", "2", "late", "", "", "", "", "", "", "")
    assert asked.end() == 0
    assert "Ana Rivera" in asked.seen
    assert "Cleo" not in asked.seen
    assert "a number from 1 to 2" in asked.seen
    assert new(practice, before) == [HEAD + "therapist: okafor\nattended: late\n"]
    assert practice.git("config", "massageplan.therapist") == "okafor\n"
    before = practice.records
    other = opens("session", "jane", "--therapist", "rivera")
    other.type("late", "", "", "", "", "", "", "")
    assert other.end() == 0
    assert new(practice, before) == [HEAD + "therapist: rivera\nattended: late\n"]
    assert practice.git("config", "massageplan.therapist") == "okafor\n"
