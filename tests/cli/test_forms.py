"""`mplan forms` as a user types it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from massageplan.cli.app import run

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = ("--today", "2026-10-06")
Said = tuple[int, str, str]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the invented practice."""
    return Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))


@pytest.fixture
def forms(house: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs `mplan forms` in it; gives exit code, standard output and standard error."""

    def call(*arguments: str) -> Said:
        code = run(["forms", *arguments, "--practice", str(house), *DAY])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.mark.parametrize("form", ["intake", "consent", "reassessment"])
def test_a_blank_form_is_a_page_for_the_owner_alone(forms: Callable[..., Said], house: Path, form: str) -> None:
    """Under out/ of the practice, its path on standard output, nothing of any client in it."""
    code, out, err = forms(form)
    path = Path(out.strip())
    assert (code, err) == (0, "")
    assert path == house / "out" / "forms" / f"{form}.html"
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text(encoding="utf-8")
    assert "Riverside Massage Therapy" in text
    assert not re.search("Jane|Marek|Bell|Priya", text)


def test_a_form_of_a_client_holds_what_is_known(forms: Callable[..., Said], house: Path) -> None:
    """Name, birth date and the client's own words; in the client's folder under out/."""
    code, out, _ = forms("reassessment", "jane")
    assert code == 0
    assert Path(out.strip()) == house / "out" / "jd-7k2m" / "reassessment.html"
    text = forms("reassessment", "jane", "--to", "md", "--out", "-")[1]
    assert "Name **Jane Doe** Born **4 May 1988**" in text
    assert "| Lift my daughter into the cot | ☐ |" in text
    assert "| Low back: at its worst | ☐ |" in text
    assert "| Bridge | ☐ | ☐ | ☐ | ☐ |" in text
    assert "- ☐ I stay at home most of the time because of my back." in text
    assert "mplan assess jd-7k2m --region low-back" in text


def test_later_records_are_not_known_yet(forms: Callable[..., Said], house: Path) -> None:
    """As of a day, what came after it is left out."""
    later = house / "clients" / "jd-7k2m" / "2026-10-12-session.yaml"
    later.write_text("date: 2026-10-12\nmeasures: {psfs/swim: {value: 3, words: Swim a mile}}\n", encoding="utf-8")
    assert "Swim a mile" not in forms("reassessment", "jane", "--to", "md", "--out", "-")[1]


def test_the_region_decides_which_questions_are_asked(forms: Callable[..., Said]) -> None:
    """By the option, else by the place listed last, else the whole body; the words are the library's."""
    saddle = "a numb area between your legs"
    assert saddle in forms("intake", "--region", "low-back", "--to", "md", "--out", "-")[1]
    assert saddle in forms("intake", "--region", "lumbar", "--to", "md", "--out", "-")[1]
    assert saddle in forms("intake", "jane", "--to", "md", "--out", "-")[1]
    assert saddle not in forms("intake", "--to", "md", "--out", "-")[1]


def test_a_question_of_the_house_stands_on_the_form(forms: Callable[..., Said], house: Path) -> None:
    """A practice's own entry wins over the built-in one of the same id, and its template over ours."""
    own = house / "library" / "screening" / "cauda-equina.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    built_in = Path(__file__).parents[2] / "massageplan" / "library" / "screening" / "cauda-equina.yaml"
    text = built_in.read_text(encoding="utf-8")
    own.write_text(re.sub(r"question: >-\n(    .*\n)+", "question: Is the saddle numb?\n", text), encoding="utf-8")
    part = house / "templates" / "forms" / "parts" / "enter.md.j2"
    part.parent.mkdir(parents=True)
    part.write_text("Ask {{ view.practice.name }}.\n", encoding="utf-8")
    page = forms("intake", "--region", "low-back", "--to", "md", "--out", "-")[1]
    assert "| **1** Is the saddle numb? | ☐ | ☐ | ☐ |" in page
    assert "Ask Riverside Massage Therapy." in page


def test_an_alert_about_large_print_is_told(forms: Callable[..., Said]) -> None:
    """Mrs Bell cannot read small letters; the option settles it."""
    assert "--large-print" in forms("consent", "bell", "--out", "-")[2]
    code, out, err = forms("consent", "bell", "--large-print", "--out", "-")
    assert (code, err) == (0, "")
    assert "font-size: 18pt" in out


def test_a_record_that_cannot_be_used_is_told(forms: Callable[..., Said], house: Path) -> None:
    """The form is made of the others."""
    (house / "clients" / "jd-7k2m" / "2026-10-01-session.yaml").write_text("date: [\n", encoding="utf-8")
    code, _, err = forms("consent", "jane", "--out", "-")
    assert code == 0
    assert "1 of the client's records cannot be used: mplan check jd-7k2m" in err


def test_a_broken_template_is_told_at_its_line(forms: Callable[..., Said], house: Path) -> None:
    """Nothing is written."""
    part = house / "templates" / "forms" / "consent.md.j2"
    part.parent.mkdir(parents=True)
    part.write_text("\n{{ view.nobody }}\n", encoding="utf-8")
    code, out, err = forms("consent")
    assert (code, out) == (1, "")
    assert "templates/forms/consent.md.j2:2: there is no “nobody” here" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["intaek"], "did you mean intake?"),
        (["bill"], "one of: intake, consent, reassessment"),
        (["intake", "nobody"], "No client has 'nobody'"),
        (["intake", "--region", "low-bakc"], "did you mean low-back?"),
        (["intake", "--region", "xyz"], "one of: abdomen"),
        (["intake", "--to", "doc"], "one of: html, md, pdf"),
        (["intake", "--paper", "a5"], "--paper has no choice"),
        (["intake", "--out", "/nowhere/x.html"], "There is no folder"),
    ],
)
def test_a_slip_gets_one_sentence(forms: Callable[..., Said], arguments: list[str], says: str) -> None:
    """On standard error, with exit code 2, and nothing made."""
    code, out, err = forms(*arguments)
    assert (code, out) == (2, "")
    assert says in err
