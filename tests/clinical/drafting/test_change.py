"""A draft beside a plan in force: it counts on from today, keeps the client's words, and brings nothing back."""

from __future__ import annotations

from massageplan.clinical.drafting.base import Draft
from massageplan.clinical.drafting.carried import is_carried
from massageplan.clinical.drafting.change import as_change
from massageplan.clinical.drafting.draft import draft

from .cases import case_of, low_back

PLAN = """\
goals:
  - {id: crates, words: Lift crates all shift, owner: client, measure: psfs/lift-crate, from: 3, to: 7, by: visit 2}
  - {id: home, words: Drive home, owner: client, measure: psfs/drive-home, from: 5, to: 9, by: visit 8}
visits: {planned: 8, often: weekly, length: 45 min}
techniques: [petrissage right quadratus-lumborum]
homework:
  - {do: walking-plan, length: 10 min, often: daily}
withheld:
  - {what: glute-bridge, why: hurt her knee}
  - {what: deep pressure, where: right gluteal, why: bruise}
agreed: {how: face to face, declined: [{what: sit-to-stand, why: no chair}]}
"""
VISITS = {f"2026-05-{day:02}-session": "did: as planned\nmeasures: {psfs/lift-crate: 3}" for day in (5, 12, 19, 26)}


def records(plan: str = PLAN) -> dict[str, str]:
    """Four visits into a plan."""
    return low_back() | {"2026-05-05-plan": plan} | VISITS


def changed(plan: str = PLAN) -> Draft:
    """The draft of a change of that plan."""
    case = case_of(records(plan))
    assert case.now is not None
    return as_change(draft(case), case)


def test_visits_and_weeks_are_counted_on_from_today() -> None:
    """Four visits are over: the fourth one of the draft is the eighth of the course."""
    made = draft(case_of(records()))
    (visits,), (expect,) = made.of("visits"), made.of("expect")
    assert visits.item["reassess"] == ["visit 8", "visit 9", "visit 12"]
    assert expect.item["by"] == "visit 9"
    assert draft(case_of(low_back())).of("expect")[0].item["by"] == "visit 5"


def test_a_first_plan_after_a_visit_is_not_counted_on() -> None:
    """Visit 1 is the visit at which the plan is made."""
    early = low_back() | {"2026-05-04-session": "did: [petrissage right lumbar]"}
    assert draft(case_of(early)).of("expect")[0].item["by"] == "visit 5"


def test_a_change_keeps_goals_that_stand_and_dates_anew_those_that_are_over() -> None:
    """With the client's own words and target; a goal whose time is still to come is not named."""
    goals = [line.item for line in changed().of("goals") if "to" in line.item]
    assert goals == [
        {
            "id": "crates", "words": "Lift crates all shift", "owner": "client", "measure": "psfs/lift-crate",
            "from": "3", "to": "7", "by": "visit 8",
        }
    ]  # fmt: skip


def test_a_change_does_not_bring_back_what_was_left_out_or_declined() -> None:
    """Nor what is done already; what is left out stays left out when a new list is written."""
    made = changed()
    given = {line.item["do"] for line in made.of("homework")}
    assert not given & {"glute-bridge", "sit-to-stand", "walking-plan"}
    assert any(said.startswith("Bridge: left out by the plan in force: hurt her knee") for said in made.left_out)
    assert any("declined by the client" in said for said in made.left_out)


def test_a_new_plan_does_not_bring_it_back_either() -> None:
    """A plan that takes the place of the old one knows what did not suit."""
    made = draft(case_of(records()))
    assert not {line.item["do"] for line in made.of("homework")} & {"glute-bridge", "sit-to-stand"}


def test_what_is_left_out_stays_when_the_list_is_written_anew() -> None:
    """A change that withholds something repeats what the plan in force withholds."""
    case = case_of({key: text.replace("anticoagulants: no", "anticoagulants: yes") for key, text in records().items()})
    assert case.now is not None
    named = [line.item["what"] for line in as_change(draft(case), case).of("withheld")]
    assert named[:2] == ["glute-bridge", "deep pressure"]
    assert len(named) > 2
    assert [line.item for line in changed().of("withheld")] == []


def test_visits_are_planned_anew_only_when_they_are_used_up() -> None:
    """Eight were planned and four are over; of a plan of three, they are."""
    assert changed().of("visits") == []
    assert changed(PLAN.replace("planned: 8", "planned: 3")).of("visits") != []


