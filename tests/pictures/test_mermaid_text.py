"""The text itself: what mermaid-py would get wrong."""

from __future__ import annotations

import subprocess
import sys

from journeybook.pictures.mermaid_text import Arrow, Node, Section, Task, flowchart_text, journey_text


def test_a_step_without_actors_has_no_actor_without_a_name() -> None:
    assert journey_text(
        "T", "D", [Section("S", (Task("A", 3, ()), Task("B", 4, ("Ann", "Bob"))))]
    ).splitlines() == [
        "journey",
        "accTitle: T",
        "accDescr: D",
        "section S",
        "A: 3",
        "B: 4 : Ann, Bob",
    ]


def test_a_flowchart() -> None:
    inside = (Node("n1", ("A",), shape="hexagon", style="b", href="#a"), Node("n2", ("B", "C")))
    nodes = [Node("s1", ("S",), nodes=inside), Node("j1", ("J",), style="a", shape="round-edge", href="../x/")]
    arrows = [Arrow("n1", "n2", "thick", ("x", "y")), Arrow("n2", "j1"), Arrow("n2", "n1", "dotted"),
              Arrow("n1", "j1", "hidden")]  # fmt: skip
    styles = {"b": "stroke-width:3px", "a": "stroke-dasharray:6 4", "unused": "stroke:red"}
    assert flowchart_text("T", "D", styles, nodes, arrows).splitlines() == [
        "flowchart TB",
        "accTitle: T",
        "accDescr: D",
        "classDef a stroke-dasharray:6 4",
        "classDef b stroke-width:3px",
        'subgraph s1 ["S"]',
        'n1{{"A"}}',
        'click n1 "#a" _self',
        "n1:::b",
        'n2["B<br>C"]',
        "end",
        'j1("J")',
        'click j1 "../x/" _self',
        "j1:::a",
        'n1 ==>|"x<br>y"| n2',
        "n2 --> j1",
        "n2 -.-> n1",
        "n1 ~~~ j1",
    ]


def test_the_library_is_imported_late_and_in_silence() -> None:
    program = """
import sys
import journeybook.pictures as pictures
print("requests" in sys.modules, "mermaid" in sys.modules)
from journeybook.pictures.mermaid_text import journey_text
journey_text("T", "D", [])
print("mermaid" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "True"]
    assert done.stderr == ""
