"""The tests of Journeybook; `tests.tools` is what they share."""
