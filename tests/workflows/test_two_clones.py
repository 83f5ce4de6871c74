"""Two clones of one practice: what both recorded on the same day comes together by a plain git pull."""

from __future__ import annotations

from pathlib import Path

import pytest
from gitpractice import JD, MN, Practice

STAFF = "format: 0\nname: Riverside\ntherapists: [{id: rivera, name: Ana Rivera}, {id: okafor, name: Ben Okafor}]\n"


def clone(practice: Practice, to: Path, name: str) -> Practice:
    """Another's clone of the remote, set up."""
    practice.git("clone", "-q", practice.git("remote", "get-url", "origin").strip(), str(to))
    other = Practice(to)
    other.git("config", "user.name", name)
    other.git("config", "user.email", "x@example.org")
    other.git("config", "massageplan.therapist", "rivera" if name == "Ana" else "okafor")
    return other


@pytest.fixture
def clones(practice: Practice, tmp_path: Path) -> tuple[Practice, Practice]:
    """Ana's and Ben's."""
    practice.git("init", "-q", "--bare", "-b", "main", str(tmp_path / "remote.git"))
    practice.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    practice.git("push", "-q", "origin", "main")
    return clone(practice, tmp_path / "ana", "Ana"), clone(practice, tmp_path / "ben", "Ben")


@pytest.mark.parametrize("way", ["--no-rebase", "--rebase"])
@pytest.mark.parametrize("staff", [1, 2])
def test_both_recorded(clones: tuple[Practice, Practice], way: str, staff: int) -> None:
    """Same client, day and kind; new clients of the same initials; each mended something: no conflict, all is there."""
    ana, ben = clones
    if staff == 2:
        ana.write("practice.yaml", STAFF)
        assert ana.mplan("save").code == 0
        ana.git("push", "-q")
        ben.git("pull", "-q", "--ff-only")
    for each in clones:
        for kind, typed in (("session", "said: fine\n"), ("session", "said: again\n"), ("checkin", "said: a call\n")):
            assert each.mplan(kind, JD, "--from", "-", typed=typed).code == 0
        assert each.mplan("new-client", "--from", "-", typed="name: Alma Bo\n").code == 0
        assert each.mplan("move", JD, "checkin", "--to", MN).code == 0
        name = each.sessions[-1].rpartition("/")[2].removesuffix(".yaml")
        assert each.mplan("drop", JD, name, "--why", "entered twice").code == 0
    ana.git("push", "-q")
    ben.git("pull", "-q", way, "--no-edit")
    ben.git("push", "-q")
    ana.git("pull", "-q", "--ff-only")
    assert ana.records == ben.records
    files = list(ana.records)
    counts = {part: sum(part in file for file in files) for part in ("03-09-session", "checkin", "amendment", "/ab-")}
    assert counts == {"03-09-session": 2, "checkin": 2, "amendment": 2, "/ab-": 2}
    for each in clones:
        each.assert_sound()


def test_a_conflict_is_left_to_the_user(clones: tuple[Practice, Practice]) -> None:
    """While the merge is under way a visit is written and told; nothing of the merge is committed by us."""
    ana, ben = clones
    for each, called in ((ana, "Jane"), (ben, "Janie")):
        text = f"name: Jane Doe\ncalled: {called}\n"
        assert each.mplan("edit", JD, "client", "--from", "-", typed=text).code == 0
    ana.git("push", "-q")
    ben.git("pull", "-q", "--no-rebase", "--no-edit", may=(1,))
    before = ben.subjects()
    ran = ben.mplan("session", MN, "--from", "-", typed="said: fine\n")
    assert ran.code == 3
    assert "a merge is under way here, which mplan save finishes." in ran.err
    assert (ran.err.count("\n"), len(ben.sessions), ben.subjects()) == (2, 2, before)
    told = ben.mplan("save")
    assert (told.code, "two versions of it meet here" in told.err) == (1, True)
    assert f"mplan edit {JD} client, then: mplan save" in ben.mplan("today").out
    assert "Two versions of this record meet here" in ben.mplan("check", "jane").out
    assert ben.mplan("edit", "jane", "client", "--from", "-", typed="name: Jane Doe\ncalled: Jane\n").code == 3
    assert ben.mplan("save").out == f"saved: merge\nsaved: session 2026-03-09 {MN}\n"
    ben.assert_sound()


def test_a_clone_that_was_set_up_pulls_plainly(practice: Practice, tmp_path: Path) -> None:
    """No option, no setting of the user's: init has said how two clones come together, and who is at work."""
    practice.git("init", "-q", "--bare", "-b", "main", str(tmp_path / "remote.git"))
    practice.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    assert practice.mplan("init").code == 0
    practice.write("practice.yaml", STAFF)
    assert practice.mplan("save", "--therapist", "rivera").code == 0
    practice.git("push", "-q", "origin", "main")
    both = []
    for id in ("rivera", "okafor"):
        practice.git("clone", "-q", str(tmp_path / "remote.git"), str(tmp_path / id))
        each = Practice(tmp_path / id)
        assert each.mplan("init", "--therapist", id).code == 0
        assert each.mplan("session", JD, "--from", "-", typed="said: fine\n").code == 0
        both.append(each)
    ana, ben = both
    ana.git("push", "-q")
    ben.git("pull", "-q")
    assert ben.git("log", "-1", "--format=%an <%ae>").strip() == "Ben Okafor <okafor@massageplan.invalid>"
    assert len(ben.sessions) == 3
    ben.assert_sound()


