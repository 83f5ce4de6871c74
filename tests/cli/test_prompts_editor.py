"""Records written in an editor that is started from a real terminal."""

from __future__ import annotations

from pathlib import Path

import gitpractice
import pytest
from prompting import HEAD, Opens, drafts, editor, new


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
        ("true", 1, "nothing was kept; if your editor did not wait for you"),
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


def test_an_unfinished_correction_never_takes_a_newer_one_back(
    practice: gitpractice.Practice, opens: Opens, tmp_path: Path
) -> None:
    """The record opens as it is now, and it is said where the older change lies; that stays until it is deleted."""
    spoils = editor(tmp_path, "printf 'sayd: x\\n' >> \"$1\"")
    spoilt = opens("edit", "jane", EDITOR=spoils)
    spoilt.type("n")
    assert spoilt.end() == 1
    newer = gitpractice.FIRST + "next: corrected since\n"
    assert practice.mplan("edit", "jane", "--from", "-", typed=newer).code == 0
    (left,) = (practice.root / ".mplan" / "drafts").glob("*.yaml")
    before = left.read_text(encoding="utf-8")
    (tmp_path / "n").unlink()
    again = opens("edit", "jane", columns=300, EDITOR=editor(tmp_path, "printf 'note: y\\n' >> \"$1\""))
    again.type("")
    assert again.end() == 0
    assert "The record was corrected since a change of" in again.seen
    assert f"which is at {left}, to copy from or to delete." in again.seen
    assert (tmp_path / "seen-0").read_text(encoding="utf-8") == newer
    assert practice.records[gitpractice.VISIT].decode() == newer + "note: y\n"
    assert left.read_text(encoding="utf-8") == before
    stopped = opens("edit", "jane", columns=300, EDITOR="false")
    stopped.type("n")
    assert stopped.end() == 0
    assert "is as it was" in stopped.seen


def test_a_correction_of_nothing_says_what_may_be_the_matter(practice: gitpractice.Practice, opens: Opens) -> None:
    """An editor that returns before anything was typed."""
    done = opens("edit", "jane", columns=200, EDITOR="true")
    assert done.end() == 0
    assert "is as it was; if your editor did not wait for you, tell it to: EDITOR='code --wait'" in done.seen
    assert drafts(practice) == []
