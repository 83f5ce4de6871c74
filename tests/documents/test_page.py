"""The client's page as it is written: real boxes, a text to send, one script, and nothing of it on paper."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from massageplan.documents.handout import build
from massageplan.documents.page import Page
from massageplan.documents.render import render
from massageplan.documents.telling import asked_of, blank
from massageplan.documents.view import HandoutView, Line, PracticeCard, Tell
from massageplan.workflows.handout import Asked, make_handout
from massageplan.workflows.load import open_practice
from massageplan.workflows.templates import loader

from .conftest import given, shipped

VIEW = build(given(code="mn-4t7q", week=2))
TICKS = "handout/parts/ticks.md.j2"
Overriding = Callable[[dict[str, str]], Callable[[str], str | None]]


def page(view: HandoutView = VIEW, load: Callable[[str], str | None] = shipped) -> str:
    """The page."""
    return render(view, load)


def labels(shown: str) -> list[str]:
    """Names of the boxes and fields, in order."""
    return re.findall(r'<input [^>]*aria-label="([^"]*)"', shown)


def test_each_box_is_a_real_one_with_a_name_of_its_own() -> None:
    """Line, day and go; a rest day has none; and a field a day for pain."""
    names = labels(page())
    assert names[:3] == ["Knee rolls, Wed 17, 1 of 2", "Knee rolls, Wed 17, 2 of 2", "Knee rolls, Thu 18, 1 of 2"]
    assert names[14] == "Walking plan, Wed 17"
    assert [name for name in names if name.startswith("Hip hinge")] == [
        "Hip hinge, Wed 17", "Hip hinge, Fri 19", "Hip hinge, Sun 21",
    ]  # fmt: skip
    assert names[-7:] == [f"Worst pain, {day}" for day in VIEW.days]
    assert len(set(names)) == len(names) == 14 + 7 + 3 + 7
    assert page().count('data-day="Thu 18">rest</td>') == 1
    assert "☐" not in page()


def test_a_grid_without_dates_works_the_same() -> None:
    """Days by their number."""
    assert labels(page(build(given(start=None))))[:2] == ["Knee rolls, Day 1, 1 of 2", "Knee rolls, Day 1, 2 of 2"]


def test_the_text_has_a_figure_for_each_line_in_its_order() -> None:
    """And the reference without a check, which only the script can make."""
    assert VIEW.tell
    assert VIEW.tell.text == "hw _/14 _/7 _/3; n _; ref mn-4t7q.w2.kk"
    assert '<div class="message"><p>hw _/14 _/7 _/3; n _; ref mn-4t7q.w2.kk</p>' in page()
    assert "?&amp;body=hw%20_%2F14%20_%2F7%20_%2F3%3B%20n%20_%3B%20ref%20mn-4t7q.w2.kk" in page()


def test_days_that_the_client_chooses_are_counted_without_a_whole() -> None:
    """A line of which nothing is asked these days has a dash, so that the order holds."""
    ticks: tuple[tuple[int | None, ...], ...] = ((None, None), (1, None), (2, 0), (0, 0))
    lines = [Line(number=n, id=f"line-{n}", name="x", ticks=each) for n, each in enumerate(ticks)]
    assert [asked_of(line) for line in lines] == [None, None, 2, 0]
    assert blank(lines, None) == "hw _ days _ days _/2 -; n _"
    shown = page(build(given(items=({"do": "walking-plan", "often": "as needed"},))))
    assert 'class="tick open" data-line="1" aria-label="Walking plan, Wed 17"' in shown
    assert 'data-words="{n} ticked"' in shown


@pytest.mark.parametrize(
    ("phone", "mail", "links"),
    [
        ("519-555-0134", None, ["sms:5195550134?&amp;body="]),
        ("+44 (20) 7946.0018", "a.b+c@clinic.example", [
            "sms:+442079460018?&amp;body=", "mailto:a.b%2Bc@clinic.example?subject=How%20my%20week%20went&amp;body=",
        ]),
        ("519-555-0134 ext. 5", "not an address", []),
        ("javascript:alert(1)", "a@b.example?bcc=x@y.example", []),
        ("", '"><script>@b.example', []),
    ],
)  # fmt: skip
def test_links_go_to_a_number_and_an_address_only(phone: str, mail: str | None, links: list[str]) -> None:
    """An extension gets no text message; what could be more than an address is none."""
    practice = PracticeCard(name="Riverside", phone=phone or None, email=mail)
    shown = page(build(given(code="mn-4t7q", practice=practice)))
    found = re.findall(r'href="([^"]*?body=)', shown)
    assert found == links
    rings = re.findall(r'href="tel:([^"]*)"', shown)
    assert rings == [each.removeprefix("sms:").partition("?")[0] for each in links if each.startswith("sms:")]
    assert shown.count("<a ") == len(links) + len(rings)


def test_one_script_may_run_and_the_policy_names_it() -> None:
    """By its digest; no form sends anything anywhere."""
    shown = page()
    script = shown.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert script == shipped("style/page.js")
    assert f"script-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'" in shown
    assert shown.count("<script") == 1
    assert not re.search(r" on[a-z]+=|eval\(|fetch\(|XMLHttpRequest|sendBeacon|innerHTML", shown)


def test_what_only_the_script_can_do_is_hidden_without_it() -> None:
    """Buttons, counts and the sentences that speak of them."""
    shown = page()
    for part in ("counted", "kept", "copied", "sure"):
        assert f'<div class="{part}" hidden>' in shown
    for button in ("copy", "clear"):
        assert f'<button type="button" class="{button}" hidden>' in shown
    assert shown.count('class="count"') == shown.count(' of 14" hidden>') + 2 == 3
    assert '<div class="byhand"><p>' in shown
    assert '<div class="unkept"><p>' in shown


def test_ticks_are_kept_under_codes_alone() -> None:
    """Folder, plan, week, first day and a mark of the lines: no name, no health words; another sheet is another key."""
    assert VIEW.tell
    assert VIEW.tell.key == "mn-4t7q 2026-06-16-plan w2 2026-06-17 kk"
    others = ({"week": 3}, {"record": "2026-07-07-plan"}, {"start": date(2026, 6, 24)}, {"code": "mn-4t7r"},
              {"items": given().items[:2]})  # fmt: skip
    keys = {build(given(**{"code": "mn-4t7q", "week": 2, **each})).tell.key for each in others}  # type: ignore[union-attr]
    assert len(keys | {VIEW.tell.key}) == 6


def test_nothing_of_it_is_in_markdown() -> None:
    """There is no link to follow and no box to tick on it but the drawn ones."""
    shown = render(VIEW, shipped, "md")
    assert "mn-4t7q" not in shown
    assert "Tell Ana how it went" not in shown
    assert "| Knee rolls | ☐☐ |" in shown


def test_a_sheet_without_homework_has_no_script() -> None:
    """Nothing is to be told."""
    shown = page(build(given(items=())))
    assert "<script" not in shown
    assert "script-src" not in shown


def test_own_words_of_a_practice_and_rows_in_another_order(overriding: Overriding) -> None:
    """A row belongs to the line of its name; a row of the practice's own is left as it is."""
    own = (
        '<div class="ticks" markdown="1">\n\n| Mine |{% for day in view.days %} {{ day }} |{% endfor %}\n\n'
        "|---|{% for day in view.days %}---|{% endfor %}\n\n"
        "| {{ view.lines[1].name }} |{% for count in view.lines[1].ticks %} {{ count | boxes }} |{% endfor %}\n\n"
        "| {{ view.lines[0].name }} |{% for count in view.lines[0].ticks %} {{ count | boxes }} |{% endfor %}\n\n"
        "| Pain |{% for day in view.days %} |{% endfor %}\n\n"
        "| Mood |{% for day in view.days %} |{% endfor %}\n\n\n</div>\n"
    )
    shown = page(VIEW, overriding({TICKS: own, "handout/parts/tell.md.j2": "Ring me.\n"}))
    lines = re.findall(r'class="tick" data-line="([0-9])"', shown)
    assert lines == ["2"] * 7 + ["1"] * 14
    assert shown.count('type="number"') == 7
    assert "Ring me." in shown


