"""The page that client and therapist sign: what stands on it, what does not, how hard it is, and its one page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from massageplan.documents.agreement import AgreementInput, Doing, GoalInput, Moved, Refused, Spot, build
from massageplan.documents.form_view import Known
from massageplan.documents.plain_figures import figure, short_dose, visits
from massageplan.documents.plain_names import technique
from massageplan.documents.reading import grade, syllables
from massageplan.documents.render import render
from massageplan.documents.view import PracticeCard
from massageplan.documents.words import ENGLISH
from massageplan.workflows.agreement import Asked, make_agreement
from massageplan.workflows.load import open_practice

from .conftest import TEMPLATES, shipped
from .test_browser import RIVERSIDE, browse

LONG = "María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha"
EXERCISES = {
    "squeeze": {"en": {"name": "Shoulder blade squeeze, lying face down"}},
    "push": {"en": {"name": "Wall push-up with arms at shoulder height"}},
    "stand": {"en": {"name": "Single-leg sit to stand from a chair"}},
}
WHY = (
    "A muscle on the right of your low back was strained and stayed tight. Tight and sore is not the same as damaged. "
    "Your hip is weaker on that side, so your back does the lifting. Warm it, move it a little often, and let your "
    "legs lift. Long sitting keeps it still, and your hips have had little to do."
)


def full(**changes: Any) -> AgreementInput:
    """A plan with as much as one may hold, and with long names."""
    usual: dict[str, Any] = {
        "practice": PracticeCard(
            name="Centro de Masaje Terapéutico Nuestra Señora de la Esperanza",
            therapist="María del Carmen Fernández-Villaverde Gutiérrez, RMT",
            phone="+34 915 550 134",
        ),
        "who": Known(name=LONG),
        "day": "2026-09-23",
        "goals": (
            GoalInput(
                words="Lift my little granddaughter out of her cot without my back catching",
                now="4", aim="8", by="visit 8", most=10, can=True,
            ),
            GoalInput(words="Sleep through the night and turn over in bed", now="3/night", aim="at most 1/night"),
            GoalInput(words="Less pain in my back at night", now="6", aim="at most 3", most=10, scale="pain"),
            GoalInput(words="Stand a whole morning at the market stall", now="40 min", aim="180 min", by="2026-11-23"),
        ),
        "moved": Moved(goal="Sleep through the night and turn over in bed", start="3/night", to="1/night"),
        "changed": "No clear change in lifting by visit 4, and a new tingle in the right calf.",
        "hurts": (Spot(id="lumbar", side="right"), Spot(id="gluteal", side="left"), Spot(id="upper-trapezius")),
        "why": WHY,
        "does": (
            Doing(id="myofascial-release", name="x", spots=(Spot(id="thoracolumbar-fascia"),)),
            Doing(id="trigger-point-compression", name="x", spots=(
                Spot(id="quadratus-lumborum", side="right", region="Low back"), Spot(id="upper-trapezius"))),
            Doing(id="petrissage", name="x", spots=(Spot(id="gluteus-medius"), Spot(id="hamstrings", side="right"))),
            Doing(id="hot-therapy", name="x", spots=(Spot(id="lumbar"),)),
        ),
        "visits": ({"planned": "4", "often": "2/week", "length": "45 min"}, {"planned": "4", "often": "weekly"}),
        "homework": (
            {"do": "squeeze", "sets": "2", "reps": "8-10", "hold": "5-10 s", "often": "2/day", "each": "side"},
            {"do": "push", "sets": "3", "reps": "10-12", "rest": "30 s", "often": "3/week", "days": ["mon", "wed"]},
            {"do": "stand", "reps": "10", "each": "side", "hold": "3 s", "often": "2/day"},
        ),
        "exercises": EXERCISES,
        "helpers": (("Dr. José Ignacio Fernández-Montesinos", "gp"), (None, "physiotherapist")),
        "expect": {"by": "visit 4", "words": "you lift the child with less fear"},
        "declined": (Refused(what="swimming", why="too far"), Refused(what="x", exercise="stand")),
        "record": "2026-09-23-plan",
    }  # fmt: skip
    return AgreementInput(**{**usual, **changes})


def printed(given: AgreementInput, to: Any = "md") -> str:
    """The page."""
    return render(build(given), shipped, to, "agreement/agreement.md.j2")


def test_what_stands_on_it_in_its_order() -> None:
    """From the goals to the signatures, each in plain words."""
    text = printed(full())
    wanted = [
        f"**{LONG}** · 23 September 2026",
        "We changed our plan on 23 September 2026: No clear change in lifting",
        "without my back catching”** | 4 of 10 | 8 of 10 | visit 8 |",
        "| 3 a night | 1 a night or less | – |",
        "| pain: 6 of 10 | pain: 3 of 10 or less | – |",
        "| 40 minutes | 180 minutes | 23 November 2026 |",
        "10 is as before. Pain: 0 is none",
        "Where I feel it: **Right low back, left buttock, neck and shoulder**",
        WHY,
        "First: **4 visits, twice a week, 45 minutes each.**",
        "Then: **4 visits, once a week.**",
        "- Steady pressure on sore spots: right low back, neck and shoulder",
        "- Kneading: buttock, right back of the thigh",
        "**: 8 to 10 times each side, 2 rounds, 5 to 10 seconds each, 2 times a day",
        "**Who else helps:** Dr. José Ignacio Fernández-Montesinos (family doctor), Physiotherapist",
        "**We expect a difference you can feel by visit 4: from 3 a night to 1 a night in “Sleep through the "
        "night and turn over in bed”. If not, we change the plan.** You lift the child",
        "- say no to any part",
        "- Swimming: too far",
        "- Single-leg sit to stand from a chair",
        "| I tick one | ☐ |",
        f"{LONG} · Date ____",
        "María del Carmen Fernández-Villaverde Gutiérrez, RMT · Date ____",
    ]
    places = [text.find(each) for each in wanted]
    assert [each for each, place in zip(wanted, places, strict=True) if place < 0] == []
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (GoalInput(words="Lift", most=10, can=True), ["0 means: I can’t do it. 10 means: I can do it as before."]),
        (GoalInput(words="Less pain", most=10, scale="pain"), ["Pain: 0 is none, 10 is the worst."]),
        (GoalInput(words="Walk", now="20 min"), []),
        (GoalInput(words="Back", now="11", most=24), []),
    ],
)  # fmt: skip
def test_only_an_activity_is_said_to_be_done_as_before(goal: GoalInput, said: list[str]) -> None:
    """Five of ten is one thing for pain and another for what somebody wants to do again."""
    assert list(build(full(goals=(goal,))).scales) == said


def test_a_goal_without_a_day_leaves_no_cell_to_fill() -> None:
    """No column where none has one; where there are no goals, all four stand there to be written into."""
    text = printed(full(goals=(GoalInput(words="Lift", now="4", aim="7", most=10, can=True),)))
    assert "| My goals, in my words | Now | We aim for |\n" in text
    assert "| **“Lift”** | 4 of 10 | 7 of 10 |\n" in text
    assert "| ____ | ____ | ____ | ____ |" in printed(full(goals=()))


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("No clear change by visit 4", "We changed our plan on 23 September 2026: No clear change by visit 4."),
        ("she does none of her homework", "We changed our plan on 23 September 2026."),
        ("Neurological examination inconclusive", "We changed our plan on 23 September 2026."),
        ("no change " * 20, "We changed our plan on 23 September 2026."),
        (None, None),
    ],
)
def test_why_a_plan_was_changed(why: str | None, said: str | None) -> None:
    """As the therapist wrote it, where it is short and plain and not about the client as a third person."""
    assert build(full(changed=why)).changed == said


def test_a_plan_the_client_declined_says_so() -> None:
    """With the day."""
    assert "**I said no to this plan on 24 September 2026.**" in printed(full(refused="2026-09-24"))


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (Moved(goal="Lift", start="4", to="7", most=10), "by visit 4: from 4 to 7 of 10 in “Lift”."),
        (Moved(goal="Lift", to="7", most=10), "by visit 4: to 7 of 10 in “Lift”."),
        (Moved(goal="Back", start="11/24", to="6/24", most=24), "from 11 of 24 to 6 of 24 in “Back”."),
        (Moved(goal="Bend", start="40 deg", to="50 deg"), "from 40 degrees to 50 degrees in “Bend”."),
    ],
)
def test_what_a_difference_is_in_figures(moved: Moved, said: str) -> None:
    """In the scale of its goal."""
    assert said in (build(full(moved=moved)).expect or "")


def test_a_plan_that_says_little_leaves_lines_to_write_on() -> None:
    """No goals, no visits, no homework, no name; and the one who decides for a child signs."""
    text = printed(AgreementInput(practice=PracticeCard(name="Riverside"), confidence="7/10"))
    for each in (
        "Name ____ ____ Date ____",
        "| ____ | ____ |",
        "how long: ____",
        "Nothing for now.",
        "**7 out of 10**",
    ):
        assert each in text
    assert "Who else helps" not in text
    assert "Rosa Doe · Date" in printed(full(who=Known(name="Mia Doe", guardian="Rosa Doe")))


def test_grade_six_or_below() -> None:
    """By our estimate: the whole page, and its whole sentences alone, for the fullest plan and for each example."""
    pages = [printed(full())]
    house = open_practice(RIVERSIDE)
    for client, month in (("jane", 9), ("marek", 7), ("bell", 7), ("priya", 9)):
        pages.append(make_agreement(house, Asked(client, date(2026, month, 20))).text("md"))
    for page in pages:
        assert grade(page) <= 6
        lines = [re.sub(r"[*|#]", "", line) for line in page.splitlines()]
        assert grade("\n".join(line for line in lines if line.endswith((".", "?", "!")))) <= 6


def test_each_technique_of_the_library_has_words_a_client_knows() -> None:
    """Short, and no word of more than three syllables."""
    ids = [path.stem for path in (TEMPLATES.parent / "massageplan" / "library" / "techniques").glob("*.yaml")]
    assert ids
    for id in ids:
        words = technique(id, ENGLISH)
        assert words is not None, id
        assert len(words) < 40
        assert max(map(syllables, re.findall(r"\w+", words))) <= 3, id


def test_a_technique_of_the_practice_keeps_its_own_name() -> None:
    """Also where the built-in library has one of the same id."""
    text = printed(full(does=(Doing(id="petrissage", name="River rolling", own=True), Doing(id="zork", name="Zork"))))
    assert "- River rolling\n" in text
    assert "- Zork\n" in text


@pytest.mark.parametrize(
    ("written", "most", "said"),
    [
        ("4", 10, "4 of 10"), ("12", None, "12"), ("at most 6", 24, "6 of 24 or less"), ("11/24", None, "11 of 24"),
        ("at least 60 deg", None, "60 degrees or more"), ("about 30 min", None, "about 30 minutes"),
        ("under 2/week", None, "less than 2 a week"), ("over 5 km", None, "more than 5 km"),
        ("1/visit", None, "1 a visit"),
        ("4/10", 10, "4 of 10"), ("as before", 10, "as before"), ("", 10, None), (None, None, None),
    ],
)  # fmt: skip
def test_figures_in_words(written: str | None, most: int | None, said: str | None) -> None:
    """What is not understood stays as it was written."""
    assert figure(written, most, ENGLISH) == said


def test_visits_and_doses_in_a_line() -> None:
    """Only what is known."""
    assert visits({"planned": "at most 6"}, ENGLISH) == "Up to 6 visits."
    assert visits({"planned": "1"}, ENGLISH) == "1 visit."
    assert visits({"planned": "8", "often": "weekly"}, ENGLISH, more=True) == "8 more visits, once a week."
    assert visits({"over": "28 days", "length": "2 h"}, ENGLISH) == "2 hours each, over 28 days."
    assert visits({"often": "every 10 days"}, ENGLISH) == "Every 10 days."
    assert visits({}, ENGLISH) == ""
    assert short_dose({"length": "15 min", "often": "daily"}, ENGLISH) == "15 minutes, 7 days a week"


def test_nothing_of_what_is_not_the_clients() -> None:
    """No note, diagnosis, screening answer or reason why something was left out; no word that promises."""
    house = open_practice(RIVERSIDE)
    text = make_agreement(house, Asked("marek", date(2026, 7, 20))).text("md")
    assert not re.search("bruise|tingling|leg raise|positive|sit-ups|sciatic|cauda", text, re.IGNORECASE)
    assert not re.search("promise|guarantee|cure", text, re.IGNORECASE)
    assert "- Swimming" in text  # declined with the whole plan, before its change


@pytest.mark.browser
@pytest.mark.parametrize(("paper", "height"), [("letter", 792), ("a4", 842)])
def test_it_is_one_page(paper: Any, height: int, tmp_path: Path) -> None:
    """With three goals, three lines of homework, two helpers and long names, on either paper."""
    page = tmp_path / "agreement.html"
    page.write_text(printed(full(paper=paper), "html"), encoding="utf-8")
    browse(page, f"--print-to-pdf={tmp_path / 'agreement.pdf'}")
    pdf = (tmp_path / "agreement.pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([0-9.]+)\s+([0-9.]+)", pdf)
    assert box
    assert abs(float(box[2]) - height) < 2
