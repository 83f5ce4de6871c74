"""The paper forms: what they ask, in whose words, and what never stands on them."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import Any, Literal

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from massageplan.documents import form_screening
from massageplan.documents.form_view import Earlier, Known, Sign, Step
from massageplan.documents.forms import FORMS, FormInput, intake, reassessment
from massageplan.documents.render import render
from massageplan.documents.view import PracticeCard
from massageplan.documents.words import Words

from .conftest import TEMPLATES, shipped

NAMES = tuple(FORMS)


def entry(kind: str, action: str, name: str, question: str = "", area: str = "general") -> dict[str, Any]:
    """A screening entry with what a form looks at."""
    words = {"name": name, **({"question": question} if question else {})}
    return {"en": words, "kind": kind, "action": action, "area": area}


SCREENING = {
    "blister": entry("contraindication", "local-avoid", "Blisters", "Any blisters?", "skin"),
    "clot": entry("red-flag", "emergency", "Hot calf", "Is one calf hot?"),
    "fever": entry("contraindication", "refer-before-treating", "Fever", "Do you have a fever?"),
    "frail": entry("precaution", "modify-technique", "Thin bones", "Are your bones thin?"),
    "worry": entry("yellow-flag", "proceed-with-care", "Worry", "Do you worry?"),
    "wild": entry("precaution", "modify-technique", "Wild card", "?", "elsewhere"),
}
REGION = {"en": {"name": "Lower leg"}, "screening": ["fever", "frail", "clot", "gone"]}
PEG = {
    "kind": "questionnaire",
    "items": {"min": "0", "max": "10"},
    "licence": {"ship-item-text": "true"},
    "en": {
        "name": "Three questions",
        "instruction": "Think of last week.",
        "items": ["How bad?", "How sad?"],
        "ends": [{"least": "fine", "most": "awful"}],
        "credit": "Made by somebody.",
    },
}
TICKED = {**PEG, "items": {"min": "0", "max": "1"}, "en": {"name": "Sentences", "items": ["I sit.", "I lie."]}}
CLOSED = {**PEG, "licence": {"ship-item-text": "false"}, "en": {"name": "Closed", "items": ["Never shown."]}}
DIARY = {"kind": "diary", "en": {"name": "Headache days"}}


def given(**changes: Any) -> FormInput:
    """What is known of one client, some of it changed."""
    usual: dict[str, Any] = {
        "practice": PracticeCard(name="Riverside", therapist="Ana Rivera, RMT"),
        "who": Known(name="Jo Doe", born="1988-05-04"),
        "code": "jd-7k2m",
        "region": "lower-leg",
        "region_entry": REGION,
        "screening": SCREENING,
        "symptoms": ({"where": "right lumbar", "now": "6.25", "worst": "8.75", "wakes": "11/night"},),
        "activities": ("Lift my daughter",),
        "goals": ("Sleep through",),
        "instruments": (PEG, CLOSED, DIARY),
        "homework": ("Bridge",),
        "earlier": (Earlier("Lumbar flexion", "42"), Earlier("Hip flexion", "left 112, right 110")),
    }
    return FormInput(**{**usual, **changes})


def shown(form: str, to: Literal["html", "md"] = "md", **changes: Any) -> str:
    """A finished form."""
    return render(FORMS[form](given(**changes)), shipped, to, f"forms/{form}.md.j2")


def test_signs_are_asked_in_the_words_and_with_the_numbers_of_the_prompt() -> None:
    """The region's list in its order; an id the library does not have is no question, and takes no number."""
    view = intake(given())
    assert view.signs == (
        Sign(1, "Do you have a fever?"),
        Sign(2, "Are your bones thin?"),
        Sign(3, "Is one calf hot?"),
    )
    assert "| **3** Is one calf hot? | ☐ | ☐ | ☐ |" in shown("intake")


def test_health_is_asked_by_name_and_nothing_twice() -> None:
    """What forbids or asks for care, body part by body part; no red flag, no worry, nothing that was asked above."""
    assert [sign.words for column in intake(given()).health for sign in column] == ["Blisters", "Wild card"]


