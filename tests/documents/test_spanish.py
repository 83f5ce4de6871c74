"""Spanish documents: dates, doses and names in words of the language, and no English of ours left between them."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st
from spanish import ENGLISH, english

from massageplan.clinical.places import atlas
from massageplan.clinical.professions import NAMES
from massageplan.documents import dates, dose, grid, moments, plain_figures, plain_names, plain_places, plain_things
from massageplan.documents.agreement import AgreementInput
from massageplan.documents.agreement import build as build_agreement
from massageplan.documents.handout import build
from massageplan.documents.reading import inflesz
from massageplan.documents.render import render
from massageplan.documents.words import words
from massageplan.library.catalogue import Library
from massageplan.schema.gate import Schemas
from massageplan.store import resources
from massageplan.store.resources import BuiltIn

from . import catalogues
from .conftest import TEMPLATES, given, shipped

SPANISH = words("es", resources.catalogue)
LIBRARY = Library(Schemas(resources.schema), BuiltIn())
PARTS = json.loads((TEMPLATES.parent / "schemas" / "parts.schema.json").read_text(encoding="utf-8"))["$defs"]


def test_the_list_of_english_words_finds_some() -> None:
    """The net has no hole: an English row is caught, a Spanish one is not."""
    assert english("10 times each side") == {"times", "each", "side"}
    assert english("10 veces de cada lado") == set()
    assert len(ENGLISH) > 400


def test_days_are_in_the_order_of_the_language() -> None:
    """Day, month, year; the head of a column; a day that is due."""
    assert dates.long(date(2026, 7, 7), SPANISH) == "7 de julio de 2026"
    assert grid.heads(date(2026, 11, 24), 3, SPANISH) == ("mar 24", "mié 25", "jue 26")
    assert grid.heads(None, 2, SPANISH) == ("Día 1", "Día 2")
    assert moments.by("2026-07-07", SPANISH) == "para el 7 de julio de 2026"


@pytest.mark.parametrize(
    ("moment", "bare", "by"),
    [
        ("visit 4", "visita 4", "para la visita 4"),
        ("week 6", "semana 6", "para la semana 6"),
        ("day 28", "día 28", "para el día 28"),
        ("visit 3-4", "visita 3 a 4", "para la visita 3 a 4"),
        ("month 2", "mes 2", "para el mes 2"),
        ("2026-07", "julio de 2026", "para julio de 2026"),
        ("before visit 7", "antes de la visita 7", "para antes de la visita 7"),
        ("2 weeks after start", "2 semanas después del inicio", "para 2 semanas después del inicio"),
        ("about visit 4", "visita 4, más o menos", "para la visita 4, más o menos"),
        ("end", "el final", "para el final"),
        ("after phase one", "después de phase one", "para después de phase one"),
        ("soon", "soon", "para soon"),
    ],
)
def test_moments(moment: str, bare: str, by: str) -> None:
    """Visits, weeks and days with their article where a sentence wants it; what is not known stays."""
    assert (moments.spoken(moment, SPANISH), moments.by(moment, SPANISH)) == (bare, by)


def _said(**item: Any) -> list[str]:
    return [f"{row.number} {row.words}".strip() for row in dose.rows(item, SPANISH)]


def test_a_dose_reads_as_spanish() -> None:
    """Number and case as they should be; one is not many."""
    assert _said(reps="8-10", each="side", sets="2", hold="5 s", rest="30 s", often="2/day 3/week") == [
        "8 a 10 repeticiones de cada lado",
        "2 series",
        "5 segundos cada una",
        "30 segundos de descanso",
        "2 veces al día",
        "3 días a la semana",
    ]
    assert _said(reps="2", often="1/day")[1:] == ["1 vez al día"]
    assert _said(hold="about 45 s", often="every 2-3 h", days=["mon", "work days"]) == [
        "cerca de 45 segundos sin moverte",
        "cada 2 a 3 horas",
        "lun, días de trabajo",
    ]


def _written(kind: str) -> st.SearchStrategy[str]:
    """What the schema takes for a kind of text, with numbers of a length that somebody writes."""
    made = st.from_regex(re.compile(PARTS[kind]["pattern"], re.ASCII), fullmatch=True)
    return made.filter(lambda text: not re.search("[0-9]{9}", text))


RATES, DURATIONS, COUNTS = _written("rate"), _written("duration"), _written("count")
DOSES = st.fixed_dictionaries(
    {},
    optional={
        "reps": COUNTS,
        "sets": COUNTS,
        "hold": DURATIONS,
        "rest": DURATIONS,
        "length": DURATIONS,
        "often": RATES,
        "each": st.sampled_from(PARTS["each"]["enum"]),
        "days": st.lists(st.sampled_from(PARTS["dayName"]["enum"]), min_size=1, max_size=7),
    },
)


@for_any(DOSES)
def test_no_dose_has_an_english_word(item: dict[str, Any]) -> None:
    """Whatever the schema of homework lets a therapist write."""
    assert english(" ".join(_said(**item))) == set()


@for_any(RATES, DURATIONS, COUNTS)
def test_no_sentence_of_visits_has_an_english_word(often: str, length: str, planned: str) -> None:
    """How many, how often, how long, as the schema of a plan lets them be."""
    said = plain_figures.visits({"planned": planned, "often": often, "length": length, "over": length}, SPANISH)
    assert english(said) == set()


@for_any(
    st.sampled_from(["", "about "]),
    st.sampled_from(["", "before ", "after ", "3 weeks before ", "about 2 days after "]),
    st.sampled_from(["visit", "day", "week", "month", "year"]),
    st.integers(1, 99),
)
def test_no_moment_has_an_english_word(about: str, frame: str, unit: str, n: int) -> None:
    """Bare and as a time by which something is due."""
    text = f"{about}{frame}{unit} {n}"
    assert english(f"{moments.spoken(text, SPANISH)} {moments.by(text, SPANISH)}") == set()


def test_everything_an_exercise_needs_has_its_words() -> None:
    """The things of the built-in library; a new one wants its words here."""
    needed = {str(each) for id in LIBRARY.ids("exercise") for each in _equipment(id)}
    assert sorted(name for name in needed if plain_things.thing(name, SPANISH) is None) == []
    assert english(plain_things.things(sorted(needed), SPANISH)) == set()
    assert plain_things.things(["mat", "my own gadget"], SPANISH) == "colchoneta, my own gadget"


def _equipment(id: str) -> list[Any]:
    item = LIBRARY.item("exercise", id)
    return list((item.data.get("equipment") if item else None) or ())


def test_every_technique_and_every_place_has_its_words() -> None:
    """A muscle that has none is called by its region."""
    assert [id for id in LIBRARY.ids("technique") if plain_names.technique(id, SPANISH) is None] == []
    for id, regions in atlas(LIBRARY).regions.items():
        name = plain_places.place(id, SPANISH) or plain_places.region(regions[0], SPANISH)
        assert name, id
        assert english(name) == set(), id


def test_places_have_a_side_without_a_gender() -> None:
    """Left and right, both and centre, with what stands in brackets as written."""
    said = [plain_places.spoken(text, SPANISH) for text in ("right gluteal", "both shoulder", "left knee (inside)")]
    assert said == ["nalga del lado derecho", "hombro de ambos lados", "rodilla del lado izquierdo (inside)"]
    assert plain_places.spoken("l4-l5", SPANISH) == "l4 l5"


@pytest.mark.parametrize("profession", sorted(NAMES))
def test_professions(profession: str) -> None:
    """Whomever a plan may refer to."""
    assert english(plain_names.profession(profession, SPANISH)) == set()


def test_the_pain_rule_in_the_reader_s_language() -> None:
    """One by language; a region has that of the whole; else as it is written."""
    rule = {"en": "0-3 go on. 4 or more, stop.", "es": "0 a 3 sigue. 4 o más, detente."}
    view = build(given(pain_rule=rule), words("es-MX", resources.catalogue))
    assert [(step.label, step.words) for step in view.pain_rule] == [("0 a 3", "Sigue."), ("4 o más", "Detente.")]
    assert build(given(pain_rule={"en": "0-3 go on."}), SPANISH).pain_rule[0].words == "Go on."
    assert build(given(pain_rule=rule)).pain_rule[1].label == "4 or more"


def test_a_page_says_its_language_and_that_it_is_not_checked() -> None:
    """For screen readers; the tag of a region is kept."""
    mexican = words("es-MX", resources.catalogue)
    page = render(build(given(), mexican), shipped, words=mexican)
    assert '<html lang="es-MX">' in page
    assert "textos aún sin revisar por personal de salud" in page
    agreement = render(
        build_agreement(AgreementInput(practice=given().practice), SPANISH), shipped, "md",
        "agreement/agreement.md.j2", SPANISH,
    )  # fmt: skip
    assert "textos aún sin revisar por personal de salud" in agreement
    assert english(agreement.replace("massageplan", "").replace("Riverside", "")) == set()


def test_our_words_are_easy_to_read() -> None:
    """By our estimate, all the messages one a line: very easy begins at 80."""
    lines = [form for message in catalogues.read("es") if message.id for form in catalogues.forms(message.string)]
    sentences = [line for line in lines if line.endswith((".", "?", "!"))]
    assert inflesz("\n".join(sentences)) >= 80
