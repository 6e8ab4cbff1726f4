"""The bench of builds, from end to end over a very small portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import bench_build
import pytest
from build_bench import figures
from build_bench.figures import Bench, Figure, Size, load, measured
from build_bench.plot import plot
from build_bench.report import PAGE, publish, table
from build_bench.run import RunError, Took, run
from build_bench.systems import Place, System

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMS = ["cold", "changed", "generate", "mkdocs", "gen-files", "narratives", "floor"]
COLD, MKDOCS = Figure("cold", 1.0, 1.5, 80, 3, 500, 10.5), Figure("mkdocs", 3.0, 3.0, 120, 3, 300, 9.0)
GENERATED = Figure("zensical", 5.0, 4.0, 100, 3, 200, 8.0, alone=2.0, alone_work=1.5)
SLOW = Figure("mkdocs", 1200.0, 1100, 900, 1, stopped=True)
FIGURES = Bench(
    {"processor": "One of these", "cores": "2"},
    (Size(100, (COLD, MKDOCS, GENERATED)), Size(1000, (Figure("cold", 4.0, 7.5, 90, 3, 4000, 90.5), SLOW))),
)


def test_all_systems_build_a_small_portal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench_build.main(["--sizes", "30", "--repeat", "1", "--out", str(tmp_path), "--systems", *SYSTEMS])
    size = load(tmp_path / "figures.json").sizes[0]
    assert [one.name for one in size.figures] == SYSTEMS
    for one in size.figures:
        assert one.seconds > 0
        assert one.work > 0
        assert not one.stopped
    pages = {one.name: one.files for one in size.figures}
    assert pages["floor"] == pages["cold"] == pages["changed"]
    assert "Journeybook, cold" in capsys.readouterr().out
    assert {path.name for path in tmp_path.iterdir()} >= {"table.md", "speed-light.svg", "speed-dark.svg"}


def test_a_run_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    took = run(["sleep", "60"], tmp_path, 0.1, {})
    assert took.stopped
    assert took.seconds < 30


def test_a_run_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="No such file"):
        run(["ls", "nothing-here"], tmp_path, 60, {"LC_ALL": "C"})


@pytest.mark.parametrize("name", ["zensical", "cold"])
def test_what_others_cannot_build_has_no_figures(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Place) -> Took:
        raise RunError("too long a text")

    quick = System("floor", "deleting and writing", lambda _: run(["true"], tmp_path, 60, {}))
    monkeypatch.setattr(figures, "SYSTEMS", (System(name, "It", fails), quick))
    told: list[str] = []
    place = Place(tmp_path, 100, 60)
    if name == "cold":
        with pytest.raises(RunError):
            measured(place, {name, "floor"}, 2, told.append)
    else:
        assert [one.name for one in measured(place, {name, "floor"}, 2, told.append).figures] == ["floor"]
        assert len([one for one in told if "ended with an error: too long a text" in one]) == 1


def test_the_table_compares_with_the_cold_build() -> None:
    assert "| Journeybook, cold | 1.00 | 1.00 | 10.00 | 1.50 | 80 | 500 | 10.5 |" in table(FIGURES)
    assert "| generated, then MkDocs and Material | 3.00 | 3.00 | 30.00 |" in table(FIGURES)
    assert "| generated, then Zensical | 5.00 | 5.00 | 50.00 |" in table(FIGURES)
    assert "| — without `generate` | 2.00 | 2.00 | 20.00 | 1.50 |" in table(FIGURES)
    assert "| generated, then MkDocs and Material | > 1,200.00 | > 300.00 | > 1,200.00 |" in table(FIGURES)


def test_the_same_figures_give_the_same_plot() -> None:
    assert plot(FIGURES, "light") == plot(FIGURES, "light")
    assert plot(FIGURES, "light") != plot(FIGURES, "dark")


def test_publishing_again_changes_nothing_else(tmp_path: Path) -> None:
    manual = tmp_path / "manual"
    manual.mkdir()
    (manual / PAGE).write_text("Before.\n\n<!-- figures -->\nOld.\n<!-- end of figures -->\n\nAfter.\n")
    publish(FIGURES, manual)
    once = (manual / PAGE).read_text()
    publish(FIGURES, manual)
    assert (manual / PAGE).read_text() == once
    assert "Old." not in once
    assert "- cores: 2" in once
    assert once.startswith("Before.")
    assert once.endswith("<!-- end of figures -->\n\nAfter.\n")
