"""From plain input to the view of a handout."""

from __future__ import annotations

import pytest

from massageplan.documents.handout import build
from massageplan.documents.view import HandoutView, Helper, PainStep
from massageplan.documents.words import Words

from .conftest import given


def test_lines_take_their_texts_from_the_library() -> None:
    """Name, steps, stop rule, equipment and neighbours come from the entry, the dose from the item."""
    line = build(given()).lines[0]
    assert (line.number, line.id, line.name) == (1, "knee-roll", "Knee rolls")
    assert line.steps == ("Lie on your back. Let both knees roll to one side.",)
    assert line.when == ("On waking", "In bed")
    assert line.stop_if == ("leg pain or tingles",)
    assert (line.easier, line.harder) == (None, "Open book")
    assert [(fact.key, fact.words) for fact in line.facts] == [
        ("for", "loosen the low back"),
    ]
    assert line.ticks == (2,) * 7


def test_an_item_without_an_entry_keeps_its_words() -> None:
    """Short words are the heading, long ones stand below the id in plain letters."""
    short = {"do": "towel", "words": "lie over a rolled towel", "stop-if": "it aches", "progress": ["higher"]}
    long = {"do": "roll-down", "id": "roll-2", "words": "w" * 61, "who": "caregiver"}
    first, second, third = build(given(items=(short, long, {"do": "step-up"}))).lines
    assert (first.name, first.cue, first.stop_if, first.progress) == (
        "Lie over a rolled towel", (), ("it aches",), ("higher",),
    )  # fmt: skip
    assert (second.name, second.cue, second.id) == ("Roll down", ("W" + "w" * 60,), "roll-2")
    assert third.name == "Step up"


def test_words_beside_an_entry_are_a_cue() -> None:
    """What the therapist wrote is printed too."""
    line = build(given(items=({"do": "knee-roll", "words": "small ones", "how": ["slowly", "breathe"]},))).lines[0]
    assert line.name == "Knee rolls"
    assert line.cue == ("Small ones", "Slowly", "Breathe")


def test_facts_name_every_detail_of_an_item() -> None:
    """Nothing of an item is dropped for want of a place."""
    item = {
        "do": "massage-belly", "load": "2 kg", "amount": "30 cc", "grade": "light", "pressure": "soft",
        "where": ["right low-back"], "settings": {"frequency": "3 MHz"}, "who": "caregiver", "weeks": "4 on",
        "from": "visit 3", "until": "2026-12-01", "with": ["towel", "chair"],
    }  # fmt: skip
    facts = {fact.key: fact.words for fact in build(given(items=(item,))).lines[0].facts}
    assert facts == {
        "load": "2 kg", "amount": "30 cc", "grade": "light", "pressure": "soft", "where": "right low back",
        "settings": "frequency: 3 MHz", "who": "caregiver", "weeks": "from 4 on", "from": "visit 3",
        "until": "1 December 2026", "with": "towel, chair",
    }  # fmt: skip


def test_expectation_is_no_promise() -> None:
    """One fixed sentence, the day in words, the therapist's addition behind it."""
    view = build(given(expect={"by": "2026-07-14", "words": "once the leg is cleared"}))
    assert view.expect == ("We expect a difference you can feel by 14 July 2026. If not, we change the plan.")
    assert view.expect_note == "Once the leg is cleared."
    assert build(given(expect={"by": "visit 4", "words": "A difference you can feel."})).expect_note is None
    assert build(given(expect=None)).expect is None
    assert build(given(expect={"change": "up 3"})).expect is None


def test_pain_rule_is_cut_into_steps_or_kept_whole() -> None:
    """The practice's own rule wins; one that has no scores is printed as it is."""
    view = build(given(pain_rule="0-3 go on. 4 to 5, fine if it settles. 6 or more, stop and tell me."))
    assert view.pain_rule == (
        PainStep("0 to 3", "Go on."),
        PainStep("4 to 5", "Fine if it settles."),
        PainStep("6 or more", "Stop and tell me."),
    )
    whole = build(given(pain_rule="Stop when it hurts. 6 is too much."))
    assert (whole.pain_rule, whole.pain_note) == ((), "Stop when it hurts. 6 is too much.")
    assert [step.label for step in build(given()).pain_rule] == ["0 to 3", "4 to 5", "6 to 10"]


