"""What the client sends comes back: pasted at a terminal or read from standard input, and never half."""

from __future__ import annotations

from pathlib import Path

import gitpractice
import pytest
import yaml
from prompting import DAY, HEAD, Opens, drafts, interrupted, new

from .messages import JD, LINES, MN, SHEET, counted, page_text, planned

TOLD = HEAD + (
    "how: message\nwho: client\nmeasures:\n  pain:\n    worst: 4\nhomework-done:\n  pelvic-tilt: 9/14\n"
    "  glute-bridge: 2/3\n"
)


def test_a_text_from_the_page_is_pasted_and_entered(practice: gitpractice.Practice, opens: Opens) -> None:
    """Two lines in all; what is stored is what was shown, and no shell has seen it."""
    before = planned(practice).records
    checkin = opens("checkin", "jane", columns=100)
    checkin.type(counted(), "")
    assert checkin.end() == 0
    assert f"Check-in: Jane Doe  {JD}  {DAY}" in checkin.seen
    assert "Paste the client's message." in checkin.seen
    assert new(practice, before) == [TOLD]
    assert practice.subjects()[0] == f"checkin {DAY} {JD}"
    assert drafts(practice) == []
    practice.assert_sound()


def test_enter_goes_on_to_the_questions(practice: gitpractice.Practice, opens: Opens) -> None:
    """It is said once whose check-in it is."""
    before = planned(practice).records
    checkin = opens("checkin", "jane")
    checkin.type("", "phone", "fine", "n 2", "9/14 2/3", "none", "", "")
    assert checkin.end() == 0
    assert checkin.seen.count("Jane Doe") == 1
    assert new(practice, before) == [
        HEAD + "how: phone\nsaid: fine\nmeasures:\n  pain: 2\nhomework-done:\n  pelvic-tilt: 9/14\n"
        "  glute-bridge: 2/3\nadverse: none\n"
    ]


def test_what_is_not_understood_is_marked_and_can_be_mended(practice: gitpractice.Practice, opens: Opens) -> None:
    """`?` explains; what was typed stands there (Ctrl-U takes it away), and a draft holds it until it is a record."""
    before = planned(practice).records
    checkin = opens("checkin", "jane", columns=100)
    checkin.type("?", "hw 9/14 2/3; n 4; Tuesday is fine")
    seen = checkin.wait()
    assert "did bridge 3 of 7, pain 4" in seen
    assert "    hw 9/14 2/3; n 4; Tuesday is fine\n                      ^^^^^^^\n" in seen
    assert drafts(practice) == [HEAD + "said: hw 9/14 2/3; n 4; Tuesday is fine\n"]
    checkin.type_now("\x15hw 9/14 2/3; n 4; next: Tuesday is fine")
    checkin.type("")
    assert checkin.end() == 0
    (text,) = new(practice, before)
    record = yaml.safe_load(text)
    assert record["next"] == "Tuesday is fine"
    assert record["measures"] == {"pain": 4}
    assert drafts(practice) == []


def test_a_paste_of_several_lines_is_one_message(practice: gitpractice.Practice, opens: Opens) -> None:
    """No line of it answers the next question; a line break ends a piece."""
    before = planned(practice).records
    checkin = opens("checkin", "jane", columns=100, TERM="xterm")
    checkin.type("\x1b[200~hw 9/14 2/3\rn 4\r\rsaid: fine\x1b[201~", "")
    assert checkin.end() == 0
    (text,) = new(practice, before)
    record = yaml.safe_load(text)
    assert record["said"] == "fine"
    assert record["measures"] == {"pain": 4}
    assert record["homework-done"] == {"pelvic-tilt": "9/14", "glute-bridge": "2/3"}


def test_a_stop_keeps_the_text_as_a_draft(practice: gitpractice.Practice, opens: Opens) -> None:
    """And the next check-in offers it."""
    before = planned(practice).records
    checkin = opens("checkin", "jane")
    checkin.type("bananas")
    checkin.wait()
    assert interrupted(checkin) == 130
    assert "mplan checkin" in checkin.seen
    again = opens("checkin", "jane")
    assert "Go on with it?" in again.wait()
    assert interrupted(again) == 130
    assert new(practice, before) == []


def test_the_text_comes_from_standard_input(practice: gitpractice.Practice) -> None:
    """With a greeting taken out by a capital and words of her own behind."""
    before = planned(practice).records
    typed = counted().capitalize().replace("; ref", ";\nref") + ".\nSore after the garden.\n"
    done = practice.mplan("checkin", "jane", typed=typed)
    assert (done.code, done.err.startswith("committed as ")) == (0, True)
    assert new(practice, before) == [TOLD.replace("measures", "said: Sore after the garden.\nmeasures", 1)]


def test_the_page_and_the_command_agree(practice: gitpractice.Practice) -> None:
    """The text of the page that is made today, filled in by hand."""
    before = planned(practice).records
    blank = page_text(practice)
    assert blank == f"hw _/14 _/3; n _; ref {JD}.w2.{SHEET}"
    for figure in ("9", "2", "4"):
        blank = blank.replace("_", figure, 1)
    assert practice.mplan("checkin", "jane", typed=blank).code == 0
    assert new(practice, before) == [TOLD]


