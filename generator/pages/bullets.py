"""A bar beside a result: how far it reaches on the way to its target."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from generator.model.quantity import Quantity

WIDTH = 144
_LINE = '<line class="{}" x1="{x}" x2="{x}" y1="0" y2="12"/>'


def bullet(
    result: Quantity | None, target: Quantity | None, baseline: Quantity | None, is_estimate: bool
) -> Markup:
    """The bar of a result, a tick or band for its target, a dashed tick for the baseline.

    Empty where the numbers do not share one scale from zero: words, shares, changes of another
    kind, negative numbers.
    """
    if not (result and target and _comparable(result, target)):
        return Markup("")
    assert result.high is not None  # noqa: S101 - comparable values have ends
    assert target.low is not None and target.high is not None  # noqa: S101, PT018
    most = max(result.high, target.high)
    start = baseline.high if baseline and _comparable(baseline, target) else None
    most = max(most, start) if start is not None else most
    if most <= 0:
        return Markup("")

    def at(value: Decimal) -> str:
        return f"{float(value / most) * WIDTH * 0.9:.1f}"

    parts = [f'<rect class="track" x="0" y="1" width="{WIDTH}" height="10"/>']
    if target.is_range:
        width = f"{float(at(target.high)) - float(at(target.low)):.1f}"
        parts.append(f'<rect class="band" x="{at(target.low)}" y="0" width="{width}" height="12"/>')
    estimate = " est" if is_estimate else ""
    parts.append(
        f'<rect class="bar{estimate}" x="0" y="3.5" width="{at(result.high)}" height="5"/>'
    )
    if start is not None:
        parts.append(_LINE.format("base", x=at(start)))
    ends = (target.low, target.high) if target.is_range else (target.low,)
    parts.extend(_LINE.format("tick", x=at(end)) for end in ends)
    drawn = "\n".join(parts)
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="kh-bullet kh-svg" viewBox="0 0 {WIDTH} 12" preserveAspectRatio="none" '
        f'aria-hidden="true">\n{drawn}</svg>'
    )


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two values lie on one scale that starts at zero."""
    return (
        one.low is not None
        and other.low is not None
        and one.low >= 0
        and other.low >= 0
        and one.change == other.change
        and one.change_unit == other.change_unit
        and one.change != "times"
        and (one.whole is None) == (other.whole is None)
        and one.whole == other.whole
    )
