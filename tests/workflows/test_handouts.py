"""The handouts of all active clients: as one by one, by any number of processes, whatever is the matter with one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from massageplan.errors import UsageError
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.handouts import Batch, Made, make_all
from massageplan.workflows.load import open_practice

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = date(2026, 9, 8)
LARGE = "mb-3x9w"
"""An alert of this client asks for large print."""

JANE, ALL = "jd-7k2m", ["jd-7k2m", "mb-3x9w", "mn-4t7q", "pn-8w2c"]


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the example practice."""
    return Path(
        shutil.copytree(EXAMPLES / "riverside", tmp_path.resolve() / "riverside", ignore=shutil.ignore_patterns("out"))
    )


def made(root: Path, processes: int = 1, day: date = DAY, **batch: object) -> list[Made]:
    """What became of each client's handout."""
    asked = Batch(day, **{"forms": ("html", "md"), **batch})  # type: ignore[arg-type]
    return list(make_all(open_practice(root), asked, processes=processes))


def pages(root: Path) -> dict[str, bytes]:
    """All that was made, by path below out/."""
    return {p.relative_to(root / "out").as_posix(): p.read_bytes() for p in (root / "out").rglob("*") if p.is_file()}


def test_they_are_as_one_by_one(practice: Path) -> None:
    """The same bytes, in the order of the folders, each in a folder of its own; who was discharged gets none."""
    found = made(practice)
    assert [each.code for each in found] == ALL
    assert [each.code for each in found if each.paths] == ["jd-7k2m", "mb-3x9w", "pn-8w2c"]
    assert [(each.code, each.problem, each.planned) for each in found if not each.paths] == [("mn-4t7q", "", False)]
    opened = open_practice(practice)
    for each in found:
        if each.paths:
            alone = make_handout(opened, Asked(each.code, DAY, large=each.code == LARGE))
            assert [Path(path).name for path in each.paths] == [f"{alone.stem}.html", f"{alone.stem}.md"]
            assert [Path(path).read_text(encoding="utf-8") for path in each.paths] == [alone.text(), alone.text("md")]
            assert Path(each.paths[0]).parent == practice / "out" / each.code


def test_two_processes_make_the_same(tmp_path: Path, practice: Path) -> None:
    """Results and files, byte by byte, with more clients than one process takes at once."""
    for n in range(2000, 2014):
        shutil.copytree(practice / "clients" / JANE, practice / "clients" / f"jd-{n}")
    shutil.copytree(practice, tmp_path / "other")
    one, two = made(practice), made(tmp_path / "other", processes=2)
    assert len(one) == 18
    assert [(m.code, m.remarks, m.problem) for m in one] == [(m.code, m.remarks, m.problem) for m in two]
    assert pages(practice) == pages(tmp_path / "other")
    assert len(pages(practice)) == 2 * 17


@pytest.mark.parametrize("processes", [1, 2])
def test_one_that_cannot_be_made_holds_up_no_other(practice: Path, processes: int) -> None:
    """It is told, with its reason, and leaves nothing behind."""
    (practice / "clients" / JANE / "2026-09-07-plan.yaml").write_text("goals: [\n", encoding="utf-8")
    broken, *others = made(practice, processes)
    assert broken.code == JANE
    assert broken.paths == ()
    assert broken.problem.startswith("1 of the client's records cannot be used (clients/jd-7k2m/2026-09-07-plan.yaml:")
    assert [each.code for each in others if each.paths] == ["mb-3x9w", "pn-8w2c"]
    assert not (practice / "out" / JANE).exists()


def test_a_form_that_one_has_not_is_told(practice: Path) -> None:
    """A calendar of nothing is none; the page is made all the same."""
    jane, marek, *_ = made(practice, forms=("html", "ics"))
    assert ([Path(path).name for path in jane.paths], jane.problem) == (
        ["handout-week-1.html", "handout-week-1.ics"], "",
    )  # fmt: skip
    assert Path(jane.paths[1]).read_bytes() == make_handout(open_practice(practice), Asked(JANE, DAY)).calendar()
    assert ([Path(path).name for path in marek.paths], marek.problem) == (
        ["handout-week-9.html"], "This handout has no homework and no next visit, so its calendar would be empty.",
    )  # fmt: skip


def test_a_client_without_a_plan_is_counted(practice: Path) -> None:
    """It is nobody's mistake."""
    folder = practice / "clients" / "xy-2345"
    folder.mkdir()
    (folder / "client.yaml").write_text("name: Xenia York\n", encoding="utf-8")
    (folder / "2026-09-01-checkin.yaml").write_text("date: 2026-09-01\nsaid: I fell\n", encoding="utf-8")
    assert made(practice)[-1] == Made("xy-2345", planned=False)


def test_who_asks_for_large_print_gets_it(practice: Path) -> None:
    """By an alert, and only they; nobody need be told to add an option."""
    found = [each for each in made(practice, forms=("html",)) if each.paths]
    assert not any("large print" in remark for each in found for remark in each.remarks)
    opened = open_practice(practice)
    pages = {each.code: Path(each.paths[0]).read_text(encoding="utf-8") for each in found}
    usual = {code: make_handout(opened, Asked(code, DAY)).text() for code in pages}
    assert [code for code in pages if pages[code] != usual[code]] == [LARGE]


def test_who_has_not_come_for_a_year_is_not_looked_at(practice: Path) -> None:
    """As `mplan today` has it."""
    assert made(practice, day=date(2030, 1, 1)) == []


def test_a_language_that_there_is_not_is_said_once(practice: Path) -> None:
    """Before anything is made."""
    with pytest.raises(UsageError, match="no documents in the language 'tlh'"):
        made(practice, language="tlh")
    assert not (practice / "out").exists()


def test_progress_is_told(practice: Path) -> None:
    """With clients done and clients in all."""
    told: list[tuple[int, int]] = []
    list(make_all(open_practice(practice), Batch(DAY, ("md",)), lambda n, of: told.append((n, of)), processes=1))
    assert told == [(4, 4)]
