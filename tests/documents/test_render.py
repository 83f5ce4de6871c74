"""A view and templates to a page: parts of the practice's own win, and a broken one is told at its line."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from massageplan.documents.handout import build
from massageplan.documents.render import STYLE, TemplateProblem, render
from massageplan.documents.words import Words

from .conftest import ITEMS, given, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    Overriding = Callable[[dict[str, str]], Callable[[str], str | None]]

FOOT = "handout/parts/foot.md.j2"
VIEW = build(given())


def headings(markdown: str) -> list[str]:
    """The headings of a Markdown text."""
    return re.findall(r"^#+ .*", markdown, re.MULTILINE)


def test_markdown_reads_like_a_letter() -> None:
    """Each line under its own heading, blocks and classes gone, the order that of a sheet."""
    shown = render(VIEW, shipped, "md")
    assert headings(shown) == [
        "# Home plan for Marek",
        "## 1 Knee rolls",
        "## 2 Walking plan",
        "## 3 Hip hinge",
        "## Stop and get help at once if:",
        "## Does it hurt?",
        "## Good to know",
    ]
    assert "div" not in shown
    assert "{" not in shown
    assert "Tight is" not in shown
    two = render(build(given(items=ITEMS[:2])), shipped, "md")
    assert two.index("We expect") < two.index("Tight is **not** damaged.") < two.index("## 1 Knee rolls")
    assert "| Knee rolls | ☐☐ | ☐☐ |" in shown
    assert "| Hip hinge | ☐ | rest | ☐ | rest | ☐ | rest | rest |" in shown
    assert "We expect a difference you can feel by visit 4. If not, we change the plan." in shown


def test_page_stands_alone() -> None:
    """Language, title and policy are set, nothing is loaded, every line has its block."""
    page = render(VIEW, shipped)
    assert '<html lang="en">' in page
    assert "<title>Home plan for Marek</title>" in page
    assert "default-src 'none'" in page
    assert "@page{size:letter" in page
    assert page.count('<div class="exercise">') == 2
    assert page.count('<div class="exercise compact">') == 1
    assert page.count('<th scope="col">') == 8
    assert not re.search(r"src=|url\((?!'data:)", page)
    assert re.findall('href="([a-z]+:[0-9]+)', page) == ["tel:5195550134", "sms:5195550134"]


@pytest.mark.parametrize("to", ["html", "md"])
def test_no_word_promises(to: str) -> None:
    """Words this software never says."""
    shown = render(VIEW, shipped, to).casefold()  # type: ignore[arg-type]
    assert not re.search("promise|guarantee|cure|diagnos", shown)


def test_many_lines_lose_none() -> None:
    """Fifteen lines are fifteen headings and fifteen rows."""
    items = tuple({**ITEMS[2], "id": f"hinge-{n}"} for n in range(15))
    page = render(build(given(items=items)), shipped)
    assert page.count('<div class="exercise compact">') == 15
    assert [page.count(f'<td>Hip hinge <span class="count" data-line="{n}"') for n in range(1, 16)] == [1] * 15


def test_a_bare_plan_still_makes_a_sheet() -> None:
    """Nothing but a name."""
    bare = build(given(items=(), goals=(), expect=None, why=None, advice=(), shown_on=None, week=3))
    assert headings(render(bare, shipped, "md")) == [
        "# Home plan for Marek",
        "## Stop and get help at once if:",
        "## Does it hurt?",
    ]


def test_paper_and_language_follow_the_view() -> None:
    """A4 where the practice says so; a language tag that is none falls back."""
    assert "@page{size:A4" in render(build(given(paper="a4")), shipped)
    assert '<html lang="en">' in render(build(given(), Words('x"><b>')), shipped)


def test_own_part_wins(overriding: Overriding) -> None:
    """A practice replaces one part; the rest stays."""
    shown = render(VIEW, overriding({FOOT: "Ring **{{ view.practice.phone }}**.\n"}), "md")
    assert shown.endswith("Ring **519-555-0134**.\n")
    assert "## 1 Knee rolls" in shown


def test_links_and_foreign_pictures_of_a_template_are_only_words(overriding: Overriding) -> None:
    """A link keeps its words; a picture that is not ours is not one."""
    own = {FOOT: "[our site](http://a.example) ![x](http://b.example/c.png) ![Lying down](figure:tilt)\n"}
    page = render(VIEW, overriding(own))
    assert "our site ![x](http://b.example/c.png) Lying down" in page


@pytest.mark.parametrize(
    ("part", "line", "words"),
    [
        ("\n{{ view.goal }}\n", 2, "there is no “goal” here (did you mean goals?)"),
        ("{{ viw.goals }}", 1, "there is no “viw” here"),
        ("{% if view.gools %}{% endif %}", 1, "there is no “gools” here"),
        ("\n\n{% if %}", 3, "Expected an expression"),
        ("{{ view.week }}", 1, "this prints nothing"),
        ("{{ view.lines }}", 1, "no text"),
        ("{{ view.__class__.__mro__ }}", 1, ""),
        ("{{ view.client_first.upper() }}", 1, "only _(), gettext() and ngettext() can be called"),
        ("{{ range(9) }}", 1, "only _(), gettext()"),
        ("{{ view.client_first | safe }}", 1, "there is no filter “safe”"),
        ("{{ view is callable }}", 1, "there is no test “callable”"),
        ("{{ 'a' * 999999999 }}", 1, "mul is not part of a document template"),
        ("{{ 'a' ~ 'b' }}", 1, "concat is not part"),
        ("{% macro a() %}{% endmacro %}", 1, "macro is not part"),
        ("{% import 'a.j2' as a %}", 1, "import is not part"),
        ("{% include 'handout/parts/nope.md.j2' %}", 1, "there is no template “handout/parts/nope.md.j2”"),
        ("{% include '../practice.yaml' %}", 1, "there is no template “../practice.yaml”"),
        ("{% include '/etc/passwd' %}", 1, "there is no template “/etc/passwd”"),
        ("{% include 'handout/parts/foot.md.j2' %}", 1, "past all measure"),
        ("{% for c in view.client_first %}{% endfor %}", 1, "a loop runs over something that is no list"),
        ("x\n<b>bold</b>", 1, "HTML is not read here"),
        ("<script>", 1, "HTML is not read here"),
        ("x" * 300_000, 1, "is longer than 200,000 characters"),
    ],
)
def test_a_broken_part_is_told_at_its_line(overriding: Overriding, part: str, line: int, words: str) -> None:
    """Template, line and reason, in plain words."""
    with pytest.raises(TemplateProblem) as caught:
        render(VIEW, overriding({FOOT: part}))
    assert words in caught.value.message
    assert caught.value.line == line
    assert caught.value.name == FOOT


def test_endless_work_is_stopped(overriding: Overriding) -> None:
    """Loops within loops end after a fixed number of steps."""
    deep = "".join(f"{{% for a{n} in view.days %}}" for n in range(9)) + "x" + "{% endfor %}" * 9
    with pytest.raises(TemplateProblem, match="past all measure"):
        render(VIEW, overriding({FOOT: deep}))
    long = "{% for a in view.days %}" * 4 + "x" * 9000 + "{% endfor %}" * 4
    with pytest.raises(TemplateProblem, match="past all measure"):
        render(VIEW, overriding({FOOT: long}))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ('<div class="goal" markdown="1">\n', "the block “goal” is never closed"),
        ("</div>\n", "a block is closed that was never opened"),
    ],
)
def test_uneven_blocks(overriding: Overriding, part: str, words: str) -> None:
    """A block without an end, or an end without a block."""
    with pytest.raises(TemplateProblem, match=words):
        render(VIEW, overriding({FOOT: part}))


@pytest.mark.parametrize("style", ["@import 'a';", "a{b:url(http://a)}", "</STYLE><script>"])
def test_style_loads_nothing(overriding: Overriding, style: str) -> None:
    """A style of the practice's own may look different, not call home."""
    with pytest.raises(TemplateProblem) as caught:
        render(VIEW, overriding({STYLE: style}))
    assert caught.value.name == STYLE


