"""The schemas that editors read, renewed with every build: what was just written is offered at once."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig

from journeybook.exchange.editor import keep_fresh, names_of
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.host_config import portal_root
from journeybook.model.portal_files import SCHEMAS_FOLDER
from journeybook.portal import Portal


def renew_schemas(config: MkDocsConfig, portal: Portal) -> str:
    """Write the schemas of `portal` beside its `mkdocs.yml`; why they cannot be written, if so."""
    fault = keep_fresh(portal_root(config), names_of(portal))
    return str(fault.strerror) if fault else ""


def tell_fault(fault: str) -> None:
    """Note why schemas were not renewed, if there is a `fault`: the site can be written all the same."""
    if fault:
        log.debug("The schemas in %s are not renewed: %s", SCHEMAS_FOLDER, fault)
