"""YAML whose own tags (`!ENV`, `!!python/name:…`) are carried along and never understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import yaml


@dataclass(frozen=True, slots=True)
class Tagged:
    """A value with a tag that only its reader knows."""

    tag: str
    value: Any


class _Loader(yaml.SafeLoader):
    """Keeps tags it does not know."""


class _Dumper(yaml.SafeDumper):
    """Writes them as they were, and no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # PyYAML calls it so
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Lists stand further in than their key, as people write them."""
        super().increase_indent(flow, indentless=False)


def _construct(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> Tagged:  # noqa: ARG001  # PyYAML's call
    if isinstance(node, yaml.ScalarNode):
        return Tagged(node.tag, loader.construct_scalar(node))
    if isinstance(node, yaml.SequenceNode):
        return Tagged(node.tag, loader.construct_sequence(node, deep=True))
    return Tagged(node.tag, loader.construct_mapping(cast(yaml.MappingNode, node), deep=True))


def _represent(dumper: yaml.SafeDumper, tagged: Tagged) -> yaml.Node:
    if isinstance(tagged.value, list):
        return dumper.represent_sequence(tagged.tag, cast("list[Any]", tagged.value))
    if isinstance(tagged.value, dict):
        return dumper.represent_mapping(tagged.tag, cast("dict[str, Any]", tagged.value))
    return dumper.represent_scalar(tagged.tag, tagged.value)


yaml.add_multi_constructor("", _construct, Loader=_Loader)
yaml.add_representer(Tagged, _represent, Dumper=_Dumper)


def load(text: str) -> Any:
    """What YAML `text` says; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  # a safe loader of ours


def dump(value: Any) -> str:
    """`value` as YAML, keys in their order."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1_000)
