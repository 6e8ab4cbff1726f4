"""A journey as a map: stages and steps from left to right, lanes from top to bottom."""

from journeybook.pages.map.journey_map import JourneyMap, map_of

__all__ = ["JourneyMap", "map_of"]
