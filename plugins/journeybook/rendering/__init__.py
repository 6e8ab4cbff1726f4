"""Pages to HTML, through the theme."""
