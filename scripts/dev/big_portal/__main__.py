"""Writes a big portal: `python -m big_portal FOLDER PAGES`."""

import sys
from pathlib import Path

from big_portal import write_portal

root, pages = Path(sys.argv[1]), int(sys.argv[2])
print(f"{root}: {write_portal(root, pages):,} pages")
