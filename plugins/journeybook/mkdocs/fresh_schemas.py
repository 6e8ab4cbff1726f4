"""The schemas that editors read, renewed with every build: what was just written is offered at once."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from journeybook.exchange.editor import keep_fresh, names_of
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.host_config import portal_root
from journeybook.model.portal_files import SCHEMAS_FOLDER
from journeybook.portal import Portal


def renew_schemas(config: MkDocsConfig, portal: Portal) -> None:
    """Write the schemas of `portal` beside its `mkdocs.yml`; where nothing can be written, the site still can."""
    if fault := keep_fresh(portal_root(config), names_of(portal)):
        log.debug("The schemas in %s are not renewed: %s", SCHEMAS_FOLDER, fault.strerror)