def test_a_reassessment_asks_only_the_emergencies_again() -> None:
    """The page has room for few, and these cannot wait; each keeps its number."""
    assert reassessment(given()).signs == (Sign(3, "Is one calf hot?"),)


def test_without_a_question_the_name_is_asked() -> None:
    """An entry of a practice's own may lack one."""
    assert form_screening.signs({"x": {"en": {"name": "Gout"}}}, ["x"], "en") == (Sign(1, "Gout"),)


@for_any(st.lists(st.text(max_size=60)), st.integers(1, 4))
def test_columns_keep_all_in_order(names: list[str], most: int) -> None:
    """Nothing is lost, no column is empty, there are not too many."""
    signs = [Sign(n, name) for n, name in enumerate(names, 1)]
    columns = form_screening.columns(signs, most, form_screening.name_lines)
    assert [sign for column in columns for sign in column] == signs
    assert all(columns)
    assert len(columns) <= most


@pytest.mark.parametrize(("form", "most"), [("intake", 10), ("consent", 8), ("reassessment", 7)])
def test_boxes_are_numbered_without_a_gap(form: str, most: int) -> None:
    """A sheet is read from 1 on, and the strip at its foot names these numbers."""
    for changes in ({}, {"earlier": (), "activities": (), "homework": (), "symptoms": (), "goals": ()}):
        page = shown(form, "html", **changes)
        numbers = re.findall(r'class="disc">([0-9]+)<', page)
        assert list(map(int, numbers)) == list(range(1, most + 1))
    boxes = " ".join(step.boxes for step in FORMS[form](given()).enter)
    assert max(map(int, re.findall("[0-9]+", boxes))) == most


def test_the_strip_names_the_commands_with_this_client() -> None:
    """A new person is made first; a known one is not; the region goes along with what is asked by region."""
    assert intake(given()).enter == (
        Step("9–10", "mplan history jd-7k2m", "-1 -2"),
        Step("2–8", "mplan assess jd-7k2m --region lower-leg"),
    )
    blank = intake(given(code=None, region="general")).enter
    assert [step.command for step in blank] == ["mplan new-client", "mplan history CLIENT", "mplan assess CLIENT"]


def test_what_is_known_stands_there_and_the_rest_is_a_line() -> None:
    """Name and birth date in words; the phone is not known."""
    text = shown("intake")
    assert "Name **Jo Doe** Born **4 May 1988**" in text
    assert "Phone ____" in text
    assert "Name ____ ____ Born ____" in shown("intake", who=Known(), code=None)


def test_no_rating_of_the_last_time_leads_the_client() -> None:
    """Places, activities and goals in the client's words; of the figures only those the therapist took."""
    view = reassessment(given())
    assert view.ratings == ("Right low back: now", "Right low back: at its worst")
    assert view.counts == ("Right low back: how often it wakes me", "Headache days")
    text = shown("reassessment")
    assert not re.search("6.25|8.75|11/night", text)
    assert "| Lift my daughter | ☐ |" in text
    assert "| Lumbar flexion | 42 | ____ |" in text[text.index("The therapist measures again") :]


def test_symptoms_are_called_as_a_client_would() -> None:
    """Pain by its place, others by what they are; without a figure they are asked for now and worst."""
    view = reassessment(
        given(symptoms=({"what": "tingling", "where": ["left calf"]}, {"what": "headache", "now": "1"}))
    )
    assert view.ratings == (
        "Tingling, left calf: now",
        "Tingling, left calf: at its worst",
        "Headache: now",
    )


def test_another_scale_is_a_number_to_write() -> None:
    """Boxes from 0 to 10 would be wrong for a line of 100 millimetres."""
    view = reassessment(given(symptoms=({"now": "40", "scale": "vas"},), instruments=()))
    assert (view.ratings, view.counts) == ((), ("Pain: now",))


