"""docs/checks/ out of the manual pages of the findings."""

from __future__ import annotations

from massageplan.checks.registry import names, page
from massageplan.findings import SEVERITIES
from massageplan.report.pages import as_markdown

HEAD = """# Findings

Everything `mplan check` can say of your files, and `mplan handout` of the sheet it makes, and what to do about it. In a
terminal: `mplan explain NAME`.

An *error* cannot be read, refers to nothing or contradicts itself; check then ends with exit code 1. A *warning* is a
gap in the work. Where a finding is meant to be so, say why, in practice.yaml for all records or in client.yaml for
one client or in a single record:

```yaml
allow:
  plan-without-homework: relaxation only, agreed with the client
```

| name | severity | says |
|---|---|---|
"""


def finding_pages() -> dict[str, str]:
    """A page for each finding, and their list."""
    read = {name: page(name) for name in names()}
    rows = "".join(f"| [{name}]({name}.md) | {SEVERITIES[name]} | {text.title} |\n" for name, text in read.items())
    made = {f"checks/{name}.md": as_markdown(name, SEVERITIES[name], text) for name, text in read.items()}
    return {"checks/README.md": HEAD + rows, **made}
