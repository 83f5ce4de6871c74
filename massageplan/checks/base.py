"""What a check is given, and how its manual page is read."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from ..clinical.course import Course, courses
from ..clinical.measures import Measurement, all_rows

if TYPE_CHECKING:
    from ..library.catalogue import Library
    from ..records.folder import Entry, Folder, House


class Context(NamedTuple):
    """What every check may look at besides the client.

    Attributes:
        today: the day the check is made for.
    """

    house: House
    library: Library
    today: date


class ClientCase:
    """One client's folder with what is computed from it once, for all checks."""

    def __init__(self, folder: Folder, context: Context) -> None:
        self.folder = folder
        self.context = context

    @cached_property
    def courses(self) -> list[Course]:
        """The client's courses of care."""
        return courses(self.folder)

    @cached_property
    def rows(self) -> list[Measurement]:
        """Every figure of every record, `6 -> 4` as two rows."""
        return all_rows(self.folder.entries)

    def techniques(self, entry: Entry) -> list[tuple[str, tuple[str | int, ...]]]:
        """Ids of the techniques a record names, each with its path."""
        out: list[tuple[str, tuple[str | int, ...]]] = []
        record = entry.record
        lists = [(("techniques",), getattr(record, "techniques", None)), (("did",), getattr(record, "did", None))]
        for name, uses in (getattr(record, "routines", None) or {}).items():
            lists.append((("routines", name), uses))
        for path, uses in lists:
            for n, use in enumerate(uses if isinstance(uses, tuple) else ()):
                if isinstance(use, str):
                    out.append((use.split(" ", 1)[0], (*path, n)))
                else:
                    out.append((use.use, (*path, n, "use")))
        return out


_HEAD = re.compile(r"^(What|Why|Wrong|Right|Source)\n-+\n", re.MULTILINE)
_FILE = re.compile(r"^(\S+\.(?:yaml|md|j2))::\n\n((?:    .*\n|\n)+)", re.MULTILINE)


class Page(NamedTuple):
    """A check's manual page.

    Attributes:
        title: the first line.
        sections: text by heading.
        wrong: example files that must give the finding, path in the practice to text.
        right: example files that must not.
    """

    title: str
    sections: dict[str, str]
    wrong: dict[str, str]
    right: dict[str, str]


def read_page(docstring: str) -> Page:
    """The page a check's docstring holds."""
    import inspect

    text = inspect.cleandoc(docstring) + "\n"
    pieces = _HEAD.split(text)
    sections = {pieces[i]: pieces[i + 1].strip("\n") for i in range(1, len(pieces), 2)}
    return Page(
        pieces[0].strip(), sections, _examples(sections.get("Wrong", "")), _examples(sections.get("Right", ""))
    )


def _examples(section: str) -> dict[str, str]:
    return {
        match[1]: re.sub(r"^    ", "", match[2].rstrip("\n") + "\n", flags=re.MULTILINE)
        for match in _FILE.finditer(section + "\n")
    }
