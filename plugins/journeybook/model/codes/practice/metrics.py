"""JB444 to JB448: figures that can be read rightly."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB444",
        Severity.INFO,
        "A metric that does not say what a reader needs",
        "A figure alone says little: computed how, on which scale, from how many answers, when and by whom? A "
        "survey needs `method`, `scale`, `n`, `period` and `source`; an NPS, whose method and scale are always "
        "the same, the last three; a figure of the company's own needs its `unit` or `scale`, and `n` where it "
        "is a share. What has no `value` yet needs none of what only measuring brings.",
        "visit-csat: {title: Satisfaction with the visit, type: csat, value: 61, unit: '%'}",
        "visit-csat:\n  title: Satisfaction with the visit\n  type: csat\n  method: Top-two-box\n  scale: 1–5\n"
        "  value: 61\n  unit: '%'\n  n: 518\n  period: 2026-Q2\n  source: Text message in the evening",
        source="AAPOR, Code of Professional Ethics and Practices: what to disclose with survey results",
    ),
    Code(
        "JB445",
        Severity.WARNING,
        "First-contact resolution without a window",
        "Whether something was settled at first contact shows only when the customer does not come back, and it "
        "depends on how long one waits for that: the same desk may settle 72 % within a day and 49 % within a "
        "month.",
        "move-fcr:\n  title: Settled at first contact\n  type: fcr\n  value: 57",
        "move-fcr:\n  title: Settled at first contact\n  type: fcr\n  value: 57\n  window: 7 days",
    ),
    Code(
        "JB446",
        Severity.WARNING,
        "One metric, two meanings",
        "Where two stages of a journey show metrics of one title, or two of NPS, CSAT, CES or FCR, readers "
        "compare them. With another scale, window or method they cannot be compared. Within one stage two ways "
        "of counting may stand side by side.",
        "visit-csat: {title: Satisfaction with the visit, type: csat, scale: 1–5}\n"
        "call-csat: {title: Satisfaction with the call, type: csat, scale: 1–7}",
        "visit-csat: {title: Satisfaction with the visit, type: csat, scale: 1–5}\n"
        "call-csat: {title: Satisfaction with the call, type: csat, scale: 1–5}",
    ),
    Code(
        "JB447",
        Severity.INFO,
        "A promise that only the company counts",
        "What operations count and what customers see are two things, and only both together show whether a "
        "promise is kept. Ask customers about the same thing, and name that metric as `perceived_by`.",
        "visits-on-time:\n  title: Visits on time\n  type: operational\n  value: 97 %",
        "visits-on-time:\n  title: Visits on time\n  type: operational\n  value: 97 %\n  perceived_by: "
        "came-on-time\n"
        "came-on-time:\n  title: The technician came on time\n  type: perceived\n  value: 81 %",
        source="A. Parasuraman, Valarie A. Zeithaml and Leonard L. Berry, A Conceptual Model of Service Quality "
        "and Its Implications for Future Research, Journal of Marketing, 1985",
    ),
    Code(
        "JB448",
        Severity.INFO,
        "The company counts one thing and customers see another",
        "A wide gap between a figure and its perceived twin mostly means that the figure measures something that "
        "customers do not care about, or starts its clock when they have already waited. Which it is belongs on "
        "the metric's page.",
        "on-time:\n  title: On time\n  type: operational\n  value: 99\n  unit: '%'\n  perceived_by: as-agreed\n"
        "as-agreed:\n  title: As agreed\n  type: perceived\n  value: 47\n  unit: '%'",
        "on-time:\n  title: On time\n  type: operational\n  value: 58\n  unit: '%'\n  perceived_by: as-agreed\n"
        "as-agreed:\n  title: As agreed\n  type: perceived\n  value: 47\n  unit: '%'",
        source="James Allen, Frederick F. Reichheld, Barney Hamilton and Rob Markey, Closing the Delivery Gap, "
        "Bain & Company, 2005",
    ),
)
