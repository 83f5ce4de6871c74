"""`mplan init`: a practice folder with its first file, ready for an editor."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import NotReadable
from ..frozen import Frozen
from ..records.kinds import BODY_KEY, DATED, STANDING
from ..store.practice import MARK
from ..store.writer import write_new
from ..text.writer import write
from .schemas import write_all

SCHEMAS = ".mplan/schemas"
IGNORED = "out/\n.mplan/\n"


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


def make_practice(folder: Path, answers: Answers) -> list[Path]:
    """Make the folder and its first files; gives the files written.

    Raises:
        NotReadable: there is a practice already, or the disk refuses.
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
    write_all(str(folder / SCHEMAS))
    return written


def _files(answers: Answers) -> dict[str, str]:
    return {
        MARK: write(_practice(answers)) + _HINTS,
        ".gitignore": IGNORED,
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
