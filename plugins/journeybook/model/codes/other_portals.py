"""JB33x: other portals that this one links to."""

from journeybook.model.codes.code import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "JB330", _ERROR, "a name that no other portal can have",
        "The name stands before a colon, as in `hosting:journey/move`. It is an id, and neither a kind nor the "
        "beginning of an address.",
        "portals:\n  touchpoint: https://maps.example/portal.json",
        "portals:\n  hosting: https://maps.example/portal.json",
    ),
    Code(
        "JB331", _ERROR, "a source that nothing can be fetched from",
        "A portal.json is fetched from a web address, or read from a path relative to journeybook.yml.",
        "source: ftp://maps.example/portal.json", "source: https://maps.example/portal.json",
    ),
    Code(
        "JB332", _ERROR, "another portal has not been fetched",
        "A build never asks the network: it reads what `journeybook fetch` has written into portals/ and "
        "journeybook.lock. Fetch it, and commit both.",
    ),
    Code(
        "JB333", _ERROR, "another portal is not as it was fetched",
        "The file in portals/ has another SHA-256 than journeybook.lock says, so somebody has changed it, "
        "or only one of the two was committed. Fetch it again.",
    ),
    Code(
        "JB334", _ERROR, "another portal cannot be read",
        "The document is no portal.json as Journeybook writes it: no JSON, too large, nested too deep, or with "
        "addresses that lead away from its site. Nothing of it is used.",
    ),
    Code(
        "JB335", _ERROR, "another portal has a version we do not know",
        "It was written by a later Journeybook, and could be misread. Update Journeybook.",
    ),
    Code(
        "JB336", _WARNING, "an internal portal is left out of a public build",
        "The other portal was built for the company alone. Nothing of it is shown in a build for the public, and "
        "links to it have only their text. Fetch a public build of it instead.",
    ),
    Code(
        "JB337", _WARNING, "nobody knows where the other site stands",
        "The other portal's document names no address of its site and was fetched from a path, so nothing can "
        "link to it.",
        "portals:\n  hosting: ../hosting/site/portal.json",
        "portals:\n  hosting:\n    source: ../hosting/site/portal.json\n    site: https://maps.hosting.example/",
    ),
    Code(
        "JB338", _ERROR, "journeybook.lock cannot be read",
        "The file is written by `journeybook fetch`, not by hand. Where two branches have both changed it, "
        "delete it and fetch again.",
    ),
    Code(
        "JB339", _WARNING, "another portal was fetched from elsewhere",
        "journeybook.yml names another source than the one that portals/ was fetched from. Fetch it again.",
    ),
)  # fmt: skip