def test_a_change_expects_nothing_behind_the_visits_that_are_planned() -> None:
    """By the last one where enough are left to look again; else visits are offered that reach so far."""
    made = changed()
    assert (made.of("visits"), [line.item["by"] for line in made.of("expect")]) == ([], ["visit 8"])
    made = changed(PLAN.replace("planned: 8", "planned: 6"))
    (visits,), (expect,) = made.of("visits"), made.of("expect")
    assert len(VISITS) + int(visits.item["planned"]) >= int(expect.item["by"].removeprefix("visit "))


def test_the_same_techniques_are_not_drafted_again_and_that_is_said() -> None:
    """If they did not help, the way they are used has to change."""
    same = PLAN.replace(
        "[petrissage right quadratus-lumborum]",
        "[petrissage lumbar, trigger-point-compression lumbar, static-stretch lumbar, relaxation-massage back, "
        "hot-therapy lumbar]",
    )
    made = changed(same)
    assert all(is_carried(line) for line in made.of("techniques"))
    assert made.remarks[0].startswith("No technique but those in force would be drafted")
    assert not all(is_carried(line) for line in changed().of("techniques"))


def test_techniques_in_force_go_on_as_they_are_written() -> None:
    """The list of a change takes the place of the one in force, so they stand in it, before what is new."""
    long = "{use: effleurage, where: [lumbar, right gluteal], pressure: light}"
    made = changed(PLAN.replace("quadratus-lumborum]", f"quadratus-lumborum (8 min), {long}]"))
    assert [line.item for line in made.of("techniques")][:2] == [
        "petrissage right quadratus-lumborum (8 min)",
        {"use": "effleurage", "where": ["lumbar", "right gluteal"], "pressure": "light"},
    ]
    assert len(made.of("techniques")) <= 5


def test_a_technique_in_force_that_is_blocked_since_does_not_go_on() -> None:
    """It is said why."""
    made = changed(
        PLAN.replace("  - {what: deep pressure", "  - {what: petrissage, why: sore}\n  - {what: deep pressure")
    )
    assert not any(is_carried(line) for line in made.of("techniques"))
    assert any(said.startswith("Petrissage: left out by the plan in force: sore") for said in made.left_out)


def test_an_explanation_that_was_given_is_not_given_again() -> None:
    """A change says what is new."""
    assert changed().of("why") == []


def test_someone_asked_already_is_not_asked_again() -> None:
    """The referral of the plan in force stands."""
    weak = {key: text.replace("4-/5", "3/5") for key, text in records().items()}
    case = case_of(weak)
    assert case.now is not None
    assert as_change(draft(case), case).of("referrals") != []
    asked = case_of(weak | {"2026-05-05-plan": PLAN + "referrals: [{to: okafor, why: x}]\n"})
    assert asked.now is not None
    assert as_change(draft(asked), asked).of("referrals") == []


def test_a_goal_that_was_dropped_with_a_why_is_not_drafted_again() -> None:
    """Nor is it what the expectation and homework are for; the why is told again."""
    whole = changed(PLAN.replace("  - {id: crates", "  # {id: crates"))
    first = next(line for line in whole.of("goals") if line.item.get("measure") == "psfs/lift-crate")
    said = f"note: |\n  tired\n  Not taken from the draft: goal {first.item['id']} (she manages)\n"
    made = changed(PLAN.replace("  - {id: crates", "  # {id: crates") + said)
    assert first.item["id"] not in {line.item["id"] for line in made.of("goals")}
    assert "psfs/lift-crate" not in {line.item["measure"] for line in made.of("expect")}
    assert first.item["id"] not in {line.item.get("goal") for line in made.of("homework")}
    assert f"not taken from the draft: goal {first.item['id']} (she manages)." in made.left_out


def test_a_change_never_comes_to_more_homework_than_a_plan() -> None:
    """Three lines with those in force; two where the client said they are hardly sure of managing."""
    one, two, three = "do: walking-plan", "do: rest-breaks", "do: hot-pack"
    for given, sure, most in (([one], 9, 3), ([one, two], 9, 3), ([one], 4, 2), ([one, two], 4, 2),
                              ([one, two, three], 9, 3)):  # fmt: skip
        held = "homework:\n" + "".join(f"  - {{{each}, often: daily}}\n" for each in given)
        plan = PLAN.replace("homework:\n  - {do: walking-plan, length: 10 min, often: daily}\n", held)
        made = changed(plan.replace("how: face to face", f"how: face to face, confidence: {sure}/10"))
        assert len(given) + len(made.of("homework")) <= most
        full = any(said.startswith(f"Lines of homework in force: {len(given)}.") for said in made.remarks)
        assert full or made.of("homework")
        assert full or len(given) < most
