"""Ids for new rows: made of their names, short, and never those of other items, past or present."""

from __future__ import annotations

from generator.model.base import id_like
from generator.model.plan import Plan
from generator.sheets.rows import with_parts

LONGEST = 40


def ids_in(plan: Plan) -> set[str]:
    """Every id that an item of the plan has or once had."""
    taken = {plan.id, *plan.former_ids}
    for section in plan.sections:
        taken |= {section.id, *section.former_ids}
    for _, indicator in with_parts(plan.indicators):
        taken |= {indicator.id, *indicator.former_ids}
    for task in plan.tasks:
        taken |= {task.id, *task.former_ids}
    for milestone in plan.milestones:
        taken |= {milestone.id or "", *milestone.former_ids}
    return taken | {scorecard.id or "" for scorecard in plan.scorecards}


def new_id(name: str, taken: set[str], otherwise: str) -> str:
    """An id for something of that name, which is then taken.

    `otherwise` stands for a name without a letter.
    """
    stem = _short(id_like(name)) or otherwise
    found, number = stem, 1
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    taken.add(found)
    return found


def _short(identifier: str) -> str:
    """As many whole words as fit."""
    if len(identifier) <= LONGEST:
        return identifier
    return identifier[: LONGEST + 1].rpartition("-")[0] or identifier[:LONGEST]
