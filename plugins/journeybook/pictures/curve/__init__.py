"""The experience curve as geometry: numbers in, numbers and path texts out."""

from journeybook.pictures.curve.between import Between, between
from journeybook.pictures.curve.cubic import Cubic
from journeybook.pictures.curve.paths import Frame
from journeybook.pictures.curve.scale import LEVELS, percent
from journeybook.pictures.curve.spline import curve_through
from journeybook.pictures.curve.spread import spread

__all__ = ["LEVELS", "Between", "Cubic", "Frame", "between", "curve_through", "percent", "spread"]
