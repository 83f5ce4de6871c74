"""What a client has agreed to on a day, and which places are sensitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massageplan.clinical.consent import RELEASE, Consents, standing
from massageplan.clinical.consented import held
from massageplan.clinical.course import courses
from massageplan.clinical.sensitive import AREAS, sensitive, treated_places
from massageplan.records.parts import Use

from .conftest import entry, folder
from .test_screening import BUILT_IN

if TYPE_CHECKING:
    from massageplan.records.folder import Entry


def told(*records: tuple[str, str], day: str | None = "2026-09-30", visit: int | None = None) -> Consents:
    """What holds by consents of (day, text)."""
    made = [entry(f"{stem}-consent", text) for stem, text in records]
    return standing(made, BUILT_IN, day, visit)


GIVEN = ("2026-09-01", "gives: [treatment, {for: sensitive-area, areas: gluteal}, {for: release, to: okafor}]")


def test_what_was_never_told_is_neither_given_nor_refused() -> None:
    """A yes to treatment is none to photos."""
    consents = told(GIVEN)
    assert (consents.on("treatment").state, consents.on("photos").state) == ("given", "never told")
    assert told().on("treatment").said is None


def test_the_answer_names_the_words_that_decide_it() -> None:
    """A reader is sent to the line."""
    said = told(GIVEN).on(RELEASE, "okafor").said
    assert said is not None
    assert (said.entry.stem, said.path, said.span.line) == ("2026-09-01-consent", ("gives", 2), 2)


def test_later_records_win_and_those_after_the_day_do_not_count() -> None:
    """Refused in March, given in May."""
    records = (("2026-03-01", "refuses: [photos]"), ("2026-05-01", "gives: [photos]"))
    assert told(*records, day="2026-04-30").on("photos").state == "refused"
    assert told(*records, day="2026-05-01").on("photos").state == "given"


def test_in_one_record_a_no_counts_after_a_yes() -> None:
    """Who gives and refuses the same has not agreed."""
    assert told(("2026-03-01", "gives: [photos]\nrefuses: [photos]")).on("photos").state == "refused"


def test_taking_back_one_release_leaves_the_others() -> None:
    """Okafor may be told no more, Singh may."""
    consents = told(
        ("2026-09-01", "gives: [{for: release, to: okafor}, {for: release, to: singh}]"),
        ("2026-09-02", "withdraws: [{for: release, to: okafor}]"),
    )
    states = [consents.on(RELEASE, who).state for who in ("okafor", "singh", "hall", None)]
    assert states == ["withdrawn", "given", "never told", "never told"]


@pytest.mark.parametrize(
    ("place", "side", "state"),
    [
        ("gluteus-medius", "right", "withdrawn"),
        ("piriformis", "left", "given"),
        ("gluteal", None, "given"),
        ("gluteal", "both", "withdrawn"),
        ("pectoralis-major", None, "never told"),
    ],
)
def test_taking_back_one_side_leaves_the_other(place: str, side: str | None, state: str) -> None:
    """An area covers the muscles in it; of a place without a side one side is enough, both need both."""
    assert told(GIVEN, ("2026-09-02", f"withdraws: [{AREA_RIGHT}]")).area(place, side).state == state


AREA_RIGHT = "{for: sensitive-area, areas: right gluteal}"


@pytest.mark.parametrize(
    ("areas", "place", "state"),
    [
        ("gluteus-medius", "gluteus-medius", "given"),
        ("gluteus-medius", "piriformis", "never told"),
        ("gluteus-medius", "gluteal", "never told"),
        ("buttocks", "piriformis", "given"),
        ("hip", "piriformis", "given"),
        ("hip", "pelvic-floor", "never told"),
        ("thorax", "pectoralis-minor", "given"),
        ("breast", "pectoralis-major", "given"),
        ("inner-thigh", "hip-adductors", "given"),
        ("left thigh (inner)", "hip-adductors", "given"),
        ("[left gluteal, right gluteal]", "gluteal", "given"),
    ],
)
def test_a_consent_covers_the_place_it_names_or_its_whole_area(areas: str, place: str, state: str) -> None:
    """A muscle covers itself, an area all in it, a larger place the areas in it."""
    assert told(("2026-09-01", f"gives: [{{for: sensitive-area, areas: {areas}}}]")).area(place).state == state


@pytest.mark.parametrize(
    ("limit", "day", "visit", "state"),
    [
        ("until: 2026-09-30", "2026-09-30", None, "given"),
        ("until: 2026-09-30", "2026-10-01", None, "expired"),
        ("until: 2026-09", "2026-09-30", None, "given"),
        ("until: 2026", "2027-01-01", None, "expired"),
        ("until: about 2026-09-30", "2026-10-01", None, "expired"),
        ("until: before 2026-09-30", "2026-09-30", None, "expired"),
        ("until: end", "2030-01-01", None, "given"),
        ("until: visit 4", "2026-10-01", 4, "given"),
        ("until: visit 4", "2026-10-01", 5, "expired"),
        ("until: before visit 4", "2026-10-01", 4, "expired"),
        ("until: visit 4", "2026-10-01", None, "given"),
        ("covers: visit 3", "2026-10-01", 2, "never told"),
        ("covers: visit 3", "2026-10-01", 3, "given"),
        ("covers: visit 3", "2026-10-01", 4, "expired"),
        ("covers: visit 3-5", "2026-10-01", 5, "given"),
        ("covers: after visit 3", "2026-10-01", 3, "never told"),
        ("covers: 2026-09-10 to 2026-09-12", "2026-09-09", None, "never told"),
        ("covers: 2026-09-10 to 2026-09-12", "2026-09-12", None, "given"),
        ("covers: 2026-09-10 to 2026-09-12", "2026-09-13", None, "expired"),
        ("until: 2026-09-30", None, None, "given"),
    ],
)
def test_how_long_a_consent_holds(limit: str, day: str | None, visit: int | None, state: str) -> None:
    """To the end of its last day, month, year or visit; a moment that cannot be placed is taken to hold."""
    record = ("2026-09-01", f"gives: [{{for: treatment, {limit}}}]")
    assert told(record, day=day, visit=visit).on("treatment").state == state


def test_an_older_consent_counts_again_after_one_for_a_single_visit() -> None:
    """What was said for visit 3 does not shorten what holds for the year."""
    records = (("2026-09-01", "gives: [treatment]"), ("2026-09-08", "refuses: [{for: treatment, covers: visit 3}]"))
    assert [told(*records, visit=n).on("treatment").state for n in (2, 3, 4)] == ["given", "refused", "given"]


def test_records_without_a_date_count_in_the_order_of_their_moments() -> None:
    """Given at the start, taken back after visit 3."""
    records = (("after-visit-3", "withdraws: [treatment]"), ("start", "gives: [treatment]"))
    assert told(*records, day=None).on("treatment").state == "withdrawn"


ITEMS = st.sampled_from((
    "treatment", "photos", "{for: release, to: okafor}", "{for: release, to: singh}",
    "{for: sensitive-area, areas: gluteal}", "{for: sensitive-area, areas: right piriformis}",
    "{for: sensitive-area, areas: [chest, left gluteal]}", "{for: treatment, until: 2026-06-30}",
))  # fmt: skip
VERBS = st.sampled_from(("gives", "refuses", "withdraws"))
DAYS = st.dates().map(lambda day: f"2026-{day.month:02}-{min(day.day, 28):02}")
RECORDS = st.dictionaries(DAYS, st.tuples(VERBS, ITEMS), max_size=6)


def states(consents: Consents) -> list[str]:
    """What holds of everything that the items name."""
    areas = [consents.area(place, side).state for place in ("gluteal", "piriformis", "chest") for side in SIDES]
    others = [consents.on(purpose).state for purpose in ("treatment", "photos")]
    return [*areas, *others, *(consents.on(RELEASE, who).state for who in ("okafor", "singh"))]


SIDES = ("left", "right", "both", None)


def made(records: dict[str, tuple[str, str]]) -> list[Entry]:
    """One consent a day."""
    return [entry(f"{day}-consent", f"{verb}: [{item}]") for day, (verb, item) in records.items()]


@given(RECORDS, st.randoms())
def test_the_order_of_records_does_not_matter_beyond_their_dates(records: Any, random: Any) -> None:
    """However a folder lists its files."""
    entries = made(records)
    before = states(standing(entries, BUILT_IN, "2026-12-31"))
    random.shuffle(entries)
    assert states(standing(entries, BUILT_IN, "2026-12-31")) == before


@given(RECORDS, ITEMS)
def test_after_a_withdrawal_what_it_names_is_never_given(records: Any, item: str) -> None:
    """Whatever was given before, and nothing else changes from no to yes."""
    entries = made(records)
    before = states(standing(entries, BUILT_IN, "2026-12-31"))
    plain = item.replace(", until: 2026-06-30", "")
    entries.append(entry("2026-12-31-consent", f"withdraws: [{plain}]"))
    consents = standing(entries, BUILT_IN, "2026-12-31")
    for word in (word for word in consents.words if word.entry is entries[-1]):
        listed = [consents.area(place, side) for side, place in word.areas] or [consents.on(word.purpose, word.to)]
        assert not any(each.is_given for each in listed)
    after = states(consents)
    assert not any(now == "given" and then != "given" for now, then in zip(after, before, strict=True))


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("petrissage right gluteus-medius piriformis 15 min", [("right", "gluteus-medius"), ("right", "piriformis")]),
        ("petrissage left calf right gluteal 5 min", [("right", "gluteal")]),
        ("effleurage both glutes", [("both", "gluteal")]),
        ("massage left thigh 5 min (upper inner part)", [("left", "inner-thigh")]),
        ("massage left inner-thigh", [("left", "inner-thigh")]),
        ("massage left thigh low-back", []),
        ("massage chest-wall", [(None, "chest-wall")]),
        (Use(use="massage", where=("left pecs", "low-back")), [("left", "pectorals")]),
        (Use(use="massage"), []),
    ],
)
def test_sensitive_places_are_read_from_lines_and_maps(use: str | Use, expected: Any) -> None:
    """With the side that stands in front of them, or of the place before them."""
    assert list(treated_places(use, BUILT_IN)) == expected


def test_sensitive_places_are_ids_of_the_library_or_names_of_areas() -> None:
    """So that what is treated can be found among them."""
    from massageplan.clinical.places import atlas

    known = atlas(BUILT_IN).regions
    assert {place for places in AREAS.values() for place in places if place not in known} == {
        "breast", "chest-wall", "inner-thigh", "perineum",
    }  # fmt: skip
    assert (sensitive("gluteus-minimus"), sensitive("calf")) == ("gluteal", None)


def visits(records: dict[str, str]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each visit at which something was done: its name, treatment, areas."""
    whole = folder(records)
    return [
        (visit.entry.stem, visit.treatment.state, [(area.name, area.standing.state) for area in visit.areas])
        for visit in held(whole, courses(whole), BUILT_IN)
    ]