def test_a_clone_without_a_branch_is_not_made_a_new_practice(practice: Practice, tmp_path: Path) -> None:
    """As when the bare repository was made with another first branch."""
    practice.git("init", "-q", "--bare", "-b", "other", str(tmp_path / "remote.git"))
    practice.git("push", "-q", str(tmp_path / "remote.git"), "main")
    practice.git("clone", "-q", str(tmp_path / "remote.git"), str(tmp_path / "clone"))
    ran = Practice(tmp_path / "clone").mplan("init", "--name", "X", "--therapist", "Y")
    assert (ran.code, "nothing checked out yet" in ran.err) == (3, True)


def test_undo_stops_at_what_was_pushed(clones: tuple[Practice, Practice]) -> None:
    """What another may have seen stays; what came after goes, and nothing else."""
    ana, _ = clones
    assert ana.mplan("session", JD, "--from", "-", typed="said: fine\n").code == 0
    ana.git("push", "-q")
    assert ana.mplan("session", MN, "--from", "-", typed="said: fine\n").code == 0
    assert ana.mplan("undo").out == f"undone: session 2026-03-09 {MN}\n"
    ran = ana.mplan("undo")
    assert (ran.code, "nothing of yours to undo" in ran.err) == (3, True)
    assert len(ana.sessions) == 2
    ana.assert_sound()


def test_records_go_only_where_they_may(clones: tuple[Practice, Practice], tmp_path: Path) -> None:
    """A remote that practice.yaml does not list is refused by the hook of a clone that init has set up."""
    ana, ben = clones
    url = ana.git("remote", "get-url", "origin").strip()
    text = (ana.root / "practice.yaml").read_text() + f"remotes: [{url}]\n"
    ana.write("practice.yaml", text)
    assert ana.mplan("save").code == 0
    ran = ana.init()
    assert (ran.code, "Riverside: this machine is set up, for Ana Rivera" in ran.err) == (0, True)
    assert (ana.root / ".mplan/schemas/session.schema.json").is_file()
    ana.git("push", "-q", "origin", "main")
    ana.git("init", "-q", "--bare", str(tmp_path / "elsewhere.git"))
    said = ana.git("push", str(tmp_path / "elsewhere.git"), "main", may=(1,))
    assert "records may not go to" in said
    ben.git("pull", "-q", "--ff-only")
    ben.git("push", "-q", str(tmp_path / "elsewhere.git"), "main")  # no hooks there yet


def _both_change(clones: tuple[Practice, Practice], file: str, texts: tuple[str, str]) -> Practice:
    """The same file changed in both clones and pulled into the second, in which two versions meet."""
    for each, text in zip(clones, texts, strict=True):
        each.write(file, text)
        assert each.mplan("save").code == 0
    ana, ben = clones
    ana.git("push", "-q")
    ben.git("pull", "-q", "--no-rebase", "--no-edit", may=(1,))
    return ben


def test_two_versions_of_a_markdown_record_are_seen(clones: tuple[Practice, Practice]) -> None:
    """Their lines are text to Markdown; save does not take them for settled, nor does check."""
    file = f"clients/{JD}/2026-03-03-session.md"
    texts = ("---\ndate: 2026-03-03\n---\nBetter.\n", "---\ndate: 2026-03-03\n---\nWorse.\n")
    ben = _both_change(clones, file, texts)
    told = ben.mplan("save")
    assert (told.code, "two versions of it meet here" in told.err) == (1, True)
    assert "yaml-syntax" in ben.errors
    ben.write(file, texts[1])
    assert ben.mplan("save").out.startswith("saved: merge\n")
    ben.assert_sound()


def test_two_versions_of_practice_yaml_can_be_settled(clones: tuple[Practice, Practice]) -> None:
    """By hand, since every command needs it; save then finishes the merge."""
    texts = tuple(STAFF.replace("Riverside", name) for name in ("River", "Riverbank"))
    for each in clones:
        each.git("config", "massageplan.therapist", "rivera")
    ben = _both_change(clones, "practice.yaml", (texts[0], texts[1]))
    told = ben.mplan("save")
    assert (told.code, "Two versions of this record meet here" in told.err) == (3, True)
    ben.write("practice.yaml", texts[1])
    assert ben.mplan("save").out == "saved: merge\n"
    ben.assert_sound()


def test_a_record_that_one_side_dropped_is_asked_about(clones: tuple[Practice, Practice]) -> None:
    """It is neither kept nor lost in silence."""
    ana, ben = clones
    assert ana.mplan("drop", JD, "2026-03-02-session", "--why", "entered twice").code == 0
    assert ben.mplan("edit", JD, "2026-03-02-session", "--from", "-", typed="date: 2026-03-02\nsaid: x\n").code == 0
    ana.git("push", "-q")
    ben.git("pull", "-q", "--no-rebase", "--no-edit", may=(1,))
    told = ben.mplan("save")
    assert (told.code, "the other took it away" in told.err) == (1, True)
    assert "one side of a merge took 2026-03-02-session.yaml away" in ben.mplan("today").out
    ben.git("rm", "-q", f"clients/{JD}/2026-03-02-session.yaml")
    assert ben.mplan("save").out == "saved: merge\n"
    ben.assert_sound()
