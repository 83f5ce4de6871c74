"""`mplan library figure` and `mplan library sheet` as a user types them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from massageplan.cli import figures
from massageplan.cli.app import run

RIVERSIDE = Path(__file__).parents[2] / "examples" / "riverside"
Said = tuple[int, str, str]

ENTRY = """\
en: {{reviewed: false, name: Side reach, do: [Reach up and over.]}}
es: {{reviewed: false, name: Alcance lateral, do: [Estira.]}}
group: stretch
regions: [thorax]
dose: {{reps: 5, source: house-rules, verified: false}}
scope: remedial-exercise
figure: {figure}
sources: [house-rules]
"""
GOOD = "{base: standing, view: front, highlight: [flank.right], pose: {lumbar: bend-left 20, arm.right: up}}"
BAD = "{base: standing, pose: {lumbar: bend 20}}"
ODD = "{base: standing, pose: {knees: flex 175}}"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented practice, with exercises of its own."""
    root = Path(shutil.copytree(RIVERSIDE, tmp_path / "riverside"))
    folder = root / "library" / "exercises"
    folder.mkdir(parents=True)
    texts = {"side-reach": GOOD, "side-slip": BAD, "side-odd": ODD, "side-none": "none"}
    for name, figure in texts.items():
        (folder / f"{name}.yaml").write_text(ENTRY.format(figure=figure), encoding="utf-8")
    bare = ENTRY.format(figure="").replace("figure: \n", "")
    (folder / "side-bare.yaml").write_text(bare, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def mplan(house: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Runs `mplan library` in the practice; gives exit code, standard output and standard error."""

    def call(*arguments: str) -> Said:
        code = run(["library", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def size(svg: str) -> tuple[float, float]:
    """Width and height in millimetres."""
    root = ElementTree.fromstring(svg)
    return float(root.attrib["width"].removesuffix("mm")), float(root.attrib["height"].removesuffix("mm"))


@pytest.mark.parametrize("what", ["side-reach", "Side Reach", "library/exercises/side-reach.yaml"])
def test_a_figure_is_printed(mplan: Callable[..., Said], what: str) -> None:
    code, out, err = mplan("figure", what)
    assert (code, err) == (0, "")
    wide, high = size(out)
    assert 10 < wide < 40 < high < 70


def test_zoom_and_side(mplan: Callable[..., Said]) -> None:
    """A mirrored figure says the other side; in the language asked for."""
    plain, small = mplan("figure", "side-reach")[1], mplan("figure", "side-reach", "--zoom", "0.5")[1]
    assert size(small)[1] < size(plain)[1] * 0.6
    other = mplan("figure", "side-reach", "--other-side")[1]
    assert "right flank" in plain
    assert "left flank" in other
    assert "de pie" in mplan("figure", "side-reach", "--language", "es")[1].casefold()


def test_its_words_can_be_copied(mplan: Callable[..., Said], house: Path) -> None:
    """As they stand in the file, also where they cannot be drawn; they make the same figure in another file."""
    code, out, err = mplan("figure", "side-reach", "--words")
    assert (code, out, err) == (0, f"figure: {GOOD}\n", "")
    assert mplan("figure", "side-slip", "--words")[1] == f"figure: {BAD}\n"
    written = mplan("figure", "glute-bridge", "--words")[1]
    assert written.startswith("figure:\n  base: hook-lying\n")
    copy = house / "library" / "exercises" / "copy.yaml"
    copy.write_text(f"{written}sources: [house-rules]\n", encoding="utf-8")
    bodies = [mplan("figure", what)[1].partition("<g")[2] for what in ("glute-bridge", "library/exercises/copy.yaml")]
    assert bodies[0]
    assert bodies[0] == bodies[1]


def test_show_names_the_command(mplan: Callable[..., Said]) -> None:
    assert "figure: mplan library figure side-reach\n" in mplan("show", "side-reach")[1]
    assert "figure: none\n" in mplan("show", "side-none")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("side-rech",), 2, "did you mean side-reach?"),
        (("side-bare",), 2, "side-bare has no figure yet."),
        (("side-none",), 2, "side-none has no posture to show (figure: none)."),
        (("library/exercises/side-none.yaml",), 2, "has no posture to show"),
        (("library/exercises/side-bare.yaml",), 1, "library/exercises/side-bare.yaml:1:1  error  missing-key"),
        (("library/exercises/side-slip.yaml",), 1, "library/exercises/side-slip.yaml:7:41  error  broken-figure"),
        (("side-slip",), 1, "library/exercises/side-slip.yaml:7:41  error  broken-figure"),
        (("nowhere/x.yaml",), 3, "nowhere/x.yaml: This file cannot be read: no such file or directory."),
        (("side-reach", "--watch"), 2, "--watch follows a file."),
        (("side-reach", "--zoom", "90"), 2, "90"),
        (("side-reach", "--language", "xx"), 2, "There are no documents in the language 'xx'."),
        (("side-reach", "--out", "a.png"), 2, "a.png does not end with .svg"),
        (("side-reach", "--out", "practice.yaml"), 2, "belongs to the practice"),
        (("side-reach", "--out", "no/a.svg"), 2, "There is no folder no."),
        (("side-reach", "--practice", "nowhere"), 3, "there is no practice.yaml in it"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    mplan: Callable[..., Said], arguments: tuple[str, ...], code: int, told: str
) -> None:
    found, out, err = mplan("figure", *arguments)
    assert (found, out) == (code, "")
    assert told in err


def test_a_doubt_is_told_and_drawn_all_the_same(mplan: Callable[..., Said]) -> None:
    code, out, err = mplan("figure", "library/exercises/side-odd.yaml")
    assert code == 0
    assert size(out)[1] > 0
    assert "side-odd.yaml:7:26  warning  doubtful-figure" in err


def test_a_file_is_written_and_opened(mplan: Callable[..., Said], house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("typer.launch", opened.append)
    assert mplan("figure", "side-reach", "--out", "reach.svg", "--open")[1] == "reach.svg\n"
    assert opened == ["reach.svg"]
    assert size((house / "reach.svg").read_text(encoding="utf-8"))[1] > 40
    path = mplan("figure", "side-reach", "--open")[1].strip()
    assert opened[1] == path
    assert not Path(path).is_relative_to(house)


def test_the_sheet_has_all_of_them(mplan: Callable[..., Said], house: Path) -> None:
    """Names, ids, whose they are; last those without; a broken one is told."""
    code, out, err = mplan("sheet")
    assert (code, out) == (0, "out/library/figures.html\n")
    assert "side-slip.yaml:7:41  error  broken-figure" in err
    page = (house / "out" / "library" / "figures.html").read_text(encoding="utf-8")
    cells = dict(re.findall(r"<figure><img alt=\"([^\"]+)\"[^>]*><figcaption>(.*?)</figcaption></figure>", page))
    reach = next(alt for alt, words in cells.items() if "<code>side-reach · your own</code>" in words)
    assert "Shaded: right flank." in reach
    nothing, missing = page.index("No posture to show"), page.index("No figure yet")
    assert page.index("side-reach") < nothing < page.index("side-none") < missing < page.index("side-bare")
    assert page.index("side-slip") > missing
    assert not re.search(r"(?:src|href)=\"(?!data:)", page)
    assert "Alcance lateral" in mplan("sheet", "--language", "es", "--out", "-")[1]


def test_a_file_is_followed_while_it_is_written(
    house: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawn, mistyped, gone, empty, mended: each is told, the last good drawing stays; Ctrl-C ends it."""
    file = house / "library" / "exercises" / "side-reach.yaml"
    steps = iter(
        (
            lambda: None,
            lambda: file.write_text(ENTRY.format(figure=BAD), encoding="utf-8"),
            lambda: file.write_text("figure: {base: st", encoding="utf-8"),
            lambda: file.write_text("", encoding="utf-8"),
            lambda: file.write_bytes(b"\xff\xfe"),
            file.unlink,
            lambda: None,
            lambda: file.write_text(ENTRY.format(figure=GOOD), encoding="utf-8"),
            lambda: None,
        )
    )
    pages: list[str] = []

    def pause() -> None:
        pages.append(next(iter(house.parent.glob("scratch/*.html"))).read_text(encoding="utf-8"))
        step = next(steps, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    (house.parent / "scratch").mkdir()
    monkeypatch.setattr(figures, "pause", pause)
    monkeypatch.setattr(figures, "_scratch", lambda: house.parent / "scratch")
    code = run(["library", "figure", "library/exercises/side-reach.yaml", "--watch", "--out", "reach.svg"])
    out, err = capsys.readouterr()
    assert code == 0
    assert out.splitlines()[0] == str(house.parent / "scratch" / "side-reach.html")
    assert out.count("drawn, ") == 2
    told = re.findall(r"side-reach\.yaml:(\d+:\d+)  error  ([a-z0-9-]+)", err)
    names = [name for _, name in told]
    assert told[0] == ("7:41", "broken-figure")
    assert names[1:] == ["yaml-syntax", "empty-file", "not-utf-8", "unreadable-file"]
    assert all("<img" in page and 'http-equiv="refresh"' in page for page in pages)
    assert "broken-figure" in "".join(pages)
    assert 'http-equiv="refresh"' not in (house.parent / "scratch" / "side-reach.html").read_text(encoding="utf-8")
    assert size((house / "reach.svg").read_text(encoding="utf-8"))[1] > 40
