"""Boards: what owners need to see across all journeys. One file per board."""
