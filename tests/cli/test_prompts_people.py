"""Who the client is, who is at work, and records that come from a file."""

from __future__ import annotations

from pathlib import Path

import gitpractice
from prompting import DAY, HEAD, JD, WAS, Opens, drafts, interrupted, new


def test_a_new_client_is_held_against_those_who_are_there(practice: gitpractice.Practice, opens: Opens) -> None:
    """Accents, order, a typo, the same birth date: they are shown before anything else is asked."""
    practice.write(f"clients/{JD}/client.yaml", "name: Jane Doe\nborn: 1988-05-04\n")
    before = practice.records
    for name, born, because in (
        ("Döe, Jané", "", "a like name"),
        ("Jane Deo", "", "a like name"),
        ("Otto Lang", "1988-05-04", "the same birth date"),
    ):
        same = opens("new-client")
        same.type(name, born, "n")
        assert same.end() == 1
        assert f"{JD}  Jane Doe  1988-05-04  {because}" in same.seen
    assert (practice.records, drafts(practice)) == (before, [])
    other = opens("new-client")
    other.type("Zoë Ólafsdóttir", "1990", "", "", "", "")
    assert other.end() == 0
    assert new(practice, before) == ["name: Zoë Ólafsdóttir\nborn: 1990\n"]
    assert next(file for file in practice.records if file not in before).startswith("clients/zo-")


def test_a_new_client_begun_is_held_against_them_too(practice: gitpractice.Practice, opens: Opens) -> None:
    """Name and birth date outlive Ctrl-C; the question whether it is somebody new comes before it is kept."""
    before = practice.records
    begun = opens("new-client")
    begun.type("", "Jane Doe", "next May", "1968-04-31", "1988")
    begun.wait()
    assert interrupted(begun) == 130
    assert "this one is needed" in begun.seen
    assert "is not written in a way that can be read" in begun.seen
    assert "There is no such day in the calendar. (look at it again)" in begun.seen
    assert drafts(practice) == ["name: Jane Doe\nborn: 1988\n"]
    again = opens("new-client")
    again.type("", "", "", "", "", "", "", "y")
    assert again.end() == 0
    assert "a like name" in again.seen
    assert new(practice, before) == ["name: Jane Doe\nborn: 1988\n"]


def test_from_a_file_a_like_client_needs_to_be_meant(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """Nobody is asked: exit 1, and --anyway passes."""
    given = tmp_path / "new.yaml"
    given.write_text("# hers\nname:   JANE DOE\n", encoding="utf-8")
    before = practice.records
    refused = practice.mplan("new-client", "--from", str(given))
    assert (refused.code, practice.records) == (1, before)
    assert "--anyway" in refused.err
    assert practice.mplan("new-client", "--from", str(given), "--anyway").code == 0
    assert new(practice, before) == ["# hers\nname:   JANE DOE\n"]


def test_findings_name_the_file_that_was_given(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """At its own line and column, though a date was added above; standard input is called that."""
    text = "# mine\n\nsaid:   ok   # why\nmeasure: {pain: 4}\n"
    given = tmp_path / "visit.yaml"
    given.write_text(text, encoding="utf-8")
    assert f"{given}:4:1  error  unknown-key" in practice.mplan("session", "jane", "--from", str(given)).err
    assert "standard input:4:1  error" in practice.mplan("session", "jane", "--from", "-", typed=text).err
    assert (
        "standard input:3:1  error"
        in practice.mplan("edit", "jane", "--from", "-", typed=f"date: {WAS}\n{text[8:]}").err
    )


def test_from_a_file_every_byte_stays(practice: gitpractice.Practice, tmp_path: Path) -> None:
    """Comments and layout; JSON in one line; Markdown with its front matter."""
    before = practice.records
    text = "# mine\n\nsaid:   'ok'   # why\nmeasures: { pain: 4 }\n\n# end"
    assert practice.mplan("session", "jane", "--from", "-", typed=text).code == 0
    assert new(practice, before) == [HEAD + text]
    before = practice.records
    assert practice.mplan("session", "jane", "--from", "-", typed='{"said": "ok", "measures": {"pain": 4}}').code == 0
    assert "said" in new(practice, before)[0]
    plan = tmp_path / "plan.md"
    plan.write_text(
        "---\n# why so\ngoals:\n  - {id: lift, words: lift more}\n---\nBody  text\n\nmore\n", encoding="utf-8"
    )
    before = practice.records
    assert practice.mplan("plan", "jane", "--from", str(plan)).code == 0
    assert new(practice, before) == [
        f"---\ndate: {DAY}\n# why so\ngoals:\n  - {{id: lift, words: lift more}}\n---\nBody  text\n\nmore\n"
    ]


def test_where_several_work_one_is_asked_once_who_one_is(practice: gitpractice.Practice, opens: Opens) -> None:
    """Who has left is not offered; the answer is remembered; --therapist wins for one record."""
    practice.write(
        "practice.yaml",
        "format: 0\nname: Riverside\ntherapists:\n  - {id: rivera, name: Ana Rivera}\n"
        "  - {id: okafor, name: Ben Okafor}\n"
        "  - {id: lund, name: Cleo Lund, until: 2025-06-30}\n",
    )
    before = practice.records
    asked = opens("session", "jane")
    asked.type("x", "2", "late", "", "", "", "", "", "", "")
    assert asked.end() == 0
    assert "Ana Rivera" in asked.seen
    assert "Cleo" not in asked.seen
    assert "a number from 1 to 2" in asked.seen
    assert new(practice, before) == [HEAD + "therapist: okafor\nattended: late\n"]
    assert practice.git("config", "massageplan.therapist") == "okafor\n"
    before = practice.records
    other = opens("session", "jane", "--therapist", "rivera")
    other.type("late", "", "", "", "", "", "", "")
    assert other.end() == 0
    assert new(practice, before) == [HEAD + "therapist: rivera\nattended: late\n"]
    assert practice.git("config", "massageplan.therapist") == "okafor\n"


def test_a_consent_is_given_by_a_person(practice: gitpractice.Practice, opens: Opens) -> None:
    """What it is about is asked next, so `sensitive` is taken for no name; a name is."""
    before = practice.records
    visit = opens("consent", "jane", columns=100)
    visit.type("sensitive", "Rosa Doe", "treatment", "", "", "", "")
    assert visit.end() == 0
    assert "sensitive is no person. Who gives it? What it is about is asked next." in visit.seen
    assert "who: Rosa Doe\ngives: [treatment]\n" in new(practice, before)[0].replace("\n  - treatment", " [treatment]")
