"""Diagrams as ready SVG."""
