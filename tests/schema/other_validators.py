"""Do check-jsonschema and Ajv judge the examples and all kept variants as we do?

Run as `python tests/schema/other_validators.py`. Needs `check-jsonschema` beside this Python; Ajv is asked where
there is npm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from massageplan.records.kinds import STANDING, read_stem
from massageplan.schema.gate import KINDS, Schemas
from massageplan.store import resources
from massageplan.text.reader import parse

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
SCHEMAS = Schemas(resources.schema)

AJV = """
const fs = require("fs"), Ajv = require("ajv/dist/2020"), formats = require("ajv-formats");
const { parse } = require("yaml");
const ajv = new Ajv({ strict: false, allErrors: false });
formats(ajv); ajv.addFormat("markdown", true);
const gates = {};
for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\\n")) {
  const [kind, schema, file] = JSON.parse(line);
  gates[kind] ??= ajv.compile(JSON.parse(fs.readFileSync(schema, "utf8")));
  let good = false;
  try { good = gates[kind](parse(fs.readFileSync(file, "utf8"), { version: "1.2" })); } catch { }
  console.log(good ? 1 : 0);
}
"""


def records() -> list[tuple[str, str]]:
    """Kind and text of every example record and every kept variant."""
    out: list[tuple[str, str]] = []
    for path in sorted((ROOT / "examples").glob("*/**/*.yaml")):
        stem = read_stem(path.stem)
        kind = stem.kind if stem else path.stem
        if (stem or path.stem in STANDING) and "library" not in path.parts:
            out.append((kind, path.read_text(encoding="utf-8")))
    for name in ("slips.yaml", "fits.yaml"):
        for each in yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
            out.append((each["kind"], each["record"]))
    return out


def ours(kind: str, text: str) -> bool:
    """Our gate's verdict."""
    document = parse("f.yaml", text.encode()).document
    return document is not None and SCHEMAS.fits(kind, document.data)


def check_jsonschema(kind: str, schema: Path, files: list[Path]) -> dict[str, bool]:
    """The verdict of check-jsonschema on each file of a kind."""
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--schemafile", str(schema), "-o", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    said: dict[str, Any] = json.loads(done.stdout)
    bad = {e["filename"] for e in (*said.get("errors", ()), *said.get("parse_errors", ()))}
    return {str(f): str(f) not in bad for f in files}


def ajv(place: Path, rows: list[tuple[str, Path, Path]]) -> list[bool]:
    """The verdict of Ajv on each file."""
    subprocess.run(["npm", "install", "--silent", "ajv@8", "ajv-formats@3", "yaml@2"], cwd=place, check=True)
    (place / "list.jsonl").write_text("\n".join(json.dumps([k, str(s), str(f)]) for k, s, f in rows), encoding="utf-8")
    (place / "ajv.js").write_text(AJV, encoding="utf-8")
    done = subprocess.run(["node", "ajv.js", "list.jsonl"], cwd=place, capture_output=True, text=True, check=True)
    return [line == "1" for line in done.stdout.split()]


def main() -> int:
    """Print how often each agrees with us; exit code 1 if one ever differs."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        schemas = {kind: place / f"{kind}.schema.json" for kind in KINDS}
        for kind, path in schemas.items():
            path.write_text(json.dumps(SCHEMAS.schema(kind)), encoding="utf-8")
        rows, verdicts = [], []
        for n, (kind, text) in enumerate(records()):
            file = place / f"{n:04d}.yaml"
            file.write_text(text, encoding="utf-8")
            rows.append((kind, schemas[kind], file))
            verdicts.append(ours(kind, text))
        theirs: dict[str, bool] = {}
        for kind, schema in schemas.items():
            files = [f for k, _, f in rows if k == kind]
            theirs |= check_jsonschema(kind, schema, files) if files else {}
        differ = [rows[i][2].name for i, v in enumerate(verdicts) if theirs[str(rows[i][2])] != v]
        print(f"check-jsonschema: {len(rows) - len(differ)} of {len(rows)} verdicts as ours {differ}")
        judged = ajv(place, rows) if shutil.which("npm") else verdicts
        also = [rows[i][2].name for i, v in enumerate(verdicts) if judged[i] != v]
        asked = "Ajv" if shutil.which("npm") else "Ajv (not asked: no npm)"
        print(f"{asked}: {len(rows) - len(also)} of {len(rows)} verdicts as ours {also}")
        for odd in {*differ, *also}:
            print(odd, (place / odd).read_text(encoding="utf-8"))
    return int(bool(differ or also))


if __name__ == "__main__":
    sys.exit(main())
