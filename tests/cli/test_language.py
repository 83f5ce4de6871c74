"""In which language a document speaks: the one asked for, else the client's, else the practice's, else English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from spanish import english

from massageplan.cli.app import run

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
DAY = "2026-09-07"
OWN = """en: {reviewed: true, name: Wave, do: [Wave your hand.]}
es: {reviewed: true, name: Saludo, do: [Saluda con la mano.]}
es-MX: {reviewed: true, name: Ola, do: [Saluda, pues.]}
group: mobility
regions: [shoulder]
equipment: [chair, sombrero]
dose: {reps: 10, often: 2/day, source: house-rules, verified: false}
scope: remedial-exercise
sources: [house-rules]
"""
ENGLISH_ONLY = OWN.replace("es: {reviewed: true, name: Saludo, do: [Saluda con la mano.]}\n", "").replace(
    "es-MX: {reviewed: true, name: Ola, do: [Saluda, pues.]}\n", ""
)
PLAN = """date: 2026-09-07
therapist: rivera
goals: [{id: g, words: Levantar a mi hija, measure: psfs/lift-daughter, to: 8, by: visit 8}]
visits: {planned: 8, often: weekly, length: 60 min}
expect: {by: visit 4}
homework:
  - {do: wave, reps: 10, each: side, often: 2/day, where: right shoulder}
"""

Said = tuple[int, str, str]


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    """A copy of the invented practice in which one client reads Spanish and has a plan in it."""
    root = Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))
    (root / "library" / "exercises").mkdir(parents=True)
    (root / "library" / "exercises" / "wave.yaml").write_text(OWN, encoding="utf-8")
    folder = root / "clients" / "jd-7k2m"
    (folder / "2026-09-07-plan.yaml").write_text(PLAN, encoding="utf-8")
    return root


def _speaks(practice: Path, tag: str, file: str = "clients/jd-7k2m/client.yaml") -> None:
    path = practice / file
    path.write_text(path.read_text(encoding="utf-8").replace("language: en", f"language: {tag}"), encoding="utf-8")


@pytest.fixture
def mplan(practice: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Prints a document of the client in the practice."""

    def call(*arguments: str, to: str = "md") -> Said:
        tail = ("--practice", str(practice), "--today", DAY, "--out", "-", "--to", to)
        code = run([*arguments, *tail])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_the_one_asked_for_wins(mplan: Callable[..., Said], practice: Path) -> None:
    """Over the client's and the practice's."""
    _speaks(practice, "es")
    assert "# Home plan for Jane" in mplan("handout", "jane", "--language", "en")[1]
    assert "# Plan en casa para Jane" in mplan("handout", "jane", "--language", "ES")[1]


def test_the_client_s_language_is_taken(mplan: Callable[..., Said], practice: Path) -> None:
    """On the handout and the agreement; that the plan's own words stand there as written is said of the latter.

    Of a handout the checks say it, and nobody where the practice writes in that language anyway.
    """
    _speaks(practice, "es")
    code, page, said = mplan("handout", "jane", to="html")
    assert (code, '<html lang="es">' in page, "Saludo" in page) == (0, True, True)
    assert "it is in es" not in said
    _, page, said = mplan("agreement", "jane")
    assert "# Nuestro plan" in page
    assert "note: it is in es; goals, why: and whatever else the plan says in its own words" in said
    _speaks(practice, "es", "practice.yaml")
    assert "it is in es" not in mplan("agreement", "jane")[2]


def test_then_the_practice_s(mplan: Callable[..., Said], practice: Path) -> None:
    """Where the client's is not known."""
    path = practice / "clients" / "jd-7k2m" / "client.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("language: en\n", ""), encoding="utf-8")
    assert "# Home plan" in mplan("handout", "jane")[1]
    _speaks(practice, "es", "practice.yaml")
    assert "# Plan en casa" in mplan("handout", "jane")[1]


def test_a_region_has_the_words_of_the_whole(mplan: Callable[..., Said], practice: Path) -> None:
    """Its own texts of the library win, and the page keeps the tag."""
    _speaks(practice, "es-MX")
    _, page, _ = mplan("handout", "jane", to="html")
    assert '<html lang="es-MX">' in page
    assert "Plan en casa" in page
    assert "Ola" in page


def test_no_catalogue_is_said(mplan: Callable[..., Said], practice: Path) -> None:
    """A client's language without one: the practice's, with a remark; one asked for: no page, and what there is."""
    _speaks(practice, "pt-BR")
    code, page, said = mplan("handout", "jane")
    assert (code, "# Home plan" in page) == (0, True)
    assert "note: there are no documents in pt-BR yet; this one is in en" in said
    _speaks(practice, "es", "practice.yaml")
    assert "this one is in es" in mplan("handout", "jane")[2]


