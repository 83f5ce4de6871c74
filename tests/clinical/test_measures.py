"""Every figure of a record as one kind of row."""

from __future__ import annotations

import pytest

from massageplan.clinical.measures import Measurement, all_rows, flatten, split_pairs, split_place, with_usual

from .conftest import entry, folder

Row = tuple[str, str | None, str]
DAY = "2026-03-09-session"


def short(rows: list[Measurement]) -> list[Row]:
    """Address, side and text of each row."""
    return [(row.address, row.side, row.value.text) for row in rows]


def of(measures: str, stem: str = DAY, head: str = "") -> list[Measurement]:
    """Rows of a record with this tree."""
    return flatten(entry(stem, f"{head}measures: {measures}\n"))


@pytest.mark.parametrize(
    ("tree", "rows"),
    [
        ("{rom/lumbar-flexion: 40}", [("rom/lumbar-flexion", None, "40")]),
        ("{rom: {lumbar-flexion: 40}}", [("rom/lumbar-flexion", None, "40")]),
        ("{rom: {slr: {left: 75, right: 50}}}", [("rom/slr", "left", "75"), ("rom/slr", "right", "50")]),
        ("{strength/hip: {both: 5/5}}", [("strength/hip", "left", "5/5"), ("strength/hip", "right", "5/5")]),
        ("{grip: {left: [22, 24, not done]}}", [("grip", "left", t) for t in ("22", "24", "not done")]),
        ("{grip: {trials: [22, 24]}}", [("grip", None, "22"), ("grip", None, "24")]),
        ("{pain: }", [("pain", None, "")]),
        ("{rom: {flexion: {value: 38, hurts: 6}}}", [("rom/flexion", None, "38"), ("rom/flexion/hurts", None, "6")]),
        ("{ql: {right: {tone: high, tender: 6}}}", [("ql/tone", "right", "high"), ("ql/tender", "right", "6")]),
        ("{qualeffo: 29, qualeffo/pain: 51}", [("qualeffo", None, "29"), ("qualeffo/pain", None, "51")]),
        ("{odi: {items: [2, 3, 1]}}", [("odi", None, "")]),
        ("{psfs/run: {value: 3, printed: 8, words: Run, share: most}}", [("psfs/run", None, "3")]),
        ("{rom/flexion: {means: within normal}}", [("rom/flexion", None, "")]),
        ("{slr: {side: affected, value: 40}}", [("slr", "affected", "40")]),
        ("[{pain: 3}, {rom: {flexion: 40}}]", [("pain", None, "3"), ("rom/flexion", None, "40")]),
    ],
)  # fmt: skip
def test_rows_of_a_tree(tree: str, rows: list[Row]) -> None:
    """Slashes and nesting are the same; sides, trials and pain during it are rows of their own."""
    assert short(of(tree)) == rows


def test_moments_round_a_visit() -> None:
    """Before, during and after, in minutes or hours, also below a side."""
    rows = of("{rate: {before: 76, after: 69, 20-min-after: 70, 2-h-after: 71}, grip: {left: {before: 3, during: 4}}}")
    assert [(row.at, row.side, row.value.text) for row in rows] == [
        ("before", None, "76"), ("after", None, "69"), ("20 min after", None, "70"), ("2 h after", None, "71"),
        ("before", "left", "3"), ("during", "left", "4"),
    ]  # fmt: skip


FLOW = """\
[
  {method: goniometer, when: 2026-03-01, at: noon, unit: deg, rom: {method: tape, flexion: 40 cm,
    slr: {side: left, value: 50, method: inclinometer, means: positive}}},
  {grip: 30}
]"""


def test_facets_flow_down_and_the_nearest_wins() -> None:
    """From record and block to the leaf; a block's facets end with it."""
    flexion, slr, grip = of(FLOW, "2026-03-09-assessment", "who: supervisor\nhow: phone\n")
    assert dict(flexion.facets) == {"who": "supervisor", "how": "phone", "method": "tape", "unit": "deg"}
    assert (flexion.unit, flexion.when, flexion.at, flexion.means) == ("cm", "2026-03-01", "noon", None)
    assert (slr.facets["method"], slr.unit, slr.side, slr.means) == ("inclinometer", "deg", "left", "positive")
    assert dict(grip.facets) == {"who": "supervisor", "how": "phone"}
    assert (grip.when, grip.at, grip.unit) == ("2026-03-09", None, None)


def test_each_row_knows_its_place() -> None:
    """File, line and column of the figure."""
    (row,) = flatten(entry(DAY, "measures:\n  rom:\n    slr: {left: 75}\n"))
    assert str(row.origin) == f"{DAY}.yaml:4:17"


def test_pairs_become_two_rows() -> None:
    """Before and after, each with its own unit where it has one."""
    before, after = split_pairs(of("{rom: {unit: deg, flexion: 6 -> 40 %}}"))
    assert (before.value.text, before.at, before.unit) == ("6", "before", "deg")
    assert (after.value.text, after.at, after.unit) == ("40 %", "after", "%")


SYMPTOMS = """\
symptoms:
  - {where: right lumbar, now: 5, worst: 8, scale: nprs}
  - {where: left calf (outer), id: calf, now: 2}
  - {what: tingling, where: centre neck, now: 1}
"""


