"""Each check of the handout does what its page says, and none fails on any sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from documents.hostile import HOSTILE, everywhere
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massageplan.checks import registry
from massageplan.checks.sheet import SheetCase
from massageplan.documents.handout import build
from massageplan.documents.words import ENGLISH, words
from massageplan.frozen import replace
from massageplan.store import resources
from massageplan.workflows.handout import make_handout
from massageplan.workflows.judged import hard_words
from massageplan.workflows.load import open_practice

from .conftest import ASKED, BASE, CLIENT, Laid, write
from .test_pages import lies_inside

if TYPE_CHECKING:
    from massageplan.documents.view import HandoutView
    from massageplan.findings import Finding

    from .conftest import Changed, Judging

PAPER = {
    "too-many-pages": Laid(pages=3),
    "over-the-margin": Laid(overfull=("oneverylongwordthatgoesonandonandonandonandonandon",)),
}
"""What is laid out where the page says that it does not fit; the right examples fit on one page."""


def _drawn(view: HandoutView) -> HandoutView:
    """Every exercise of the library with a picture."""
    return replace(view, lines=tuple(replace(line, figure=bool(line.language)) for line in view.lines))


CHANGED: dict[str, Changed] = {"no-picture": _drawn}


def _of_page(name: str, part: str, judged: Judging) -> list[Finding]:
    files = getattr(registry.page(name), part)
    laid = PAPER.get(name) if part == "wrong" else Laid()
    return [f for f in judged(files, laid, view=CHANGED.get(name)).findings if f.name == name]


@pytest.mark.parametrize("name", registry.SHEET_CHECKS)
def test_wrong_gives_the_finding_inside_the_example(name: str, judged: Judging) -> None:
    hits = _of_page(name, "wrong", judged)
    assert hits
    assert all(lies_inside(finding, registry.page(name).wrong) for finding in hits)
    assert all(finding.help for finding in hits)


@pytest.mark.parametrize("name", registry.SHEET_CHECKS)
def test_right_gives_no_such_finding(name: str, judged: Judging) -> None:
    assert _of_page(name, "right", judged) == []


@pytest.mark.parametrize("part", ["wrong", "right"])
@pytest.mark.parametrize("name", registry.SHEET_CHECKS)
def test_examples_are_whole(name: str, part: str, tmp_path: Path) -> None:
    """Nothing in an example is left out, and so judged by what it lacks."""
    write(tmp_path, {**BASE, **getattr(registry.page(name), part)})
    opened = open_practice(tmp_path)
    assert opened.findings == ()
    assert opened.library.check_own() == []
    assert make_handout(opened, ASKED).lines > 0


PLAN = "2026-09-07-plan.yaml"
TOP = "date: 2026-09-07\ngoals: unknown\n"
LINE = "homework: [{do: pelvic-tilt, reps: 10, at: on waking}]\n"


def test_nothing_of_a_finding_is_what_the_plan_says(judged: Judging) -> None:
    """Messages go into logs; the place shows the words to those who may see them."""
    secret = (
        "Chemotherapeutic polyneuropathy considerably complicates the rehabilitation after your mastectomy surgery."
    )
    found = judged({PLAN: f"{TOP}why: {secret}\n{LINE}"}).findings
    assert {finding.name for finding in found} == {"hard-to-read", "hard-words"}
    said = " ".join(f"{finding.message} {finding.help}" for finding in found)
    assert [word for word in secret.split() if len(word) > 5 and word.strip(".") in said] == ["rehabilitation"]


def test_the_hardest_sentence_is_pointed_at(judged: Judging) -> None:
    """To its first letter, in a text of several lines too, and up to the end of its line."""
    why = "why: |\n  Move it a bit.\n  Considerable immobility contributes to\n  unnecessary sensitivity everywhere.\n"
    (hit,) = [f for f in judged({PLAN: f"{TOP}{why}{LINE}"}).findings if f.name == "hard-to-read"]
    assert (hit.span.line, hit.span.column, hit.span.end_line, hit.span.end_column) == (5, 3, 5, 41)
    assert hit.message == (
        "The words under why have reading grade 19.8 by estimate, and 6 or below is the aim; the sentence here has 32.7."  # noqa: E501
    )


def test_the_words_of_an_own_entry_are_quoted_and_pointed_at(judged: Judging) -> None:
    """A library holds no client's words."""
    entry = (
        "en:\n  reviewed: true\n  name: Towel pull\n  do:\n    - Pull the towel apart.\n"
        "    - Continuously maintain considerable bilateral scapular retraction throughout the activity.\n"
        "  stop-if: [your neck hurts]\n"
        "group: mobility\nregions: [neck]\ndose: {reps: 10, often: daily, source: house-rules, verified: false}\n"
        "scope: remedial-exercise\nsources: [house-rules]\n"
    )
    plan = f"{TOP}homework: [{{do: towel-pull, reps: 10, at: on waking}}]\n"
    found = judged({"library/exercises/towel-pull.yaml": entry, PLAN: plan}).findings
    assert [(str(f.span), f.name) for f in found] == [
        ("library/exercises/towel-pull.yaml:6:7", "hard-to-read"),
        ("library/exercises/towel-pull.yaml:6:7", "hard-words"),
    ]
    assert "the hardest sentence, “Continuously maintain" in found[0].message
    assert "“maintain” (say: keep)" in found[1].message
    assert "“Continuously”" in found[1].message


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("how: keep your seat tight", 0),
        ("how: keep your gluteals tight", 1),
        ("how: as comfortable as on television", 0),
        ("how: unimaginably slowly", 1),
        ("how: as Anastasia Papadopoulou does", 0),
        ("how: Anastasia does it", 1),
        ("how: 1234567 times", 0),
        ("how: Use your gluteals and mind your gluteals", 1),
        ("stop-if: paraesthesia", 1),
        ("progress: more repetitions each week", 1),
    ],
)
def test_hard_words(words: str, told: int, judged: Judging) -> None:
    """Trade words and long ones, once for a text; names and what everybody knows are let through."""
    plan = f"{TOP}homework: [{{do: pelvic-tilt, reps: 10, at: on waking, {words}}}]\n"
    assert len([f for f in judged({PLAN: plan}).findings if f.name == "hard-words"]) == told


