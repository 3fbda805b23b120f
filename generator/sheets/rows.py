"""A plan as rows of cells, in the words of its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.archive import Archive, plan_place
from generator.model.indicators import Indicator, ShareOfPlan, Target, Value
from generator.model.plan import Plan
from generator.model.references import Reference
from generator.model.sources import Citation
from generator.model.tasks import Deadline, Deliverable, Milestone, Step, Task
from generator.model.when import When
from generator.model.written_out import Row as WholeRow
from generator.model.written_out import every
from generator.sheets.bodies import Names
from generator.sheets.columns import (
    DIRECTIONS,
    MILESTONES,
    MODALITIES,
    RESULT_KINDS,
    SHEETS,
    STAGES,
    VALUE_KINDS,
)
from generator.sheets.grid import tidy
from generator.sheets.times import time_words
from generator.sheets.values import value_words

Cells = dict[str, str]
UNITS = {"percent": "%", "pp": "điểm %"}
"""Units that have a code of their own in a plan file, as people write them."""


@dataclass(frozen=True)
class PlanRows:
    """The rows of a plan's workbook: sheet → key of a row → its cells."""

    plan_id: str
    sheets: dict[str, dict[str, Cells]]


def plan_rows(archive: Archive, plan: Plan) -> PlanRows:
    """Every indicator, target, result, task and milestone of a plan as a row."""
    whole = {row.path: row for row in every(archive.rows[plan.id])}
    telling = _Telling(archive, Names(archive, plan_place(plan)), whole)
    found: dict[str, dict[str, Cells]] = {sheet.key: {} for sheet in SHEETS}
    for path, indicator in with_parts(plan.indicators):
        found["indicators"][path] = telling.indicator(path, indicator)
        found["targets"] |= telling.targets(path, indicator)
        found["results"] |= telling.results(path, indicator)
    for task in plan.tasks:
        found["tasks"][task.id] = telling.task(task)
    for number, milestone in enumerate(plan.milestones, start=1):
        key = milestone.id or f"#{number}"
        found["milestones"][key] = telling.milestone(key, milestone)
    rows = {
        sheet.key: {
            key: {column.field: tidy(cells.get(column.field, "")) for column in sheet.columns}
            for key, cells in found[sheet.key].items()
        }
        for sheet in SHEETS
    }
    return PlanRows(plan.id, rows)


def with_parts(
    indicators: tuple[Indicator, ...], above: str = ""
) -> Iterator[tuple[str, Indicator]]:
    """Indicators and their parts, each with its path (`thu-ngan-sach/thue`)."""
    for indicator in indicators:
        path = f"{above}{indicator.id}"
        yield path, indicator
        yield from with_parts(indicator.parts, f"{path}/")


