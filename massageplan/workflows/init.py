"""`mplan init`: a practice folder with its first files under version control; in a clone, what this machine needs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from ..errors import NotReadable
from ..frozen import Frozen
from ..records.kinds import BODY_KEY, DATED, STANDING
from ..store import git as git_
from ..store.changes import Changes
from ..store.git import Git
from ..store.lock import OWN
from ..store.machine import ATTRIBUTES, IGNORED, set_hooks
from ..store.practice import MARK
from ..store.writer import write_new
from ..text.writer import write
from .schemas import write_all

SCHEMAS = ".mplan/schemas"


class Answers(Frozen):
    """What init needs to know; None leaves a key out."""

    name: str
    therapist: str
    therapist_id: str
    title: str | None = None
    phone: str | None = None
    jurisdiction: str | None = None
    language: str = "en"
    paper: str = "letter"


class Made(Frozen):
    """What init did.

    Attributes:
        files: those it wrote into the practice.
        without: why there is no version control.
        others_hooks: names of hooks that were there already and stay as they are.
    """

    files: tuple[Path, ...]
    without: str | None
    others_hooks: tuple[str, ...]


def make_practice(folder: Path, answers: Answers) -> Made:
    """Make the folder and its first files, put it under version control, and commit them.

    Raises:
        NotReadable: there is a practice already, or the disk or git refuses.
    """
    if (folder / MARK).exists():
        raise NotReadable(f"{folder / MARK} exists already.", "this folder is a practice; see: mplan check")
    written = []
    for name, text in _files(answers).items():
        path = folder / name
        if not path.exists():
            write_new(path, text, private=False)
            written.append(path)
    for name in ("clients", "library", "templates"):
        (folder / name).mkdir(exist_ok=True)
    root = folder.resolve()
    if not isinstance(git_.locate(root), Git) and git_.program() is not None:
        git_.start(root)
    from .load import open_practice
    from .me import who_am_i

    practice = open_practice(root).house.practice
    made = set_up(root)
    if made.without is None:
        me = who_am_i(practice, None, date.max, practice.therapists[0].id)
        with Changes(root) as changes:
            changes.include(path.relative_to(folder).as_posix() for path in written)
            changes.commit("practice", me.person)
    return Made(tuple(written), made.without, made.others_hooks)


def set_up(root: Path) -> Made:
    """Give a clone what its machine needs: schemas for editors, hooks, and a folder for drafts that git does not see.

    Raises:
        NotReadable: the disk or git refuses.
    """
    own = root / OWN
    try:
        own.mkdir(mode=0o700, exist_ok=True)
        own.chmod(0o700)
    except OSError as error:
        raise NotReadable(f"{own} cannot be made: {(error.strerror or str(error)).lower()}.") from error
    write_all(str(root / SCHEMAS))
    git = git_.locate(root)
    if not isinstance(git, Git):
        return Made((), f"{git.because} ({git.help})", ())
    return Made((), None, tuple(set_hooks(git)))


def _files(answers: Answers) -> dict[str, str]:
    return {
        MARK: write(_practice(answers)) + _HINTS,
        ".gitignore": IGNORED,
        ".gitattributes": ATTRIBUTES,
        ".vscode/settings.json": json.dumps(editor_settings(), indent=2) + "\n",
    }


def _practice(answers: Answers) -> dict[str, object]:
    therapist = {"id": answers.therapist_id, "name": answers.therapist, "title": answers.title}
    whole: dict[str, object] = {
        "format": "0",
        "name": answers.name,
        "phone": answers.phone,
        "therapists": [{k: v for k, v in therapist.items() if v}],
        "jurisdiction": answers.jurisdiction,
        "language": answers.language,
        "paper": answers.paper,
        "units": "metric",
        "usual": {"pain": {"scale": "nprs"}, "rom": {"method": "goniometer"}},
    }
    return {k: v for k, v in whole.items() if v}


_HINTS = """\
# More you can say here: address, email, each therapist's skills (mplan library list technique),
# and house rules for homework: {most-lines: 3, pain-rule: ...}. All keys: mplan schema practice
"""


def editor_settings() -> dict[str, object]:
    """Which schema governs which file, for editors that read `.vscode/settings.json`."""
    schemas: dict[str, object] = {f"{SCHEMAS}/{kind}.schema.json": f"{kind}.yaml" for kind in STANDING}
    schemas[f"{SCHEMAS}/client.schema.json"] = "clients/*/client.yaml"
    for kind in DATED:
        globs = [f"clients/*/*-{kind}.yaml", f"clients/*/*-{kind}-*.yaml"]
        schemas[f"{SCHEMAS}/{kind}.schema.json"] = globs
    for kind, folder in (("exercise", "exercises"), ("movement", "movements"), ("instrument", "instruments"),
                         ("technique", "techniques"), ("source", "sources")):  # fmt: skip
        schemas[f"{SCHEMAS}/library/{kind}.schema.json"] = f"library/{folder}/*.yaml"
    return {
        "yaml.schemas": schemas,
        "yaml.format.enable": False,
        "files.associations": {f"*-{kind}.md": "markdown" for kind in BODY_KEY},
        "editor.inlineSuggest.enabled": False,
        "github.copilot.enable": {"*": False},
    }
