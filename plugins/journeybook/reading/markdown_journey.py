"""A journey in Markdown -> the tree that the same journey in YAML would give."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journeybook.model import Stage, Step
from journeybook.reading.blocks import Blocks, Heading, KeyFence, blocks_of
from journeybook.reading.composing import compose
from journeybook.reading.findings import Findings
from journeybook.reading.headings import title_of
from journeybook.reading.markdown_entity import add_narrative
from journeybook.reading.narrative import narrative_of
from journeybook.reading.nodes import Entries, Items, Pair, Scalar, text_node
from journeybook.reading.schema import shape_of
from journeybook.reading.sources import Source
from journeybook.reading.yaml_traps import quoted

_ID = re.compile(r"^id:[ \t]+([\w-]+)[ \t]*$", re.MULTILINE)
"""The id in a fence that cannot be read, so that references to it are no findings as well."""

_RECORDS = {"stage": Stage, "step": Step}


def add_body(journey: Entries, body: Source, findings: Findings) -> None:
    """Add the title, narrative and stages that `body` holds to the keys of `journey`."""
    _Reader(body, blocks_of(body), findings).read(journey)


@dataclass(slots=True)
class _Stage:
    entries: Entries
    steps: list[Entries] = field(default_factory=list[Entries])


@dataclass(slots=True)
class _Reader:
    body: Source
    blocks: Blocks
    findings: Findings
    stages: list[_Stage] = field(default_factory=list["_Stage"])
    used: set[int] = field(default_factory=set[int])
    """Lines of the fences that stand where they belong."""

    def read(self, journey: Entries) -> None:
        start, end = self.body.first_line, self.body.first_line + len(self.body.lines)
        parts = list[Heading]()
        for heading in self.blocks.headings:
            if heading.level == 1:
                start = self.title(journey, heading, start, is_first=not parts)
            elif heading.is_underlined and heading.after - heading.line > 2:  # text and underline
                hint = "put a blank line above --- for a rule, or write `## …` for a stage"
                self.findings.add(
                    "JB165", heading.span, "a line of --- makes a heading of the text above it", hint
                )
            else:
                parts.append(heading)
        self.narrate(journey, start, parts[0].line if parts else end)
        for heading, after in zip(parts, [*(part.line for part in parts[1:]), end], strict=False):
            self.part(heading, after)
        for stage in self.stages:
            self.attach(stage.entries, "steps", stage.steps)
        self.attach(journey, "stages", [stage.entries for stage in self.stages])
        for fence in self.blocks.fences:
            if fence.kind and fence.line not in self.used:
                self.report_stray(fence)

    def title(self, journey: Entries, heading: Heading, start: int, *, is_first: bool) -> int:
        """Take `heading` for the journey's title; the line its narrative begins on."""
        written = journey.get("title")
        if not is_first or narrative_of(self.body, start, heading.line):
            message = "a # heading is a journey's title and stands before everything else"
            self.findings.add(
                "JB163", heading.span, message, "write ## for a stage, ### for a step, #### within text"
            )
            return start
        if written is None:
            journey.pairs.append(title_of(heading, "the front matter", self.findings))
        elif isinstance(written.value, Scalar) and written.value.text.strip() != heading.text:
            message = f"the front matter gives another title: {quoted(written.value.text)}"
            self.findings.add("JB163", heading.span, message, "keep one of them, or write ## for a stage")
        return heading.after

    def part(self, heading: Heading, end: int) -> None:
        """Read the stage or step below `heading`, whose text ends before line `end`."""
        kind = "stage" if heading.level == 2 else "step"  # ## is a stage
        title = title_of(heading, f"a fence ```yaml {kind} below the heading", self.findings)
        entries = Entries([title], heading.span)
        start = self.fence(entries, kind, heading.after, end)
        self.narrate(entries, start, end)
        if kind == "step" and not self.stages:
            hint = "write `## …` with the title of its stage above it"
            self.findings.add("JB162", heading.span, "this step stands before any stage", hint)
            self.stages.append(_Stage(Entries(entries.pairs[:1], heading.span)))
        if kind == "step":
            self.stages[-1].steps.append(entries)
        else:
            self.stages.append(_Stage(entries))

    def fence(self, entries: Entries, kind: str, start: int, end: int) -> int:
        """Add the keys of the fence that stands right under the heading; the first line behind it."""
        first = next((line for line in range(start, end) if self.body.line(line).strip()), end)
        fence = next((one for one in self.blocks.fences if one.line == first and one.is_outermost), None)
        if fence is None or not self.belongs(fence, kind):
            return start
        self.used.add(fence.line)
        if not fence.is_closed:
            message = f"this fence is never closed, so all that follows is taken for the {kind}'s keys"
            self.findings.add("JB164", fence.span, message, "close it with a line of ``` below its keys")
            return fence.after
        self.add_keys(entries, fence)
        return fence.after

    def belongs(self, fence: KeyFence, kind: str) -> bool:
        if fence.kind == kind:
            return True
        if fence.kind:
            self.used.add(fence.line)
            message = f"the heading above opens a {kind}, and this fence says '{fence.kind}'"
            self.findings.add("JB161", fence.span, message, f"write ```yaml {kind}")
            return fence.kind == f"{kind}s"
        word = re.match(r"\s*([a-z_]+):", fence.content.text)
        if word and word[1] in shape_of(_RECORDS[kind]).by_key:
            message = f"this fence looks like the {kind}'s keys but is shown as an example"
            self.findings.add("JB166", fence.span, message, f"write ```yaml {kind}")
        return False

    def add_keys(self, entries: Entries, fence: KeyFence) -> None:
        node = compose(fence.content, self.findings)
        if node is None and (found := _ID.search(fence.content.text)):
            entries.pairs.append(Pair("id", fence.span, text_node(found[1], fence.span)))
        if node is None or (isinstance(node, Scalar) and node.is_nothing):
            return
        if not isinstance(node, Entries):
            self.findings.add(
                "JB134", node.span, f"a {fence.kind}'s fence holds keys and values", "write `key: value`"
            )
            return
        title = entries.pairs[0].value
        for pair in node.pairs:
            if pair.key != "title":
                entries.pairs.append(pair)
            elif isinstance(pair.value, Scalar) and isinstance(title, Scalar) and pair.value.text != title.text:
                message = f"the heading gives another title: {quoted(title.text)}"
                self.findings.add("JB150", pair.key_span, message, "keep one of them")

    def narrate(self, entries: Entries, start: int, end: int) -> None:
        """Add the text from line `start` to before line `end` as narrative."""
        add_narrative(entries, narrative_of(self.body, start, end), self.findings)

    def attach(self, entries: Entries, key: str, parts: list[Entries]) -> None:
        """Add `parts`, which headings opened, to the list `key`."""
        if not parts:
            return
        for written in [pair for pair in entries.pairs if pair.key in {key, key.removesuffix("s")}]:
            message = f"'{written.key}' is written here and as headings below"
            self.findings.add("JB150", written.key_span, message, "keep one of them")
            entries.pairs.remove(written)
        entries.pairs.append(Pair(key, parts[0].span, Items([*parts], parts[0].span)))

    def report_stray(self, fence: KeyFence) -> None:
        if fence.kind == "journey":
            message, hint = (
                "a journey's keys stand in the front matter",
                "move them between the lines of --- on top",
            )
        else:
            kind = fence.kind.removesuffix("s")
            message = f"a {kind}'s keys stand right under its heading, and nothing else between"
            hint = "move this fence up, or make it ```yaml if it is an example"
        self.findings.add("JB160", fence.span, message, hint)