def test_days_and_figures_are_in_words() -> None:
    """Dates read as days, a score of ten as such; other words stay."""
    view = build(given())
    assert (view.shown_on, view.next_visit, view.confidence) == (
        "16 June 2026",
        "23 June 2026",
        "7 out of 10",
    )
    other = build(given(shown_on="day 3", next_visit="2026-02-30", confidence="quite"))
    assert (other.shown_on, other.next_visit, other.confidence) == ("day 3", "2026-02-30", "quite")


def test_no_lines_no_grid() -> None:
    """A plan without homework has no grid to tick."""
    view = build(given(items=()))
    assert (view.lines, view.days) == ((), ())


def test_texts_of_an_entry_follow_the_language() -> None:
    """The entry's own language block where there is one, else English."""
    lines = build(given(), Words("es-MX")).lines
    assert [line.name for line in lines] == ["Knee rolls", "Plan de caminar", "Hip hinge"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sleep on your side: Lie on your side, knees a bit bent.", "Sleep on your side"),
        ("For now, less at a time of what makes it worse (sitting): stop before it flares.", None),
        ("Worse with sitting long: get up each half hour.", None),
        ("Ask for waist-high shelves.", None),
        ("Walk. Note: It rains.", None),
    ],
)
def test_advice_that_begins_with_its_name(text: str, name: str | None) -> None:
    """The name stands out; no sentence is cut, and no word is lost."""
    (advice,) = build(given(advice=({"say": text},))).advice
    assert advice.name == name
    assert (f"{name}: {advice.words}" if name else advice.words) == text


SIGN = {"en": {"notice": ["You go numb."]}, "es": {"notice": ["Se te duerme."]}}
SLEEP = {
    "en": {"reviewed": "false", "name": "Sleep", "do": ["Lie on your side."]},
    "es": {"reviewed": "false", "name": "Dormir", "prepare": ["Acuéstate."], "do": ["De lado."]},
}


def told(language: str) -> HandoutView:
    """A sheet with a habit and a sign of the library, a sign it lacks, and the therapist's own advice."""
    advice = (
        {"say": "Sleep: Lie on your left side.", "do": "sleep"},
        {"say": "Get help if numb.", "sign": "numb"},
        {"say": "Get help if it is odd.", "sign": "odd"},
        {"say": "Ask for a stool."},
    )
    given_here = given(advice=advice, exercises={"sleep": SLEEP}, signs={"numb": SIGN}, items=())
    return build(given_here, Words(language))


def test_signs_are_urgent_and_the_rest_is_advice() -> None:
    """In the words of what a client notices; a sign the library lacks is told as the therapist has it."""
    view = told("en")
    assert [each.words for each in view.urgent[:2]] == ["You go numb.", "Get help if it is odd."]
    assert view.urgent[2:] == build(given(items=())).urgent != ()
    assert [(each.name, each.words) for each in view.advice] == [
        ("Sleep", "Lie on your left side."),
        (None, "Ask for a stool."),
    ]


def test_in_another_language_a_habit_has_the_words_of_the_library() -> None:
    """And says whether a person has read them; what the therapist wrote stands as it is."""
    view = told("es")
    assert [(each.words, each.language) for each in view.urgent[:2]] == [
        ("Se te duerme.", "es"),
        ("Get help if it is odd.", ""),
    ]
    habit, own = view.advice
    assert (habit.name, habit.words, habit.language, habit.reviewed) == ("Dormir", "Acuéstate. De lado.", "es", False)
    assert (own.words, own.language, own.reviewed) == ("Ask for a stool.", "", True)
    assert view.unreviewed