def test_visits_are_held_against_the_consents_of_their_day() -> None:
    """Those where nothing was done, or that did not take place, are not."""
    found = visits({
        "2026-09-01-session": "did: [massage right gluteal]",
        "2026-09-02-session": "did: none",
        "2026-09-03-session": "attended: missed",
        "2026-09-08-consent": GIVEN[1],
        "2026-09-08-session": "did: [massage right gluteal]",
    })  # fmt: skip
    assert found == [
        ("2026-09-01-session", "never told", [("right gluteal", "never told")]),
        ("2026-09-08-session", "given", [("right gluteal", "given")]),
    ]


@pytest.mark.parametrize(
    ("consented", "left"),
    [
        ("right gluteal", []),
        ("gluteal", []),
        ("left gluteal", ["right piriformis"]),
        ("[left gluteal, right gluteal]", []),
        ("chest", ["right piriformis"]),
    ],
)
def test_what_was_agreed_to_again_at_the_visit_counts_there(consented: str, left: list[str]) -> None:
    """On the side that was treated."""
    record = f"did: [massage right piriformis]\nconsented: {consented}"
    ((_, _, areas),) = visits({"2026-09-01-session": record})
    assert [name for name, _ in areas] == left


def test_a_visit_without_a_date_knows_only_what_stands_before_it() -> None:
    """Given at visit 2, it does not hold for visit 1."""
    found = visits({
        "visit-1-session": "did: [massage calf]",
        "visit-2-consent": "gives: [treatment]",
        "visit-2-session": "did: [massage calf]",
    })  # fmt: skip
    assert [state for _, state, _ in found] == ["never told", "given"]


def test_the_number_of_a_visit_is_counted_where_it_is_not_written() -> None:
    """`covers: visit 2` is the second that was kept."""
    found = visits({
        "2026-09-01-consent": "gives: [{for: treatment, covers: visit 2}]",
        "2026-09-01-session": "did: [massage calf]",
        "2026-09-02-session": "attended: missed",
        "2026-09-03-session": "did: [massage calf]",
        "2026-09-04-session": "did: [massage calf]",
    })  # fmt: skip
    assert [state for _, state, _ in found] == ["never told", "given", "expired"]
