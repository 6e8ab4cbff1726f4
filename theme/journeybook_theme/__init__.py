"""Templates, styles and scripts of a portal; read as files, never imported for code."""