def test_symptoms_are_figures_by_name_and_aspect() -> None:
    """The name is the id, or the first place; the side is that of the place."""
    rows = flatten(entry("2026-03-02-assessment", SYMPTOMS))
    assert short(rows) == [
        ("pain/lumbar/now", "right", "5"), ("pain/lumbar/worst", "right", "8"), ("pain/calf/now", "left", "2"),
        ("tingling/neck/now", None, "1"),
    ]  # fmt: skip
    assert rows[0].facets == {"scale": "nprs"}


@pytest.mark.parametrize(
    ("tree", "row"),
    [
        ("{pain: 4}", ("pain/lumbar/now", "right", "4")),
        ("{pain/calf: 1}", ("pain/calf/now", "left", "1")),
        ("{pain: {calf: {worst: 6}}}", ("pain/calf/worst", "left", "6")),
        ("{pain: {left: 4}}", ("pain/lumbar/now", "left", "4")),
        ("{pain/shoulder: 4}", ("pain/shoulder", None, "4")),
        ("{tingling: 0}", ("tingling/neck/now", None, "0")),
        ("{fatigue: 3}", ("fatigue", None, "3")),
    ],
)
def test_a_bare_symptom_is_the_first_listed(tree: str, row: Row) -> None:
    """`pain: 4` is understood by the newest list; what the list does not name stays as written."""
    records = {"2026-03-02-assessment": SYMPTOMS, DAY: f"measures: {tree}\n"}
    assert short(all_rows(folder(records).entries))[-1] == row
    assert short(of("{pain: 4}")) == [("pain", None, "4")]


def test_a_new_list_speaks_for_the_kinds_it_names() -> None:
    """A later list of pains takes the place of the first; its own record is read by it already."""
    records = {
        "2026-03-02-assessment": SYMPTOMS,
        DAY: "symptoms: [{where: left hip}]\nmeasures: {pain: 4, tingling: 1}\n",
        "2026-03-16-session": "measures: {pain: 3, pain/calf: 1}\n",
    }
    assert short(all_rows(folder(records).entries))[4:] == [
        ("pain/hip/now", "left", "4"), ("tingling/neck/now", None, "1"), ("pain/hip/now", "left", "3"),
        ("pain/calf/now", "left", "1"),
    ]  # fmt: skip


def test_a_symptom_without_a_place_is_the_one_listed_before() -> None:
    """Enter at Where, when looking again, breaks no series."""
    records = {
        "2026-03-02-assessment": "symptoms: [{where: left shoulder, now: 4}]\n",
        "2026-03-16-assessment": "symptoms: [{now: 2}]\n",
        "2026-03-23-checkin": "measures: {pain: 0}\n",
    }
    rows = all_rows(folder(records).entries)
    assert {(row.address, row.side) for row in rows} == {("pain/shoulder/now", "left")}
    assert [row.value.text for row in rows] == ["4", "2", "0"]


def test_a_diary_has_its_own_days() -> None:
    """Each line stands at its moment."""
    rows = flatten(entry("2026-03-12-checkin", "diary:\n  2026-03-10: {pain: 4}\n  day-4-5: {pain: 3, at: night}\n"))
    assert [(row.when, row.at, row.value.text) for row in rows] == [
        ("2026-03-10", None, "4"),
        ("day-4-5", "night", "3"),
    ]


def test_homework_done_is_a_figure() -> None:
    """Of one line with what was hard, or of all."""
    rows = flatten(entry(DAY, "homework-done: {walk: 12/14, bridge: {done: 95 %, hard: 3/10, note: sore}}\n"))
    assert short(rows) == [
        ("homework/walk/done", None, "12/14"), ("homework/bridge/done", None, "95 %"),
        ("homework/bridge/hard", None, "3/10"),
    ]  # fmt: skip
    assert rows[0].facets == {"basis": "told"}
    assert rows[1].facets == {"basis": "told", "note": "sore"}
    assert short(flatten(entry(DAY, "homework-done: always\n"))) == [("homework/all/done", None, "always")]


def test_what_is_usual_fills_gaps_only() -> None:
    """The longest address wins; what was stated stays; what was assumed is named."""
    usual = {
        "rom": {"method": "goniometer", "position": "standing"},
        "rom/flexion": {"method": "inclinometer", "unit": "cm"},
    }
    bare, stated, other = of("{rom: {flexion: 40, slr: {value: 50, method: tape}}, grip: 30}")
    filled = with_usual(bare, usual)
    assert dict(filled.facets) == {
        "method": "inclinometer", "unit": "cm", "position": "standing", "assumed": "method, unit, position",
    }  # fmt: skip
    assert filled.unit == "cm"
    assert dict(with_usual(stated, usual).facets) == {"method": "tape", "position": "standing", "assumed": "position"}
    assert with_usual(other, usual) is other


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("right lumbar", ("right", "lumbar")),
        ("left l4-l5 (deep)", ("left", "l4-l5")),
        ("both hip", ("both", "hip")),
        ("centre neck", (None, "neck")),
        ("lumbar", (None, "lumbar")),
        ("right", (None, "right")),
    ],
)
def test_places(place: str, parts: tuple[str | None, str]) -> None:
    """Side and place."""
    assert split_place(place) == parts