class _Telling:
    """Tells the entries of one plan."""

    def __init__(self, archive: Archive, names: Names, whole: dict[str, WholeRow]) -> None:
        self.archive = archive
        self.names = names
        self.whole = whole

    def indicator(self, path: str, indicator: Indicator) -> Cells:
        unit = indicator.unit or ""
        return {
            **_plain(indicator, "number", "name", "name_en", "stated", "cause", "note"),
            "id": path,
            "parent": path.rpartition("/")[0],
            "unit": UNITS.get(unit, unit),
            "direction": _word(DIRECTIONS, indicator.direction),
            "section": _written(indicator.section),
            "task": _written(indicator.task),
            "place": self._place(indicator.place),
            "lead": "\n".join(map(self.names.with_share, indicator.lead)),
            "period": _time(indicator.period),
            "set_by": self._body(indicator.set_by),
            "modality": _word(MODALITIES, indicator.modality),
            "definition": _written(indicator.definition),
            **_source(indicator),
        }

    def targets(self, path: str, indicator: Indicator) -> dict[str, Cells]:
        rows: dict[str, Cells] = {}
        for number, baseline in enumerate(indicator.baseline, start=1):
            key = f"{path}:mg{number}"
            rows[key] = {
                **self._value(path, key, baseline),
                "kind": _word(VALUE_KINDS, "baseline"),
            }
        for number, target in enumerate(indicator.targets, start=1):
            key = f"{path}:mt{number}"
            rows[key] = {
                **self._value(path, key, target),
                "kind": _word(VALUE_KINDS, "targets"),
                "set_by": self._body(target.set_by),
                "modality": _word(MODALITIES, target.modality),
                "document": _written(target.document),
                "history": _history(target),
            }
        return rows

    def results(self, path: str, indicator: Indicator) -> dict[str, Cells]:
        rows: dict[str, Cells] = {}
        for number, result in enumerate(indicator.results, start=1):
            key = f"{path}:kq{number}"
            rows[key] = {
                **self._value(path, key, result),
                **_plain(result, "compared", "stated", "trend", "cause"),
                "kind": _word(RESULT_KINDS, result.kind),
                "of_plan": "\n".join(map(_share, result.of_plan)),
                "as_of": _time(result.as_of),
                "reporter": self._body(result.reporter),
                "history": "đã sửa" if result.correction else "",
            }
        return rows

    def task(self, task: Task) -> Cells:
        deadline = task.due[-1] if task.due else None
        report = task.reports[-1] if task.reports else None
        return {
            **_plain(task, "id", "number", "title", "text", "title_en", "note"),
            "section": _written(task.section),
            "lead": "\n".join(map(self.names.with_share, task.lead)),
            "supporting": "\n".join(map(self.names.with_share, task.supporting)),
            "deciding": "\n".join(map(self.names.with_share, task.deciding)),
            "places": "\n".join(map(self._place, task.places)),
            "deliverables": "\n".join(map(deliverable_words, task.deliverables)),
            "modality": _word(MODALITIES, task.modality),
            "due": _time(deadline.due) if deadline else "",
            "due_text": (deadline.said("due") or "") if deadline else "",
            "history": "\n".join(map(_earlier, task.due[:-1])),
            "stage": _word(STAGES, report.stage) if report else "",
            "reported_on": _time(report.on) if report else "",
            "done": _time(report.done) if report else "",
            "report_text": (report.text or "") if report else "",
            "report_document": _written(report.document) if report else "",
            "steps": "\n".join(map(_step, task.steps)),
            **_source(task),
        }

    def milestone(self, key: str, milestone: Milestone) -> Cells:
        return {
            **_plain(milestone, "number", "kind_text", "title", "title_en", "text"),
            **_plain(milestone, "outcome", "note"),
            "id": key,
            "kind": _word(MILESTONES, milestone.kind),
            "when": _time(milestone.when),
            "when_text": milestone.said("when") or "",
            "modality": _word(MODALITIES, milestone.modality),
            "actors": "\n".join(map(self.names.with_share, milestone.actors)),
            "done": _time(milestone.done),
            **_source(milestone),
        }

    def _value(self, path: str, key: str, value: Value) -> Cells:
        whole = self.whole[path]
        unit = whole.unit or ""
        return {
            "row": key,
            "indicator": path,
            "indicator_name": whole.name or "",
            "indicator_unit": UNITS.get(unit, unit),
            "period": _time(value.period),
            "value": value_words(value.value.written) if value.value else "",
            "value_text": value.texts.get("value", ""),
            "note": getattr(value, "note", None) or "",
            **_source(value),
        }

    def _body(self, reference: Reference | None) -> str:
        return self.names.of(reference) if reference else ""

    def _place(self, reference: Reference | None) -> str:
        if reference is None:
            return ""
        place = self.archive.place.get(reference.id)
        is_sure = place is not None and self.names.place(place.name) == place.id
        return place.name if place and is_sure else reference.written


def deliverable_words(deliverable: Deliverable) -> str:
    """A deliverable in one line of its cell."""
    return ", ".join(
        filter(
            None,
            (deliverable.title, deliverable.kind_text, _written(deliverable.document)),
        )
    ) or (deliverable.kind or "")


def _plain(entry: object, *fields: str) -> Cells:
    return {field: getattr(entry, field) or "" for field in fields}


def _written(reference: Reference | None) -> str:
    return reference.written if reference else ""


def _time(when: When | None) -> str:
    return time_words(when.written) if when else ""


def _word(words: tuple[tuple[str, str], ...], code: str | None) -> str:
    return next((word for known, word in words if known == code), "")


def _share(share: ShareOfPlan) -> str:
    percent = value_words(share.percent.written)
    return f"{share.assigned_by}: {percent}" if share.assigned_by else percent


def _source(entry: Indicator | Value | Task | Milestone) -> Cells:
    return {
        "source": "\n".join(map(citation_words, entry.source)),
        "at": entry.at or "",
        "quote": entry.quote or "",
    }


def citation_words(citation: Citation) -> str:
    """A source in one line of its cell."""
    at = f" ({citation.at})" if citation.at else ""
    return f"{citation.document.written}{at}"


def _history(target: Target) -> str:
    parts = (_time(target.on), target.reason, "sửa lỗi nhập" if target.correction else "")
    return "; ".join(filter(None, parts))


def _earlier(deadline: Deadline) -> str:
    return _time(deadline.due) or deadline.said("due") or ""


def _step(step: Step) -> str:
    due = _time(step.due) or step.said("due") or ""
    return f"{due}: {step.title}" if due else step.title