@pytest.mark.parametrize(("owner", "told"), [("", 0), (", owner: client", 0), (", owner: therapist", 1)])
def test_the_clients_own_words_are_left_alone(owner: str, told: int, judged: Judging) -> None:
    """In a goal; one that the therapist set is read like any text."""
    goals = f"goals: [{{id: a, words: Eliminate paraesthesia considerably{owner}}}]\n"
    found = judged({PLAN: f"date: 2026-09-07\n{goals}{LINE}"}).findings
    assert [(f.name, f.span.line) for f in found] == [("hard-words", 2)] * told


@pytest.mark.parametrize(
    ("lines", "most", "name"),
    [(3, "", None), (4, "", "many-lines"), (5, "", "too-many-lines"), (4, "most-lines: 3", "too-many-lines"),
     (7, "most-lines: 7", None), (2, "most-lines: 1", "too-many-lines")],
)  # fmt: skip
def test_how_many_lines(lines: int, most: str, name: str | None, judged: Judging) -> None:
    """More than three is a note, from five a warning, and what the practice says goes before both."""
    ids = ["pelvic-tilt", "knee-roll", "cat-camel", "heat-pack", "pendulum", "neck-turn", "ankle-pump"][:lines]
    plan = TOP + "homework:\n" + "".join(f"  - {{do: {id}, reps: 10, at: noon}}\n" for id in ids)
    files = {PLAN: plan}
    if most:
        files["practice.yaml"] = BASE["practice.yaml"] + f"homework: {{{most}}}\n"
    found = [f for f in judged(files).findings if f.name.endswith("-lines")]
    over = 3 if not most and lines == 4 else 4 if not most else int(most[-1])
    assert [(f.name, f.span.line) for f in found] == ([(name, 4 + over)] if name else [])


