"""What stands beside `mkdocs.yml` and belongs to a portal too; paths from the portal's root folder."""

OPTIONS_FILE = "journeybook.yml"
"""The portal's own options."""

LOCK_FILE = "journeybook.lock"
"""Which bytes of other portals a build may read."""

OTHERS_FOLDER = "portals"
"""What was fetched of other portals."""

BASELINE_FILE = ".journeybook-baseline.json"
"""Where the portal keeps the findings it had before."""

SCHEMAS_FOLDER = ".journeybook/schemas"
"""The schemas that editors read; every build renews them."""
