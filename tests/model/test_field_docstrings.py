"""Docstrings of fields are read from the source as Python itself understands it."""

from __future__ import annotations

import ast
import inspect
from dataclasses import is_dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest
from pydantic.fields import FieldInfo

from journeybook.exchange import things
from journeybook.model import RECORDS, block, journey, portal_options, proof, text
from journeybook.model.field_docstrings import field_docstrings

MODULES = (block, journey, portal_options, proof, text, things)


def as_python_reads(module: ModuleType) -> dict[str, dict[str, str]]:
    """The docstrings under annotated fields, by class."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    return {one.name: docstrings_in(one) for one in tree.body if isinstance(one, ast.ClassDef)}


def docstrings_in(body: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, said in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(said, ast.Expr):
            found[field.target.id] = inspect.cleandoc(str(ast.literal_eval(said.value)))
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_field_says_what_stands_under_it(module: ModuleType) -> None:
    expected = as_python_reads(module)
    assert any(expected.values())
    for name, docstrings in expected.items():
        assert field_docstrings(getattr(module, name)) == docstrings


def test_records_have_descriptions_and_heirs_keep_them() -> None:
    for record in RECORDS.values():
        assert is_dataclass(record)
        fields: dict[str, FieldInfo] = cast(Any, record).__pydantic_fields__
        assert fields["title"].description, record
        assert fields["tags"].description, record


def test_a_class_without_source_has_none() -> None:
    assert field_docstrings(type("Nowhere", (), {"__module__": "builtins"})) == {}