def test_only_free_texts_are_printed() -> None:
    """Ends and credit go with them; others are named, and come on their own paper."""
    view = reassessment(given())
    (sheet,) = view.sheets
    assert [(q.words, q.ends) for q in sheet.items] == [
        ("How bad?", "0 = fine, 10 = awful"),
        ("How sad?", "0 = fine, 10 = awful"),
    ]
    assert view.hand == ("Closed",)
    text = shown("reassessment")
    assert "Never shown." not in text
    assert "☐ Closed" in text
    assert "Made by somebody." in text


def test_sentences_to_tick_have_one_box_each() -> None:
    """A yes and a no beside them would change the questionnaire."""
    text = shown("reassessment", instruments=(TICKED,))
    assert "- ☐ I sit.\n- ☐ I lie.\n" in text


def test_a_consent_names_who_may_be_told_and_who_decides() -> None:
    """The guardian signs for a child, who is asked as well; nobody is ticked beforehand."""
    who = Known(name="Jo Doe", guardian="Rosa Lind", relation="mother")
    text = shown("consent", who=who, minor=True, team=("Dr Singh",))
    assert "| Dr Singh | ☐ | ☐ | ☐ | ____ | ☐ |" in text
    assert "☐ For me: **Rosa Lind** (mother)" in text
    assert "The child was asked, too:" in text
    assert "Rosa Lind · Date ____" in text
    assert "The child was asked" not in shown("consent")
    assert "Massage and exercises for: Right low back |" in text


@pytest.mark.parametrize("area", ["Buttocks", "Upper inner thigh", "Chest wall", "Breast"])
def test_each_sensitive_place_has_its_own_answer(area: str) -> None:
    """Yes, through the sheet, no, and a place for initials."""
    assert f"| {area} | ☐ | ☐ | ☐ | ____ |" in shown("consent")


@pytest.mark.parametrize("form", NAMES)
def test_no_word_promises_or_names_an_illness_of_ours(form: str) -> None:
    """Words this software never says."""
    assert not re.search("promise|guarantee|cure|diagnos", shown(form).casefold())


@pytest.mark.parametrize("form", NAMES)
def test_our_own_words_are_short(form: str) -> None:
    """The words of the templates: four syllables are too many, but for the names of things one knows."""
    names = [TEMPLATES / "forms" / f"{form}.md.j2", *sorted((TEMPLATES / "forms" / "parts").glob("*.j2"))]
    own = " ".join(" ".join(re.findall(r'_\("([^"]*)"', path.read_text(encoding="utf-8"))) for path in names)
    long = {word for word in re.findall("[a-z]+", own.casefold()) if len(re.findall("[aeiouy]+", word)) > 3}
    known = {"emergency", "exercises", "interpreter", "medicine", "medicines", "operation", "operations"}
    assert long - known <= {"reassessment", "massageplan"}  # the last two stand in the foot


def test_drawings_lie_inside_the_page() -> None:
    """Front and back as data, with words for who cannot see them; a practice's own drawing wins."""
    page = shown("intake", "html")
    alts = re.findall(r'<img alt="([^"]+)" src="data:image/svg\+xml;base64,[A-Za-z0-9+/=]+">', page)
    assert alts == ["Outline of a body from the front", "Outline of a body from behind"]
    own = {"forms/body-back.svg": "<svg>own</svg>"}
    theirs = render(intake(given()), lambda name: own.get(name, shipped(name)), "html", "forms/intake.md.j2")
    assert b64encode(own["forms/body-back.svg"].encode()).decode() in theirs
    assert theirs.count("base64,") == page.count("base64,")
    assert len(theirs) < len(page)
    assert "(Outline of a body from behind)" in shown("intake")


def test_large_letters_bring_their_own_style() -> None:
    """Eighteen points, and no page number, as there are more than two pages."""
    large = shown("intake", "html", large=True)
    assert "font-size: 18pt" in large
    assert "page 1 of 2" not in large
    assert "font-size: 18pt" not in shown("intake", "html")


def test_words_follow_the_language() -> None:
    """An entry's block in the reader's language where there is one."""
    spanish = {"clot": {**SCREENING["clot"], "es": {"question": "¿Caliente?"}}}
    assert intake(given(screening=spanish), Words("es")).signs == (Sign(1, "¿Caliente?"),)
