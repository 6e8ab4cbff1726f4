"""Interface words for the closed lists of the model."""

from __future__ import annotations

from journeybook.model import Kind
from journeybook.words import Words


def mark(message: str) -> str:
    """`message`, marked for the catalogue and translated where it is shown."""
    return message


_ONE = {
    "persona": mark("Persona"),
    "journey": mark("Journey"),
    "stage": mark("Stage"),
    "step": mark("Step"),
    "touchpoint": mark("Touchpoint"),
    "channel": mark("Channel"),
    "team": mark("Team"),
    "pain": mark("Pain"),
    "opportunity": mark("Opportunity"),
    "initiative": mark("Initiative"),
    "evidence": mark("Evidence"),
    "metric": mark("Metric"),
}
_MANY = {
    "persona": mark("Personas"),
    "journey": mark("Journeys"),
    "stage": mark("Stages"),
    "step": mark("Steps"),
    "touchpoint": mark("Touchpoints"),
    "channel": mark("Channels"),
    "team": mark("Teams"),
    "pain": mark("Pains"),
    "opportunity": mark("Opportunities"),
    "initiative": mark("Initiatives"),
    "evidence": mark("Evidence"),
    "metric": mark("Metrics"),
}
_LEADS = {
    "persona": mark("Whose view the journeys take: who they are, what they need, where it hurts."),
    "journey": mark("What people live through to reach a goal, stage by stage and step by step."),
    "touchpoint": mark("Where people meet us, named once and used by the steps of many journeys."),
    "channel": mark("The media through which people meet us."),
    "team": mark("Who answers for touchpoints and steps, and where work changes hands."),
    "opportunity": mark("Problems restated so that they can be solved."),
    "initiative": mark("Projects that take opportunities up."),
    "evidence": mark("What was heard, seen and counted, and what it proves."),
    "metric": mark("Figures, each with all that is needed to read it rightly."),
}
_BOARDS = {
    "pains": mark("Pains"),
    "opportunities": mark("Impact and effort"),
    "moments-of-truth": mark("Moments of truth"),
    "needs": mark("Unanswered needs"),
    "hand-offs": mark("Hand-offs"),
    "evidence": mark("Evidence coverage"),
    "freshness": mark("Freshness"),
}
_BOARD_LEADS = {
    "pains": mark("What hurts most, over all journeys."),
    "opportunities": mark("What to do first, and what leads from pains to initiatives."),
    "moments-of-truth": mark("The steps that make or break the relationship."),
    "needs": mark("Pains nobody works on, and work that answers no pain."),
    "hand-offs": mark("Where work passes from one team to another, and can get lost."),
    "evidence": mark("What the journeys rest on, and what is assumed."),
    "freshness": mark("What has to be held against reality again, and who keeps it."),
}
_WORDS = {
    # status
    "draft": mark("Draft"),
    "in-review": mark("In review"),
    "reviewed": mark("Reviewed"),
    "retired": mark("Retired"),
    # persona
    "customer": mark("Customer"),
    "employee": mark("Employee"),
    "partner": mark("Partner"),
    "assumption": mark("Assumption"),
    "research": mark("Research"),
    # journey
    "buying": mark("Buying"),
    "experience": mark("Experience"),
    "current": mark("Current"),
    "future": mark("Future"),
    # touchpoint and channel
    "owned": mark("Owned"),
    "earned": mark("Earned"),
    "third-party": mark("Third party"),
    "human": mark("Human"),
    "digital": mark("Digital"),
    "bot": mark("Bot"),
    "physical": mark("Physical"),
    "paper": mark("Paper"),
    # evidence
    "interview": mark("Interview"),
    "survey": mark("Survey"),
    "observation": mark("Observation"),
    "walkthrough": mark("Walkthrough"),
    "contact-log": mark("Contact log"),
    "review": mark("Review"),
    "analytics": mark("Analytics"),
    "proxy": mark("Proxy"),
    "insider": mark("Insider"),
    # audience
    "internal": mark("Internal"),
    "public": mark("Public"),
}
SCORE_WORDS = (mark("very bad"), mark("bad"), mark("neutral"), mark("good"), mark("very good"))
"""The words for levels 1 to 5."""


def kind_word(kind: str, words: Words) -> str:
    """What one thing of `kind` is called."""
    return words.gettext(_ONE[kind])


def kinds_word(kind: str, words: Words) -> str:
    """What several things of `kind` are called."""
    return words.gettext(_MANY[kind])


def lead_of(kind: Kind, words: Words) -> str:
    """What the overview of `kind` shows, in a sentence."""
    return words.gettext(_LEADS[kind])


def board_word(board: str, words: Words) -> str:
    """What the board is called."""
    return words.gettext(_BOARDS[board])


def board_lead(board: str, words: Words) -> str:
    """What the board shows, in a sentence."""
    return words.gettext(_BOARD_LEADS[board])


def word_for(value: str, words: Words) -> str:
    """The word for a value of a closed list (`in-review`, `proxy`)."""
    return words.gettext(_WORDS[value])