@pytest.mark.parametrize(
    ("do", "dose", "born", "keys"),
    [
        ("calf-stretch-bent", "reps: 3, hold: 20 s, often: daily", None, []),
        ("calf-stretch-bent", "reps: 3, hold: 5 s, often: daily", None, ["hold"]),
        ("calf-stretch-bent", "reps: 3, hold: 5-10 s, often: daily", None, []),
        ("calf-stretch-bent", "reps: 1, hold: 45 s, often: daily", None, []),
        ("calf-stretch-bent", "reps: 1, hold: 45 s, often: daily", "1990-05-04", ["hold"]),
        ("calf-stretch-bent", "reps: 1, hold: 45 s, often: daily", "1950-05-04", []),
        ("calf-stretch-bent", "reps: 3, hold: 15 s, often: daily", "1950-05-04", ["hold"]),
        ("calf-stretch-bent", "reps: 3, hold: 20 s, often: daily", "1950-05-04", ["hold"]),
        ("calf-stretch-bent", "reps: 3, hold: 45 s, often: daily", "1950-05", ["hold"]),
        ("calf-stretch-bent", "reps: 2, hold: 45 s, often: daily", "1961", []),
        ("calf-stretch-bent", "reps: 2, hold: 45 s, often: daily", "1962", ["hold"]),
        ("calf-stretch-bent", "reps: 3, hold: 2 min, often: daily", None, ["hold"]),
        ("calf-stretch-bent", "reps: 1, hold: 20 s, often: daily", None, ["hold"]),
        ("calf-stretch-bent", "reps: 1, hold: 20 s, often: 2/day", None, []),
        ("calf-stretch-bent", "reps: 10, hold: 30 s, often: daily", None, ["hold"]),
        ("calf-stretch-bent", "reps: 3, hold: 20 s, often: weekly", None, ["often"]),
        ("calf-stretch-bent", "reps: 3, hold: 20 s, often: daily, days: [mon]", None, ["often"]),
        ("calf-stretch-bent", "reps: 3, hold: 20 s, often: as needed", None, []),
        ("calf-stretch-bent", "reps: 3", None, []),
        ("plantar-fascia-stretch", "reps: 10, hold: 10 s, often: 3/day", None, []),
        ("plantar-fascia-stretch", "reps: 10, hold: 20 s, often: 3/day", None, ["hold"]),
        ("clamshell", "sets: 2, reps: 8-10, often: 3/week", None, []),
        ("clamshell", "sets: 2, reps: 20, often: 3/week", None, ["reps"]),
        ("clamshell", "sets: 2, reps: 15, often: 3/week", "1950-05-04", []),
        ("clamshell", "sets: 1, reps: 10-15, often: every other day", None, []),
        ("clamshell", "sets: 5, reps: 10, often: daily", None, ["often", "sets"]),
        ("clamshell", "sets: 2, reps: 10, often: 1/week", None, ["often"]),
        ("single-calf-raise", "sets: 3, reps: 15, often: 3/week", None, []),
        ("single-calf-raise", "sets: 3, reps: 25, often: 3/week", None, ["reps"]),
        ("knee-roll", "reps: 100, hold: 1 s, often: 1/week", None, []),
    ],
)  # fmt: skip
def test_doses(do: str, dose: str, born: str | None, keys: list[str], judged: Judging) -> None:
    """By group and age, at the key; the entry's own dose, which has its own source, is let pass."""
    files = {PLAN: f"{TOP}homework:\n  - {{do: {do}, {dose}, at: on waking}}\n"}
    if born:
        files["client.yaml"] = f"name: Jo Doe\nborn: {born}\n"
    found = [f for f in judged(files).findings if f.name == "dose-outside-guidance"]
    line = files[PLAN].splitlines()[3]
    where = {key: line.index(f"{key}: ") + len(f"{key}: ") + 1 for key in keys}
    assert sorted(f.span.column for f in found) == sorted(where.values())
    assert all("(exercise-dose-" in f.message for f in found)


@pytest.mark.parametrize(("large", "pages", "told"), [(False, 2, 0), (False, 3, 1), (True, 4, 0), (True, 5, 1)])
def test_pages(large: bool, pages: int, told: int, judged: Judging) -> None:
    """Two, or four in large print; without paper none are counted."""
    asked = replace(ASKED, large=large)
    found = judged({PLAN: TOP + LINE}, Laid(pages), asked).findings
    assert [(f.name, f.span.line) for f in found] == [("too-many-pages", 1)] * told
    assert judged({PLAN: TOP + LINE}, None, asked).findings == ()


def test_english_is_not_nagged_about_review(judged: Judging) -> None:
    """The built-in words are not reviewed in any language; the small type says it."""
    assert judged({PLAN: TOP + LINE}).findings == ()
    spanish = BASE["practice.yaml"] + "language: es\n"
    assert judged({"practice.yaml": spanish, PLAN: TOP + LINE.replace("on waking", "al despertar")}).findings == ()


@pytest.mark.parametrize(
    "where",
    [
        {"practice.yaml": BASE["practice.yaml"] + "allow: {no-when: they choose}\n"},
        {"client.yaml": "name: Jo Doe\nallow: {no-when: she chooses}\n"},
        {PLAN: f"{TOP}homework: [{{do: pelvic-tilt, reps: 10}}]\nallow: {{no-when: she chooses}}\n"},
    ],
)
def test_what_is_allowed_is_silenced_and_counted(where: dict[str, str], judged: Judging) -> None:
    """In practice.yaml, for the client, or in the plan."""
    plan = {PLAN: f"{TOP}homework: [{{do: pelvic-tilt, reps: 10}}]\n"}
    assert [f.name for f in judged(plan).findings] == ["no-when"]
    found = judged(plan | where)
    assert (found.findings, found.silenced) == ((), 1)