def test_who_else_helps() -> None:
    """By name, with what they do in plain words and their number; without a name by what they do."""
    view = build(given(helpers=(("Dr Singh", "gp", "519-555-0160"), (None, "physiotherapist", None))))
    assert view.helpers == (
        Helper("Dr Singh", "family doctor", "519-555-0160"),
        Helper("Physiotherapist", None, None),
    )


@pytest.mark.parametrize(
    ("lines", "advice", "roomy"), [(2, "Short.", True), (3, "Short.", False), (2, "x" * 200, False)]
)
def test_why_and_a_second_goal_only_where_there_is_room(lines: int, advice: str, roomy: bool) -> None:
    """What to do comes first."""
    view = build(given(items=({"do": "knee-roll"},) * lines, advice=({"say": advice},)))
    assert (view.why is not None, len(view.goals)) == ((True, 2) if roomy else (False, 1))


def test_getting_ready_is_the_first_step_and_the_act_the_second() -> None:
    """As the picture has them; an exercise that says no more has one."""
    block = {"prepare": ["Sit.", "Look up."], "do": ["Turn.", "Hold."], "safe": ["Go slow.", "Stop early."]}
    more = {"feel": "A pull.", "breathe": "Breathe out.", "too-hard": "Less.", "too-easy": "More.", "ask": "Show me."}
    entries = {"turn": {"en": {"name": "Turn", **block, **more}}, "walk": {"en": {"name": "Walk", "do": ["Walk."]}}}
    turn, walk = build(given(items=({"do": "turn"}, {"do": "walk"}), exercises=entries)).lines
    assert turn.steps == ("Sit. Look up.", "Turn. Hold.")
    assert (turn.feel, turn.breathe, turn.safe) == ("A pull.", "Breathe out.", ("Go slow.", "Stop early."))
    assert (turn.too_hard, turn.too_easy, turn.ask) == ("Less.", "More.", "Show me.")
    assert (walk.steps, walk.safe, walk.ask) == (("Walk.",), (), None)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2026-06-23", "23 June 2026"), ("2026-06-23 17:30", "23 June 2026, 17:30"), ("in two weeks", "in two weeks"),
        ("visit 4", "visit 4"), (None, None),
    ],
)  # fmt: skip
def test_the_next_visit_may_have_a_time(told: str | None, shown: str | None) -> None:
    """A day in words, with the time behind it as it is written; words as they stand."""
    assert build(given(next_visit=told)).next_visit == shown


def test_signs_against_an_exercise_are_urgent_too() -> None:
    """Those that the library tells in a client's words; each once, behind the plan's own."""
    exercises = {"roll": {"en": {"name": "Roll", "do": ["Roll."]}, "contraindications": ["numb", "other"]}}
    view = build(given(items=({"do": "roll"},), exercises=exercises, signs={"numb": SIGN}))
    assert view.urgent[0].words == "You go numb."
    assert view.urgent[1:] == build(given(items=())).urgent


@pytest.mark.parametrize(("reviewed", "told"), [("false", True), ("true", False)])
def test_signs_that_nobody_has_checked_are_said_to_be_so(reviewed: str, told: bool) -> None:
    """Though the exercise itself was checked."""
    block = {"en": {"name": "Roll", "do": ["Roll."], "reviewed": "true"}, "contraindications": ["numb"]}
    sign = {"en": {"notice": ["You go numb."], "reviewed": reviewed}}
    view = build(given(items=({"do": "roll"},), exercises={"roll": block}, signs={"numb": sign}, advice=()))
    assert view.unreviewed is told


def test_what_always_counts_is_not_told_twice() -> None:
    """A sign of the heart or of one weak side by the library stands for it."""
    usual = [each.words for each in build(given(items=(), advice=())).urgent]
    heart = {"en": {"notice": ["Your chest hurts."]}}
    told = build(
        given(items=(), advice=({"say": "x", "sign": "cardiac-chest-pain"},), signs={"cardiac-chest-pain": heart})
    )
    assert [each.words for each in told.urgent] == ["Your chest hurts.", *usual[1:]]
