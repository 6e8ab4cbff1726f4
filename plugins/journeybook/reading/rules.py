"""Rules of good practice by their codes, and how much each weighs."""

from __future__ import annotations

import re

from journeybook.model.codes import CODES
from journeybook.model.places import Span
from journeybook.model.rule_weights import PRACTICE, Exemption
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Node, Scalar
from journeybook.reading.schema import FieldShape
from journeybook.reading.wording import did_you_mean, one_of
from journeybook.reading.yaml_traps import quoted

_LIKE_DIGITS = str.maketrans("OIL", "011")


def rule_of(text: str, span: Span, findings: Findings) -> str | None:
    """The rule whose code is `text`; None, with a finding, if there is none that a portal can weigh."""
    code = text.strip()
    if code in PRACTICE:
        return code
    plain = re.sub(r"[\s_-]", "", code).upper().translate(_LIKE_DIGITS)
    if plain in CODES and plain not in PRACTICE:
        message = f"{plain} tells of {CODES[plain].title}, which no portal can hide or lower"
        findings.add("JB352", span, message, "mend what it reports; rules that can be chosen begin with JB4")
        return None
    otherwise = "`journeybook explain` lists the rules; those that can be chosen begin with JB4"
    hint = f"did you mean '{plain}'?" if plain in PRACTICE else did_you_mean(plain, PRACTICE, otherwise)
    findings.add("JB351", span, f"no rule {quoted(code)}", hint)
    return None


def weights_of(shape: FieldShape, node: Node, findings: Findings) -> tuple[dict[str, str] | None, dict[str, Span]]:
    """The weight of each rule that `node` names, without those that are wrong, and where each is named."""
    if not isinstance(node, Entries):
        hint = f"write rules and how much each weighs: `{shape.spelled}: {{JB401: off}}`"
        findings.add("JB144", node.span, f"'{shape.spelled}' maps rules to their weights", hint)
        return None, {}
    values, spans = dict[str, str](), dict[str, Span]()
    for pair in node.pairs:
        rule = rule_of(pair.key, pair.key_span, findings)
        if rule is not None and _is_weight(shape, rule, pair.value, findings):
            assert isinstance(pair.value, Scalar)  # noqa: S101  # a weight is one
            values[rule], spans[rule] = pair.value.text.strip(), pair.key_span
    return values, spans


def _is_weight(shape: FieldShape, rule: str, node: Node, findings: Findings) -> bool:
    known = [str(choice) for choice in shape.choices]
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if text in known:
        return True
    allowed = f"write `{rule}: {known[-1]}`, or {one_of(known[:-1])}"
    message = f"{rule} cannot weigh {quoted(text)}" if text else f"'{rule}' has no weight here"
    hint = "did you mean 'off'?" if text.lower() in {"no", "false"} else did_you_mean(text, known, allowed)
    findings.add("JB146", node.span, message, hint)
    return False


def report_no_rule(exemption: Exemption, findings: Findings) -> None:
    """Report an exemption that names no rule, unless what it names is wrong already."""
    if not exemption.weights and exemption.place.keys.keys().isdisjoint({"ignore", "rules"}):
        span, hint = exemption.place.of("because"), "write `ignore: JB401`, with the code of the finding"
        findings.add("JB353", span, "this exemption names no rule", hint)