@pytest.mark.parametrize("asked", ["fr", "Spanish", "", "../es", "e", "x" * 500])
@pytest.mark.parametrize("command", [("handout", "jane"), ("agreement", "jane"), ("forms", "consent")])
def test_unknown_languages_are_refused(mplan: Callable[..., Said], command: tuple[str, ...], asked: str) -> None:
    """In one sentence, with those there are."""
    code, page, said = mplan(*command, "--language", asked)
    assert (code, page) == (2, "")
    assert said.startswith("mplan: There are no documents in the language")
    assert "one of: en, es" in said


def _rule(practice: Path, rule: str) -> None:
    """Gives the practice another pain rule."""
    house = practice / "practice.yaml"
    text, found = re.subn(r"  pain-rule:.*\n(?:    .*\n)*", f"  pain-rule: {rule}\n", house.read_text(encoding="utf-8"))
    assert found == 1
    house.write_text(text, encoding="utf-8")


def test_a_handout_reads_whole(mplan: Callable[..., Said], practice: Path) -> None:
    """Not one English word of ours; what is not known (a sombrero) stands as written, what is not in it is told."""
    _speaks(practice, "es")
    _rule(practice, "{es: '0-3 sigue. 4 o más, detente.'}")
    _, page, said = mplan("handout", "jane", "--next-visit", "2026-09-14")
    rest = re.sub(r"Riverside Massage Therapy|hello@riverside\S*|\S*-plan|massageplan|Ana Rivera, RMT", "", page)
    assert english(rest) == set(), rest
    for line in ("- **10** repeticiones de cada lado", "**Necesitas:** sombrero", "**Dónde:** hombro del lado derecho",
                 "Esperamos que notes una diferencia para la visita 4.", "**4 o más** Detente.", "| mar 8 |",
                 "14 de septiembre de 2026", "textos aún sin revisar por personal de salud"):  # fmt: skip
        assert line in page, line
    assert "pain rule" not in said


def test_an_agreement_reads_whole(mplan: Callable[..., Said], practice: Path) -> None:
    """The names of techniques, places, doses and moments, too."""
    _speaks(practice, "es")
    plan = practice / "clients" / "jd-7k2m" / "2026-09-07-plan.yaml"
    does = "techniques: [petrissage both gluteus-medius 15 min, hot-therapy lumbar, passive-rom right infraspinatus]\n"
    plan.write_text(PLAN + does, encoding="utf-8")
    _, page, _ = mplan("agreement", "jane")
    assert "- Amasar: nalga\n- Calor: espalda baja\n- Me mueven suave y yo me aflojo: hombro del lado derecho" in page
    assert "**8 visitas, una vez a la semana, 60 minutos cada una.**" in page
    rest = re.sub(r"Riverside Massage Therapy|\S*-plan|massageplan|Ana Rivera, RMT|Jane Doe", "", page)
    assert english(rest) == set(), rest


def test_english_that_stands_in_is_told(mplan: Callable[..., Said], practice: Path) -> None:
    """An exercise without Spanish words, and a pain rule in English only."""
    (practice / "library" / "exercises" / "wave.yaml").write_text(ENGLISH_ONLY, encoding="utf-8")
    _rule(practice, "0-3 go on. 4-5 go easy. 6 or more, stop.")
    code, page, said = mplan("handout", "jane", "--language", "es")
    assert (code, "Wave your hand." in page) == (0, True)
    assert "untranslated" in said
    assert "note: the pain rule of practice.yaml is in en only; write it as pain-rule: {es: ...} too" in said
    said = mplan("agreement", "jane", "--language", "es")[2]
    assert "note: the library has no words in es yet, so these are in English: wave" in said


def test_forms_whose_questions_are_english_stay_so(mplan: Callable[..., Said], practice: Path) -> None:
    """A consent reads whole in Spanish; what asks the library's questions does not, and says so."""
    _speaks(practice, "es")
    code, page, _ = mplan("forms", "consent", "jane")
    assert (code, "# A qué digo que sí" in page) == (0, True)
    rest = re.sub(r"Riverside Massage Therapy|mplan consent \S*|massageplan|Ana Rivera, RMT|Jane Doe", "", page)
    assert english(rest) == set(), rest
    code, page, said = mplan("forms", "intake", "jane")
    assert (code, "# Welcome" in page) == (0, True)
    assert "note: the intake form is in English only yet: its questions have no words in es" in said
    code, page, said = mplan("forms", "reassessment", "jane", "--language", "es")
    assert (code, page) == (2, "")
    assert "print it with --language en" in said


def test_a_note_of_an_agreement_has_no_language(mplan: Callable[..., Said]) -> None:
    """It belongs to the page."""
    code, _, said = mplan("agreement", "jane", "--how", "signed", "--language", "es")
    assert code == 2
    assert "two things" in said