def test_check_does_not_look_at_sheets(tmp_path: Path) -> None:
    """The names are known to explain, and no check of files finds them."""
    from .conftest import findings

    write(tmp_path, {**BASE, CLIENT + PLAN: f"{TOP}homework: [{{do: pelvic-tilt, reps: 10}}]\n"})
    assert not {f.name for f in findings(tmp_path)} & set(registry.SHEET_CHECKS)


SPANISH = words("es", resources.catalogue)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> SheetCase:
    """A plan with two lines and texts of every kind, the second line in nobody's library."""
    root = tmp_path_factory.mktemp("practice")
    plan = (
        "date: 2026-09-07\ngoals: [{id: a, words: Walk, owner: both}]\nwhy: Stiff.\n"
        "expect: {by: visit 3, words: less}\n"
        "advice: [Walk., {say: Sit less., do: movement-break}, {say: Go., sign: cauda-equina}]\nhomework:\n"
        "  - {do: calf-stretch-bent, reps: 3, hold: 3 s, how: a b, stop-if: x, at: noon}\n"
        "  - {do: own, words: Pull, progress: more, days: [mon, weekends, visit days]}\n"
    )
    write(root, {**BASE, CLIENT + PLAN: plan})
    opened = open_practice(root)
    handout = make_handout(opened, ASKED)
    return SheetCase(handout.view, handout.source, (opened.house.practice, opened.library), hard_words)


@pytest.mark.parametrize(
    ("language", "laid", "idle"),
    [
        ("en", None, registry.ABROAD | registry.ON_PAPER),
        ("es", None, registry.ON_PAPER),
        ("en", Laid(), registry.ABROAD),
        ("es", Laid(), frozenset[str]()),
    ],
)
def test_checks_that_can_have_nothing_to_say_rest(
    language: str, laid: Laid | None, idle: frozenset[str], case: SheetCase
) -> None:
    """And none that could."""
    fresh = SheetCase(replace(case.view, language=language), case.source, (case.practice, case.library), laid=laid)
    names = [check.__module__.rpartition(".")[2].replace("_", "-") for check in registry.sheet_checks(fresh)]
    assert names == [name for name in registry.SHEET_CHECKS if name not in idle]
    assert not any(list(registry.module(name).check_sheet(fresh)) for name in idle)


def _judge(case: SheetCase, view: HandoutView, laid: Laid) -> list[Finding]:
    fresh = SheetCase(view, case.source, (case.practice, case.library), hard_words, laid, frozenset({"Home plan"}))
    return [finding for check in registry.sheet_checks(fresh) for finding in check(fresh)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_check_fails_on_hostile_texts(text: str, case: SheetCase) -> None:
    """In every field of the view, in English and in Spanish, with it overfull."""
    for spoken in (ENGLISH, SPANISH):
        for finding in _judge(case, build(everywhere(text), spoken), Laid(9, (text, "", "x"))):
            assert finding.span.file.startswith(("clients/", "library/"))
            assert finding.message


WHOLE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@WHOLE
@given(text=st.text(max_size=200), language=st.sampled_from(["en", "es", "es-MX", "fr", ""]))
def test_no_check_fails_on_any_view(text: str, language: str, case: SheetCase) -> None:
    """Whatever is typed, and whatever the language says."""
    view = replace(build(everywhere(text)), language=language)
    assert all(finding.name in registry.SHEET_CHECKS for finding in _judge(case, view, Laid(1, (text,))))


@WHOLE
@given(a=st.text(max_size=20), b=st.text(max_size=20), c=st.text(max_size=20))
def test_no_dose_stops_a_check(a: str, b: str, c: str, case: SheetCase) -> None:
    """Figures of any form, such as a practice's own words, are judged or let be."""
    first, *rest = case.source.given
    item = replace(first.item, hold=a, reps=b, sets=c, often=a, days=(b, c))
    source = replace(case.source, given=(replace(first, item=item), *rest))
    fresh = SheetCase(case.view, source, (case.practice, case.library), hard_words)
    assert all(finding.help for check in registry.sheet_checks(fresh) for finding in check(fresh))
