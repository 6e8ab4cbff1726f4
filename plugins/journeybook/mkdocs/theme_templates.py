"""The host's own templates, compiled once for many builds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment

from journeybook.rendering import templates_kept_in
from journeybook.rendering.kept_templates import name_of

_KNOWN = ("_operator.", "builtins.", "jinja2.", "markupsafe.", "mkdocs.")
"""Where functions are from that always make the same of the same."""


def keep_compiled(env: Environment, root: Path) -> None:
    """Let `env` take its compiled templates from the portal in the folder `root`, and keep them there.

    What filters make of constants is part of a compiled template. Where another plugin has brought a filter, a
    test or an extension, nobody knows whether that is the same next time: then nothing is kept.
    """
    if env.bytecode_cache is not None or env.finalize is not None:
        return
    functions = cast("list[Mapping[str, object]]", [env.filters, env.tests])
    names = [*cast("dict[str, object]", cast(Any, env).extensions)]
    names += [name_of(function) for some in functions for function in some.values()]
    if all(name.startswith(_KNOWN) for name in names):
        env.bytecode_cache = templates_kept_in(root)
