"""What became of one target, beside what the source itself says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from generator.assess.judging import FINAL, Judgement, Reason
from generator.assess.revisions import TargetLine
from generator.assess.stated import ACHIEVED_OR_MORE, folded, stated_verdict
from generator.model.indicators import Result, ShareOfPlan, Target
from generator.model.plan import Plan
from generator.model.vocabularies import Verdict
from generator.model.when import When


@dataclass(frozen=True, slots=True)
class Assessment:
    """What became of one target in force (or of a row without target) on a day.

    `result` is the one for the target's period; `share` the percentage of the plan where that
    was judged.  `verdict` is concluded, `reason` tells by which branch.  `is_provisional`: it
    rests on an estimate, a preliminary or a rounded ("about") figure.
    `stated` are the source's words, `stated_verdict` what they mean, if known.
    `differs`: both are final and differ, or "achieved" is stated and the latest level is not
    there; `within_tolerance`: the publisher's own tolerance explains it.
    `first_verdict` is the verdict by the first version of the target, only where it is another.
    `latest` is the newest level; `latest_meets` whether it is there, `None` if not assessable.
    """

    verdict: Verdict
    reason: Reason
    period: When | None = None
    line: TargetLine | None = None
    result: Result | None = None
    share: ShareOfPlan | None = None
    is_provisional: bool = False
    stated: str | None = None
    stated_verdict: Verdict | None = None
    differs: bool = False
    within_tolerance: bool = False
    first_verdict: Verdict | None = None
    latest: Result | None = None
    latest_meets: bool | None = None

    @property
    def target(self) -> Target | None:
        """The version in force."""
        return self.line.in_force if self.line else None

    @property
    def versions(self) -> tuple[Target, ...]:
        """All versions of the target."""
        return self.line.versions if self.line else ()

    @property
    def is_final(self) -> bool:
        """Whether the concluded verdict rests on final figures."""
        return self.verdict in FINAL and not self.is_provisional


_ACHIEVED: Final = frozenset({"achieved", "exceeded"})
_STATED_FINAL: Final = FINAL | {"nearly"}


def with_words(
    plan: Plan, assessment: Assessment, words: str | None, level: Judgement | None = None
) -> Assessment:
    """The assessment with what the source states, and whether that contradicts it."""
    if words is None:
        return assessment
    meaning = stated_verdict(plan, words)
    differs = _contradicts(plan, assessment, words, meaning)
    tolerance, shortfall = plan.tolerance, level.shortfall if level else None
    return replace(
        assessment,
        stated=words,
        stated_verdict=meaning,
        differs=differs,
        within_tolerance=bool(
            differs and tolerance is not None and shortfall is not None and shortfall <= tolerance
        ),
    )


def _contradicts(plan: Plan, assessment: Assessment, words: str, meaning: Verdict | None) -> bool:
    if meaning in _STATED_FINAL and assessment.is_final and meaning != assessment.verdict:
        return not (assessment.verdict == "exceeded" and _covers_more(plan, words, meaning))
    return meaning in _ACHIEVED and assessment.latest_meets is False


def _covers_more(plan: Plan, words: str, meaning: Verdict | None) -> bool:
    """Whether the source's word for achieved holds for exceeded too: its scale has no other."""
    if meaning != "achieved":
        return False
    scale = plan.verdict_words.values()
    return folded(words) in ACHIEVED_OR_MORE or (bool(scale) and "exceeded" not in scale)
