"""The client's page in real browsers: with scripts and without, on a phone and on paper."""

from __future__ import annotations

import importlib.resources
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from massageplan.clinical.shorthand.reference import check_of
from massageplan.frozen import replace
from massageplan.workflows.handout import Asked, Handout, make_handout
from massageplan.workflows.load import open_practice

from .firefox import Firefox
from .test_browser import CHROMIUM, RIVERSIDE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE, SMALL, DESK = 390, 320, 1000
TOUCH = 44
"""Width and height of what a finger hits, in CSS pixels (WCAG 2.2, 2.5.5)."""

NU = Path(
    os.environ.get("MPLAN_NU") or Path(sys.prefix) / "nu" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
)
WEEK = date(2026, 9, 7)
BLANK = "hw _/14 _/14 _/3; n _; ref jd-7k2m.w1.v6"
TARGETS = ".ticks input, .tell a, .tell button"


def handout(day: date = WEEK, **asked: Any) -> Handout:
    """The handout of the example client."""
    return make_handout(open_practice(RIVERSIDE), Asked("jane", day, **{"next_visit": "2026-09-14", **asked}))


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the first week."""
    path = tmp_path_factory.mktemp("page") / "handout.html"
    path.write_text(handout().text(), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium; each page has a context, and so a storage, of its own."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "chromium is needed for tests with the marker `browser`"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(chromium: Browser, sheet: Path, width: int = PHONE, scripts: bool = True) -> tuple[Page, list[str]]:
    """The page in a context of its own, and all that it asks for or complains of from now on."""
    phone = width < DESK
    size: Any = {"width": width, "height": 844}
    context = chromium.new_context(viewport=size, java_script_enabled=scripts, has_touch=phone, is_mobile=phone)
    page, seen = context.new_page(), list[str]()
    page.on("request", lambda request: seen.append(request.url))
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.goto(sheet.as_uri())
    return page, seen


def sent(page: Page, link: str = "sms") -> str:
    """The text in a link, as the phone would show it."""
    from urllib.parse import unquote

    return unquote((page.locator(f"a.{link}").get_attribute("href") or "").partition("body=")[2])


def tick(page: Page, *names: str) -> None:
    """Tick boxes by their names."""
    for name in names:
        page.get_by_role("checkbox", name=name, exact=True).check()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("width", [SMALL, PHONE, 767, DESK])
def test_nothing_runs_over_and_fingers_hit(chromium: Browser, sheet: Path, width: int, scripts: bool) -> None:
    """No page wider than its screen; on a phone each target is 44 pixels both ways."""
    page, _ = opened(chromium, sheet, width, scripts)
    assert page.locator("html").bounding_box()["width"] <= width  # type: ignore[index]
    widest = max(box["x"] + box["width"] for one in page.locator(TARGETS).all() if (box := one.bounding_box()))
    assert widest <= width
    boxes = [box for one in page.locator(TARGETS).all() if (box := one.bounding_box())]
    least = min(min(box["width"], box["height"]) for box in boxes)
    assert least >= (TOUCH if width < DESK else 24)


def test_without_scripts_the_text_is_filled_in_by_hand(chromium: Browser, sheet: Path) -> None:
    """Boxes can be ticked, links hold the text, and nothing speaks of what does not work."""
    page, seen = opened(chromium, sheet, scripts=False)
    tick(page, "Bridge, Wed 9")
    assert page.get_by_role("checkbox", name="Bridge, Wed 9").is_checked()
    assert [sent(page, link) for link in ("sms", "mail")] == [BLANK, BLANK]
    shown = page.locator("body").inner_text()
    assert BLANK in shown
    assert "First put a number for each _" in shown
    assert "This browser does not keep your ticks." in shown
    assert not re.search(r"Your ticks are|stay in this browser|Clear|Copy|Copied| of 14", shown)
    assert page.get_by_role("button").count() == 0
    assert seen == [sheet.as_uri()]


def test_ticks_fill_in_the_text_and_its_check(chromium: Browser, sheet: Path) -> None:
    """Each line is counted, pain is the worst of the days, and the links hold what is shown."""
    page, seen = opened(chromium, sheet)
    assert sent(page) == (page.locator(".message").text_content() or "").strip() == BLANK
    assert not page.locator(".message").is_visible()
    tick(page, "Pelvic tilt, Tue 8, 1 of 2", "Pelvic tilt, Thu 10, 2 of 2", "Bridge, Wed 9")
    without = "hw 2/14 0/14 1/3; ref jd-7k2m.w1.v6"
    assert sent(page) == f"{without}.{check_of(without)}"
    for day, pain in (("Tue 8", "3"), ("Wed 9", "5"), ("Thu 10", "4"), ("Fri 11", "12")):
        page.get_by_role("spinbutton", name=f"Worst pain, {day}").fill(pain)
    whole = "hw 2/14 0/14 1/3; n 5; ref jd-7k2m.w1.v6"
    assert sent(page) == sent(page, "mail") == f"{whole}.{check_of(whole)}" == page.locator(".message").inner_text()
    assert page.locator(".count").all_inner_texts() == ["2 of 14", "0 of 14", "1 of 3"]
    assert page.locator("a.sms").get_attribute("href", timeout=1000).startswith("sms:5195550134?&body=")  # type: ignore[union-attr]
    assert page.get_by_text("Your ticks go into a short text.").is_visible()
    assert not page.get_by_text("First put a number").is_visible()
    assert seen == [sheet.as_uri()]


def test_a_reload_keeps_ticks_and_another_plan_has_none(chromium: Browser, sheet: Path) -> None:
    """Also where the newer page lies in the same file; what is cleared is gone."""
    page, _ = opened(chromium, sheet)
    tick(page, "Pelvic tilt, Tue 8, 1 of 2", "Bridge, Wed 9")
    page.get_by_role("spinbutton", name="Worst pain, Tue 8").fill("3")
    told = sent(page)
    page.reload()
    assert sent(page) == told
    assert page.get_by_role("checkbox", checked=True).count() == 2
    stored = page.evaluate("Object.entries(localStorage)")
    assert [name for name, _ in stored] == ["mplan jd-7k2m 2026-09-07-plan w1 2026-09-08 v6"]
    assert re.fullmatch(r"[01]+ 3,,,,,,", stored[0][1])

    first, made = sheet.read_text(encoding="utf-8"), handout()
    newer = [handout(week=2), replace(made, view=type(made.view)(**_fields(made, "2026-09-21-plan")))]
    try:
        for other in newer:
            sheet.write_text(other.text(), encoding="utf-8")
            page.reload()
            assert page.get_by_role("checkbox", checked=True).count() == 0
            assert sent(page).startswith("hw _/")
    finally:
        sheet.write_text(first, encoding="utf-8")
    page.reload()
    assert sent(page) == told

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Clear my ticks").click()
    assert sent(page) == BLANK
    page.reload()
    assert page.evaluate("localStorage.length") == 0
    assert page.get_by_role("checkbox", checked=True).count() == 0


def _fields(made: Handout, record: str) -> dict[str, Any]:
    """The view of the same lines by another plan."""
    from massageplan.documents.telling import Sheet, build
    from massageplan.documents.words import ENGLISH

    view = made.view
    tell = build(Sheet("jd-7k2m", 1, record, date(2026, 9, 8)), view.lines, view.practice, ENGLISH)
    return {**{name: getattr(view, name) for name in view.__struct_fields__}, "record": record, "tell": tell}


def test_a_browser_that_keeps_nothing_says_so(chromium: Browser, sheet: Path) -> None:
    """Ticks still fill in the text."""
    context = chromium.new_context()
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page = context.new_page()
    page.goto(sheet.as_uri())
    tick(page, "Bridge, Wed 9")
    assert page.get_by_text("This browser does not keep your ticks. Tick on paper or send them today.").is_visible()
    assert not page.get_by_text("Your ticks stay in this browser.").is_visible()
    assert sent(page).startswith("hw 0/14 0/14 1/3; ref ")


def test_the_text_is_copied(chromium: Browser, sheet: Path) -> None:
    """And it is said that it was."""
    page, _ = opened(chromium, sheet)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tick(page, "Bridge, Wed 9")
    page.get_by_role("button", name="Copy the text").click()
    page.get_by_text("Copied.").wait_for(state="visible")
    assert page.evaluate("navigator.clipboard.readText()") == sent(page)


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
def test_axe_finds_nothing(chromium: Browser, tmp_path: Path, width: int, large: bool) -> None:
    """WCAG 2.2 A and AA, and the best practices."""
    page_file = tmp_path / "handout.html"
    page_file.write_text(handout(large=large).text(), encoding="utf-8")
    page, _ = opened(chromium, page_file, width)
    tick(page, "Bridge, Wed 9")
    page.evaluate(importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("tags => axe.run({runOnly: tags})", tags)
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("language", [None, "es"])
def test_the_nu_checker_finds_no_error(tmp_path: Path, language: str | None) -> None:
    """HTML and the style in it; a grid with open days and one without dates too."""
    page = tmp_path / "handout.html"
    page.write_text(handout(language=language).text(), encoding="utf-8")
    done = subprocess.run(
        ["java", "-jar", str(NU), "--errors-only", "--format", "gnu", str(page)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def pdf(page: Page, path: Path) -> list[list[str]]:
    """The words of each printed page, line by line."""
    page.pdf(path=path, prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return [sheet.splitlines() for sheet in done.stdout.split("\f")[:-1]]


def test_paper_is_the_sheet_it_was(chromium: Browser, sheet: Path, tmp_path: Path) -> None:
    """One page; no button, no text to send; a number that was filled in stands there, ticked boxes too."""
    page, _ = opened(chromium, sheet, DESK)
    page.get_by_role("spinbutton", name="Worst pain, Wed 9").fill("4")
    tick(page, "Bridge, Wed 9")
    printed = pdf(page, tmp_path / "sheet.pdf")
    assert len(printed) == 1
    words = " ".join(" ".join(printed[0]).split())
    assert not re.search("jd-7k2m|Tell Ana|Send|ticks stay|of 14", words)
    assert re.search(r"Worst pain 0–10 4\b", words)


def test_firefox_does_the_same(sheet: Path, tmp_path: Path) -> None:
    """The script runs under its policy, the text is filled in, a reload keeps it."""
    with Firefox(tmp_path / "profile") as firefox:
        firefox.go(sheet)
        firefox.click("input[aria-label='Bridge, Wed 9']")
        whole = "hw 0/14 0/14 1/3; ref jd-7k2m.w1.v6"
        text = "return document.querySelector('.message').innerText.trim()"
        assert firefox.run(text) == f"{whole}.{check_of(whole)}"
        assert firefox.run("return document.querySelector('a.sms').href.startsWith('sms:5195550134?&body=hw%200')")
        firefox.go(sheet)
        assert firefox.run(text) == f"{whole}.{check_of(whole)}"
        assert firefox.run("return [...document.querySelectorAll('.ticks input:checked')].length") == 1
        firefox.click(".tell .clear")
        firefox.ask("WebDriver:AcceptAlert")
        assert firefox.run(text) == BLANK
        assert firefox.run("return performance.getEntriesByType('resource').length") == 0
