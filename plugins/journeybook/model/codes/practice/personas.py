"""JB405 to JB408: a journey is somebody's, and that somebody is known."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB405",
        Severity.WARNING,
        "A journey that is nobody's",
        "A map shows the world through somebody's eyes. Without a persona it tells what a company does, and "
        "nobody can say whether a step feels good.",
        "title: Report a claim\nstatus: in-review\nstages: [{title: Report it, steps: [Calls]}]",
        "title: Report a claim\nstatus: in-review\npersona: site-owner\n"
        "stages: [{title: Report it, steps: [Calls]}]",
        'Gibbons, "Journey Mapping 101", Nielsen Norman Group 2018: the actor comes first, one point of view '
        "a map",
    ),
    Code(
        "JB406",
        Severity.INFO,
        "Too many personas for one map",
        "One point of view makes a clear story, and a few can be compared. With more than four nobody lives "
        "exactly this journey, and their curves cannot be told apart. Journeys that differ are journeys of "
        "their own.",
        "personas: [ann, ben, eva, jan, tom]",
        "personas: [ann, ben]",
        'Gibbons, "Journey Mapping 101", Nielsen Norman Group 2018: the actor comes first, one point of view '
        "a map",
    ),
    Code(
        "JB407",
        Severity.INFO,
        "A persona built on assumption only",
        "To begin with an assumption is right; to finish with it is not. The persona, or a journey that it "
        "lives through, is past its draft, and nobody has asked such people yet.",
        "---\ntitle: Site owner\nowner: support\nstatus: reviewed\nreviewed: 2026-09-14\nbasis: assumption\n---",
        "---\n"
        "title: Site owner\n"
        "owner: support\n"
        "status: reviewed\n"
        "reviewed: 2026-09-14\n"
        "basis: research\n"
        "evidence: [shop-talks]\n"
        "---",
        'Stickdorn, Hormess, Lawrence and Schneider, "This Is Service Design Doing", O\'Reilly 2018: from '
        "personas and maps that are assumed to those that rest on research",
    ),
    Code(
        "JB408",
        Severity.WARNING,
        "A persona that names no research",
        "`basis: research` is a promise to readers: real people were asked. Name what was asked of whom, or "
        "call it an assumption, which is no shame.",
        "---\ntitle: Site owner\nbasis: research\n---",
        "---\ntitle: Site owner\nbasis: research\nevidence: [shop-talks]\n---",
        'Laubheimer, "3 Persona Types: Lightweight, Qualitative, and Statistical", Nielsen Norman Group '
        "2020: what a persona rests on decides how far it carries",
    ),
)
