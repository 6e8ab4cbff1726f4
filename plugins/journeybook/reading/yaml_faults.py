"""What YAML's parser stumbles over, said in an editor's words with the mend."""

from __future__ import annotations

import yaml

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.sources import Source


def report_syntax(source: Source, error: yaml.YAMLError, findings: Findings) -> None:
    """Report why `source` is not YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + source.first_line, mark.column + 1) if mark else (source.first_line, 1)
    problem = getattr(error, "problem", None) or "this is not YAML"
    findings.add("JB120", Span(line, column, line, column + 1), f"YAML cannot be read here: {problem}")
