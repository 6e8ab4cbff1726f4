"""JB451 and JB452: touchpoints."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB451",
        Severity.INFO,
        "A touchpoint that no step uses",
        "Either customers meet the company there and a journey has left it out, or it is gone. A touchpoint that "
        "is gone is `retired`; drafts are not reported.",
        "title: Stand at the trade fair",
        "title: Stand at the trade fair\nstatus: retired",
    ),
    Code(
        "JB452",
        Severity.INFO,
        "A touchpoint that differs from channel to channel",
        "Customers do one thing with one company, and take the channel that is at hand. Where one of them feels "
        "a full point better than another, something works in it that could work in the other, too. Steps of "
        "future journeys do not count.",
        "- title: Calls\n  touchpoint: damage-report\n  channel: phone\n  score: 4\n"
        "- title: Writes\n  touchpoint: damage-report\n  channel: e-mail\n  score: 2",
        "- title: Calls\n  touchpoint: damage-report\n  channel: phone\n  score: 4\n"
        "- title: Writes\n  touchpoint: damage-report\n  channel: e-mail\n  score: 3.5",
        source="Nielsen Norman Group, Consistency in the Omnichannel Experience",
    ),
)