def test_missing_style_and_template() -> None:
    """A template room without its files says which one is missing."""
    with pytest.raises(TemplateProblem, match=r"handout/handout.md.j2: there is no template"):
        render(VIEW, lambda name: None)
    with pytest.raises(TemplateProblem, match=r"style/mplan.css: there is no such style"):
        render(VIEW, lambda name: None if name == STYLE else shipped(name))


def test_a_template_that_is_kept_holds_nothing_of_a_document(overriding: Overriding) -> None:
    """Words of its own, the reader's language and the texts of one document never reach the next."""
    own = {"x.j2": '{{ "*a*" }} {{ "b" | upper }} {{ _("rest") }} {{ view.client_first }} {{ "**c**" | prose }}\n'}
    load = overriding(own)
    catalogue = Catalog(locale="es")
    catalogue.add("rest", "pausa")
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    spanish = Words("es", compiled.getvalue())
    shown = [render(build(given(client=name)), load, "md", "x.j2") for name in ("Marek", "Jane")]
    assert [" ".join(text.split()) for text in shown] == [r"\*a\* B rest Marek **c**", r"\*a\* B rest Jane **c**"]
    assert "B pausa Marek" in " ".join(render(VIEW, load, "md", "x.j2", spanish).split())
    changed = overriding({"x.j2": "changed {{ view.client_first }}\n"})
    assert render(VIEW, changed, "md", "x.j2").strip() == "changed Marek"


def test_a_template_that_is_refused_is_never_kept(overriding: Overriding) -> None:
    """Not the second time either."""
    for _ in range(2):
        with pytest.raises(TemplateProblem, match="can be called"):
            render(VIEW, overriding({"x.j2": "{{ view.lines.index(1) }}"}), "md", "x.j2")