def test_a_text_by_hand_is_kept_as_it_came(practice: gitpractice.Practice) -> None:
    """Beside what was read out of it."""
    before = planned(practice).records
    assert practice.mplan("checkin", "jane", typed="did bridge 3 of 7, pain 4").code == 0
    assert new(practice, before) == [
        HEAD + "how: message\nwho: client\nsaid: did bridge 3 of 7, pain 4\nmeasures:\n  pain: 4\n"
        "homework-done:\n  glute-bridge: 3/7\n"
    ]


REFUSED = [
    (counted(code=MN), f"This text is of {MN}, and this is the folder {JD}."),
    (counted(sheet="33"), f"This text answers a sheet with other homework than {JD} has in the sheet of week 2."),
    (counted().replace("9/14", "8/14"), "The text was changed on the way: its check does not fit it."),
    (f"hw 9/14; n 4; ref {JD}.w2.{SHEET}", "There is 1 figure here, and the homework has 2 lines:"),
    (f"hw 9/7 2/3; n 4; ref {JD}.w2.{SHEET}", "This is more than was asked."),
    (f"hw _/14 2/3; n 4; ref {JD}.w2.{SHEET}", "The figure of pelvic-tilt is left blank."),
    ("hello there", "No piece of a check-in begins with this word."),
    ("date: 2026-03-09\nhow: phone\n", "No piece of a check-in begins with this word."),
    ("", "There is no text. For example: hw 5/7 4/7; n 3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_meant_is_refused_with_the_reason(
    practice: gitpractice.Practice, text: str, reason: str
) -> None:
    """Nothing is kept; of another client no name is said."""
    before = planned(practice).records
    done = practice.mplan("checkin", "jane", typed=text)
    assert (done.code, done.out) == (1, "")
    assert reason in " ".join(done.err.split())
    assert "nothing was kept" in done.err
    assert "Marek" not in done.err
    assert practice.records == before
    assert practice.unsaved == []


def test_a_text_from_before_a_change_is_kept_on_its_day(practice: gitpractice.Practice) -> None:
    """The day is told, and with it the text is taken."""
    planned(practice)
    changed = "date: 2026-03-06\nchanged-because: too much\nhomework:\n  - {do: pelvic-tilt, stop: too much}\n"
    practice.write(f"clients/{JD}/2026-03-06-plan.yaml", changed)
    practice.git("add", "-A")
    practice.git("commit", "-q", "-m", "changed")
    before, text = practice.records, counted(week=1)
    done = practice.mplan("checkin", "jane", typed=text)
    said = " ".join(done.err.split())
    assert "This text answers the sheet of week 1 from before the homework changed on 2026-03-06." in said
    assert "--date 2026-03-05" in said
    done = practice.mplan("checkin", "jane", "--date", "2026-03-05", typed=text)
    assert done.code == 0
    (record,) = new(practice, before)
    assert yaml.safe_load(record)["homework-done"] == {"pelvic-tilt": "9/14", "glute-bridge": "2/3"}


def test_another_week_with_the_same_lines_is_taken(practice: gitpractice.Practice) -> None:
    """What is told is told of the same homework."""
    before = planned(practice).records
    assert practice.mplan("checkin", "jane", typed=counted(week=1)).code == 0
    assert len(new(practice, before)) == 1


def test_no_option_takes_the_text(practice: gitpractice.Practice) -> None:
    """It would stand in the history of the shell."""
    done = practice.mplan("checkin", "jane", "--text", "n 3")
    assert done.code == 2
    assert practice.mplan("checkin", "jane", "hw 5/7").code == 2


def test_a_record_still_comes_from_a_file(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """`--from -` takes a whole record from standard input."""
    before = practice.records
    assert practice.mplan("checkin", "jane", "--from", "-", typed="how: phone\nsaid: fine\n").code == 0
    assert new(practice, before) == [HEAD + "how: phone\nsaid: fine\n"]


def test_what_the_client_told_is_shown_as_their_own(practice: gitpractice.Practice) -> None:
    """In the chart and in the table of figures."""
    planned(practice)
    assert practice.mplan("checkin", "jane", typed=counted()).code == 0
    chart = practice.mplan("show", "jane").out
    assert f"{DAY}  checkin, self-reported\n" in chart
    assert "  homework done (self-reported)\n    pelvic tilt: 9/14\n    glute bridge: 2/3\n" in chart
    rows = practice.mplan("show", "jane", "--measures").out.splitlines()
    assert [row.split()[2] for row in rows if "self-reported" in row] == [
        "pain/worst", *(f"homework/{line}/done" for line in LINES),
    ]  # fmt: skip


def test_a_checkin_of_somebody_else_is_not_called_self_reported(practice: gitpractice.Practice) -> None:
    """A caregiver tells what they saw."""
    practice.write(f"clients/{JD}/{DAY}-checkin.yaml", f"date: {DAY}\nwho: caregiver\nmeasures: {{pain: 3}}\n")
    assert f"{DAY}  checkin\n" in practice.mplan("show", "jane").out
    assert "self-reported" not in practice.mplan("show", "jane", "--measures").out
