"""What tests of reading may ask for."""

from __future__ import annotations

from typing import Any

import pytest

from journeybook.reading import processes, read_apart, read_files


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that this very process reads, one by one; all of them, unless a test asks for more processes."""
    read: list[str] = []

    def reading(path: str, *others: Any) -> Any:
        read.append(path)
        return original(path, *others)

    original = read_files.read_file
    monkeypatch.setattr(read_files, "read_file", reading)
    monkeypatch.setattr(read_apart, "read_file", reading)
    monkeypatch.setenv(processes.PROCESSES, "1")
    return read
