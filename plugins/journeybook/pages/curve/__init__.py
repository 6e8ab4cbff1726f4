"""The experience curve: how steps feel, as a lane of a map and as a picture of its own."""

from journeybook.pages.curve.curves import Curves, curves_of
from journeybook.pages.curve.figure import CurveFigure, curve_of
from journeybook.pages.curve.life import life_of
from journeybook.pages.curve.pieces import CurveCell, CurveLegend

__all__ = ["CurveCell", "CurveFigure", "CurveLegend", "Curves", "curve_of", "curves_of", "life_of"]