def test_a_grid_that_a_practice_made_something_else_stays_as_it_is(overriding: Overriding) -> None:
    """No table, no boxes of ours."""
    shown = page(VIEW, overriding({TICKS: '<div class="ticks" markdown="1">\n\nUse your diary.\n\n</div>\n'}))
    assert '<div class="ticks"><p>Use your diary.</p>' in shown
    assert "<form" not in shown


def test_the_script_is_ours(tmp_path: Path) -> None:
    """A practice changes words and looks; a script or its style in its folder is not used."""
    (tmp_path / "practice.yaml").write_text(
        "format: 0\nname: Riverside\ntherapists: [{id: rivera}]\n", encoding="utf-8"
    )
    (tmp_path / "templates" / "style").mkdir(parents=True)
    for name in ("page.js", "page.css", "mplan.css"):
        (tmp_path / "templates" / "style" / name).write_text("mine", encoding="utf-8")
    load = loader(open_practice(tmp_path).files)
    assert load("style/mplan.css") == "mine"
    assert [load(f"style/{name}") for name in ("page.js", "page.css")] == [
        shipped(f"style/{name}") for name in ("page.js", "page.css")
    ]


def test_a_script_that_would_end_early_is_none() -> None:
    """The page then works as without scripts."""
    broken = Page(Tell(text="", key=""), (), "x = '</script>'")
    assert broken.script == "<script></script>\n"


def test_other_documents_have_no_script() -> None:
    """The agreement and the forms, as the example practice makes them."""
    from massageplan.workflows.agreement import Asked as AskedAgreement
    from massageplan.workflows.agreement import make_agreement

    riverside = open_practice(Path(__file__).parents[2] / "examples" / "riverside")
    day = date(2026, 9, 7)
    shown = make_agreement(riverside, AskedAgreement("jane", day)).text()
    assert not re.search(r"<script|<input|<form|script-src", shown)
    assert "<script>" in make_handout(riverside, Asked("jane", day)).text()
