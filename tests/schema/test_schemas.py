"""The record schemas: sound, complete for prompts, and of one mind about what is typed and what is text.

Every record is seen in two views: with all scalars as text, as this project's own loader gives them, and with
numbers and truth values, as an editor or another validator reads YAML 1.2. Both views and both validators must
come to the same verdict at the same place.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

ROOT = Path(__file__).parents[2]
DATA = Path(__file__).parent / "data"
SUFFIX = ".schema.json"
SCHEMAS: dict[str, dict[str, Any]] = {
    path.name.removesuffix(SUFFIX): json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "schemas").glob("*" + SUFFIX))
}
KINDS = [kind for kind in SCHEMAS if kind != "parts"]
EXPECTED = [
    "amendment", "assessment", "checkin", "client", "consent", "discharge", "event", "followup", "history",
    "network", "plan", "practice", "referral", "session",
]  # fmt: skip

REGISTRY: Registry[Any] = Registry().with_resources(
    (kind + SUFFIX, DRAFT202012.create_resource(schema)) for kind, schema in SCHEMAS.items()
)
# The fast validator wants absolute addresses; any scheme will do, as nothing is ever fetched.
BASE = "mplan:///"
FAST_REGISTRY = jsonschema_rs.Registry([(BASE + kind + SUFFIX, schema) for kind, schema in SCHEMAS.items()])

INTEGER = re.compile(r"[-+]?[0-9]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NULLS = {"", "~", "null", "Null", "NULL"}


def slow(schema: dict[str, Any]) -> Draft202012Validator:
    """The reference validator, checking formats too."""
    return Draft202012Validator(schema, registry=REGISTRY, format_checker=Draft202012Validator.FORMAT_CHECKER)


def fast(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    """The validator of the gate, kept off the network."""
    return jsonschema_rs.Draft202012Validator(
        schema, registry=FAST_REGISTRY, base_uri=BASE + "here" + SUFFIX, validate_formats=True, offline=True
    )


SLOW = {kind: slow(SCHEMAS[kind]) for kind in KINDS}
FAST = {kind: fast(SCHEMAS[kind]) for kind in KINDS}


def core(text: str) -> object:
    """A plain scalar as the core schema of YAML 1.2 types it."""
    if text in NULLS:
        return None
    if text in WORDS:
        return WORDS[text]
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else text


def read(text: str, *, typed: bool) -> object:
    """A record's YAML in one of the two views."""

    def build(node: yaml.Node) -> object:
        if isinstance(node, yaml.MappingNode):
            return {str(key.value): build(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [build(item) for item in node.value]
        content = str(node.value)
        # PyYAML marks a plain scalar by no style at all.
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if typed:
            return core(content) if plain else content
        return None if plain and not content else content

    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert root is not None
    return build(root)


def as_text(value: object) -> object:
    """An example's value with every scalar as it would be typed."""
    if isinstance(value, dict):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return json.dumps(value) if isinstance(value, bool | int | float) else value


def pointer(path: list[Any]) -> str:
    """A JSON pointer to a place in a record."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def places(kind: str, record: object) -> tuple[set[str], set[str]]:
    """Where the reference validator, and where the fast one, finds fault."""
    return (
        {pointer(list(error.absolute_path)) for error in SLOW[kind].iter_errors(record)},
        {pointer(list(error.instance_path)) for error in FAST[kind].iter_errors(record)},
    )


def nodes(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every map inside a schema, with its path; examples are data, so they are passed over."""
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            if key != "examples":
                yield from nodes(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from nodes(value, f"{path}/{index}")


def properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property anywhere; a condition's own `properties` only ask and describe nothing."""
    for name, schema in SCHEMAS.items():
        for path, node in nodes(schema):
            if path.endswith("/properties") and "/if/" not in path + "/":
                yield from ((f"{name}{path}/{key}", value) for key, value in node.items())


PROPERTIES = dict(properties())
SLIPS = yaml.load((DATA / "slips.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
FITS = yaml.load((DATA / "fits.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def test_there_is_a_schema_for_every_kind() -> None:
    """One schema a kind, and the parts."""
    assert KINDS == EXPECTED


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_valid(name: str) -> None:
    """Each file is a schema of its draft, without an address of its own."""
    schema = SCHEMAS[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in schema
    assert schema["title"]
    assert schema["description"]


@pytest.mark.parametrize("kind", KINDS)
def test_whole_example_is_valid(kind: str) -> None:
    """The record shown with each schema is one."""
    for example in SCHEMAS[kind]["examples"]:
        for view in (example, as_text(example)):
            assert places(kind, view) == (set(), set())


@pytest.mark.parametrize("path", PROPERTIES)
def test_property_helps_a_prompt(path: str) -> None:
    """Each property has a short label, one sentence of help and one or two values to show."""
    schema = PROPERTIES[path]
    assert 0 < len(schema["title"]) <= 30
    assert not schema["title"].endswith(".")
    assert schema["title"][0].isupper()
    assert re.fullmatch(r"[A-Z].*\.", schema["description"])
    assert ". " not in schema["description"]
    assert 1 <= len(schema["examples"]) <= 3


@pytest.mark.parametrize("path", PROPERTIES)
def test_property_examples_fit(path: str) -> None:
    """Each example is valid for its property in both views."""
    schema = json.loads(json.dumps(PROPERTIES[path]).replace('"#/$defs/', f'"parts{SUFFIX}#/$defs/'))
    for example in schema["examples"]:
        for view in (example, as_text(example)):
            assert slow(schema).is_valid(view), view
            assert fast(schema).is_valid(view), view


@pytest.mark.parametrize("name", SCHEMAS)
def test_maps_are_closed(name: str) -> None:
    """No map lets an unknown key pass."""
    for path, node in nodes(SCHEMAS[name]):
        asks = "/if/" in path + "/" or path.endswith(("/properties", "/$defs"))
        if not asks and ({"properties", "patternProperties"} & node.keys()):
            assert node.get("additionalProperties") is False, path


@pytest.mark.parametrize("name", SCHEMAS)
def test_patterns_mean_the_same_everywhere(name: str) -> None:
    """Patterns hold only what ECMAScript, Python and Rust read alike."""
    for path, node in nodes(SCHEMAS[name]):
        patterns = list(node.get("patternProperties", {}))
        if isinstance(node.get("pattern"), str):
            patterns.append(node["pattern"])
        for pattern in patterns:
            assert "(?" not in pattern, path
            assert not re.search(r"\\[^S.()]", pattern), path
            assert pattern == r"\S" or re.fullmatch(r"\^.+\$", pattern), path


def test_every_part_is_used_and_there() -> None:
    """No reference leads nowhere, and no part is left over."""
    used = {
        node["$ref"].rpartition("/")[2]
        for schema in SCHEMAS.values()
        for _, node in nodes(schema)
        if isinstance(node.get("$ref"), str)
    }
    assert used == SCHEMAS["parts"]["$defs"].keys()


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "text"])
@pytest.mark.parametrize("case", SLIPS, ids=lambda case: f"{case['kind']}: {case['slip']}")
def test_slip_is_seen_where_it_is(case: dict[str, str], typed: bool) -> None:
    """Each slip is refused at its own place, and nothing else is."""
    found = places(case["kind"], read(case["record"], typed=typed))
    assert found == ({case["at"]}, {case["at"]})


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "text"])
@pytest.mark.parametrize("case", FITS, ids=lambda case: f"{case['kind']}: {case['fits']}")
def test_odd_record_fits(case: dict[str, str], typed: bool) -> None:
    """Each odd but right record is accepted."""
    assert places(case["kind"], read(case["record"], typed=typed)) == (set(), set())
