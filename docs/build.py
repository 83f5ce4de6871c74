"""Write the reference pages of docs/ out of the code they describe, or say which of them are stale.

`python docs/build.py` writes them; `python docs/build.py --check` changes nothing and ends with 1 if a page
differs, is missing or has lost what it describes. The pages are committed, so that a change shows in review.
"""

from __future__ import annotations

import sys
from pathlib import Path

from command_pages import command_page
from figure_page import figure_page
from finding_pages import finding_pages
from format_pages import format_pages

DOCS = Path(__file__).resolve().parent
GENERATED = ("format", "checks")
"""Folders that hold nothing but generated pages."""

MARK = "<!-- Written by docs/build.py; change what it describes, then run it again. -->\n\n"


def pages() -> dict[str, str]:
    """Text of every generated page by its path below docs/."""
    made = {"cli.md": command_page(), "figures.md": figure_page(), **format_pages(), **finding_pages()}
    return {name: MARK + text.rstrip("\n") + "\n" for name, text in sorted(made.items())}


def stale(made: dict[str, str]) -> dict[str, str]:
    """What is wrong with each page that is not as it should be."""
    out = {}
    for name, text in made.items():
        path = DOCS / name
        if not path.is_file():
            out[name] = "missing"
        elif path.read_text(encoding="utf-8") != text:
            out[name] = "stale"
    for folder in GENERATED:
        for path in sorted((DOCS / folder).glob("*.md")):
            name = path.relative_to(DOCS).as_posix()
            if name not in made:
                out[name] = "describes nothing any more"
    return out


def write(made: dict[str, str]) -> list[str]:
    """Bring the folder up to date; gives the names of the pages touched."""
    changed = stale(made)
    for name in changed:
        path = DOCS / name
        if name in made:
            path.parent.mkdir(exist_ok=True)
            path.write_text(made[name], encoding="utf-8")
        else:
            path.unlink()
    return list(changed)


def main(arguments: list[str]) -> int:
    """Run from the command line; gives the exit code."""
    made = pages()
    if arguments == ["--check"]:
        wrong = stale(made)
        for name, what in wrong.items():
            print(f"docs/{name}: {what}; run python docs/build.py")
        print(f"{len(made)} generated pages, {len(wrong)} to write")
        return int(bool(wrong))
    if arguments:
        print("usage: python docs/build.py [--check]", file=sys.stderr)
        return 2
    changed = write(made)
    print(f"{len(made)} generated pages, {len(changed)} written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
