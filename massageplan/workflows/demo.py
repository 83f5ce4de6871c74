"""`mplan demo`: the example practice copied, checked, and a handout made from it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from ..errors import NotReadable
from ..frozen import Frozen
from ..store import resources
from .check import Report, check_practice
from .handout import Asked, Handout, make_handout
from .init import put_under_git
from .load import open_practice
from .output import write

CHECKED = date(2026, 11, 1)
"""A day after the newest record of the example."""

DAY = date(2026, 9, 7)
"""The day of the example client's first plan."""

CLIENT = "jd-7k2m"
NEXT_VISIT = "2026-09-14"


class Shown(Frozen):
    """What the demo made."""

    root: Path
    report: Report
    sheet: Handout
    handout: Path


def free_folder(parent: Path) -> Path:
    """`mplan-demo`, or the first of mplan-demo-2, -3 ... that is not there yet."""
    names = ("mplan-demo", *(f"mplan-demo-{n}" for n in range(2, 1000)))
    return next(path for name in names if not (path := parent / name).exists())


def run_demo(folder: Path) -> Shown:
    """Copy `examples/riverside` to `folder` and use it as a therapist would.

    Raises:
        NotReadable: the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotReadable(f"{folder} holds something already.", "give an empty folder: mplan demo FOLDER")
    try:
        shutil.copytree(resources.folder("examples") / "riverside", folder, dirs_exist_ok=True)
    except OSError as error:
        raise NotReadable(f"{folder} cannot be written: {(error.strerror or str(error)).lower()}.") from error
    put_under_git(folder)
    report = check_practice(folder, CHECKED)
    sheet = make_handout(open_practice(folder), Asked(CLIENT, DAY, next_visit=NEXT_VISIT))
    path = folder / "out" / CLIENT / f"handout-week-{sheet.week}.html"
    write(path, sheet.text())
    return Shown(folder, report, sheet, path)
