"""Makes the changes of a workbook in the text of the plan file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.load.outline import Fields, Items
from generator.model.base import Entry
from generator.model.indicators import Baseline, Indicator, Result, Target
from generator.model.plan import Plan
from generator.model.refusal import Message
from generator.model.tasks import Deadline, Milestone, Report, Task
from generator.problems import has_errors
from generator.sheets.editing import Text
from generator.sheets.filled import FilledRows, no_indicator, value_of
from generator.sheets.ids import ids_in, new_id
from generator.sheets.merging import Changed, Changes
from generator.sheets.published import (
    DEADLINE,
    NO_STAGE,
    REPORT,
    AllVersions,
    change_deadline,
    change_report,
    change_value,
)
from generator.sheets.versions import Form, Versions, change
from generator.sheets.writing import Written
from generator.text.folding import fold


def _order(entry: type[Entry]) -> tuple[str, ...]:
    """The fields of an entry as they are best read: its remarks and source come last."""
    last = ("note", "source", "at", "quote")
    written = entry.fields_written()
    return (*(n for n in written if n not in last), *(n for n in last if n in written))


_ORDERS = {
    "indicators": _order(Indicator),
    "tasks": _order(Task),
    "milestones": _order(Milestone),
    "parts": _order(Indicator),
}
_PLAN = _order(Plan)
_FORMS = {
    "targets": Form("targets", "value", _order(Target), pairs=True),
    "baseline": Form("baseline", "value", _order(Baseline), pairs=True),
    "results": Form("results", "value", _order(Result), pairs=True),
    "due": Form("due", "due", _order(Deadline)),
    "reports": Form("reports", None, _order(Report)),
}
_VALUES = ("targets", "results")


@dataclass
class Changing:
    """The changes of one plan file, row by row."""

    rows: FilledRows
    text: Text
    root: Fields
    versions: AllVersions = field(default_factory=dict)
    new: dict[str, dict[str, Written]] = field(default_factory=dict)
    lists: dict[tuple[str, str], list[tuple[str, dict[str, Written]]]] = field(default_factory=dict)
    gone: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def make(self, changes: Changes) -> None:
        """Makes all changes; what is wrong with them goes to the findings."""
        self.taken = ids_in(self.rows.plan)
        for row in changes.changed:
            self._changed(row)
        for row in sorted(changes.added, key=lambda row: row.sheet.about.key in _VALUES):
            self._added(row)
        self._removed(changes)
        if not has_errors(self.rows.findings.problems):
            self._write()

    def _changed(self, row: Changed) -> None:
        key = row.sheet.about.key
        if key in _VALUES:
            change_value(self.rows, row, self.versions)
            return
        fields = self.rows.fields(row, [name for name in row.fields if _is_plain(row, name)])
        holder = self._holder(key, row.key)
        if fields and holder:
            self.text.set_fields(holder, fields, _ORDERS[key])
        task = self.rows.entries["tasks"].get(row.key)
        if key == "tasks" and isinstance(task, Task):
            change_deadline(self.rows, row, task, self.versions)
            change_report(self.rows, row, self.versions)

    def _added(self, row: Changed) -> None:
        key = row.sheet.about.key
        if key in _VALUES:
            self._added_value(row)
            return
        name = row.text("name" if key == "indicators" else "title")
        name = name or (row.text("definition") if key == "indicators" else "")
        if not name:
            self.rows.refuse(row, "name" if key == "indicators" else "title", _NO_NAME)
            return
        filled = [each for each in row.sheet.columns if row.text(each)]
        plain = [each for each in filled if _is_plain(row, each) and each != "parent"]
        identifier = new_id(name, self.taken, key)
        entry: dict[str, Written] = {"id": identifier, **self.rows.said(row, plain)}
        if key == "tasks":
            entry |= self._first_deadline(row)
        parent = row.text("parent") if key == "indicators" else ""
        if parent and parent not in self.rows.entries["indicators"]:
            self.rows.refuse(row, "parent", no_indicator(parent))
            return
        self.new[f"{parent}/{identifier}" if parent else identifier] = entry
        if key == "indicators":
            self.rows.units[name] = row.text("unit")
        place = (parent, "parts") if parent else ("", key)
        self.lists.setdefault(place, []).append((row.after, entry))

    def _first_deadline(self, row: Changed) -> dict[str, Written]:
        due = self.rows.said(row, DEADLINE)
        report = {REPORT[name]: value for name, value in self.rows.said(row, REPORT).items()}
        if report and "stage" not in report:
            self.rows.refuse(row, "stage", NO_STAGE)
        return {
            **due,
            **({"reports": [_arranged(report, _FORMS["reports"].order)]} if report else {}),
        }

    def _added_value(self, row: Changed) -> None:
        path = self._owner(row)
        if path is None:
            return
        is_target = row.sheet.about.key == "targets"
        kind = self.rows.said(row, ["kind"]).get("kind", "targets") if is_target else "results"
        form = _FORMS[str(kind)]
        known = {*form.order, "value_text"}
        filled = [name for name in row.sheet.columns if name in known and row.text(name)]
        fields = self.rows.said(row, [n for n in filled if not (is_target and n == "kind")])
        if not any(row.text(name) for name in ("value", "value_text", "of_plan", "stated")):
            self.rows.refuse(row, "value", _NO_VALUE)
            return
        if kind != "baseline":
            fields |= self.rows.amendment(row)
            if self.rows.is_ours(row):
                fields["correction"] = "true"
        if path in self.new:
            entry = self.new[path]
            listed = entry.get(form.name, [])
            entries = [*listed] if isinstance(listed, list) else []
            entry[form.name] = [*entries, _arranged(fields, form.order)]
            return
        self.versions.setdefault((path, form.name), Versions()).added.append((None, fields))

    def _owner(self, row: Changed) -> str | None:
        """The indicator that a new value belongs to, by its id or by its name."""
        identifier, name = row.text("indicator"), row.text("indicator_name")
        known = {
            path: getattr(e, "name", "") for path, e in self.rows.entries["indicators"].items()
        }
        known |= {path: str(entry.get("name", "")) for path, entry in self.new.items()}
        if identifier in known:
            return identifier
        named = [path for path, each in known.items() if fold(each or "") == fold(name)]
        if not identifier and name and len(named) == 1:
            return named[0]
        self.rows.refuse(row, "indicator", no_indicator(identifier or name))
        return None

    def _removed(self, changes: Changes) -> None:
        gone = {key for sheet, key, _ in changes.removed if sheet.key == "indicators"}
        for sheet, key, _ in changes.removed:
            if sheet.key in _VALUES:
                path, name, number = value_of(key)
                if not _is_within(path, gone):
                    self.versions.setdefault((path, name), Versions()).removed.add(number)
            elif sheet.key != "indicators" or not _is_within(key.rpartition("/")[0], gone):
                parent, _, identifier = key.rpartition("/")
                place = (parent, "parts") if parent else ("", sheet.key)
                self.gone.setdefault(place, set()).add(identifier)
        for row in (*changes.changed, *changes.added):
            owner = row.text("indicator") if row.sheet.about.key in _VALUES else row.text("parent")
            if owner and _is_within(owner, gone):
                self.rows.refuse(row, row.sheet.about.columns[1].field, _OWNER_IS_GONE)

    def _write(self) -> None:
        for (path, name), versions in self.versions.items():
            kind = "tasks" if name in ("due", "reports") else "indicators"
            if holder := self._holder(kind, path):
                change(self.text, holder, _FORMS[name], versions, _ORDERS[kind])
        for parent, name in dict.fromkeys([*self.lists, *self.gone]):
            holder = self._holder("indicators", parent) if parent else self.root
            if holder:
                order = _ORDERS["indicators"] if parent else _PLAN
                gone = self.gone.get((parent, name), set())
                self._write_list(holder, name, self.lists.get((parent, name), []), gone, order)
                numbers = {n for n, key in enumerate(_ids(holder, name)) if key in gone}
                if numbers:
                    self.text.remove_items(holder, name, numbers)

    def _write_list(
        self,
        holder: Fields,
        name: str,
        added: Sequence[tuple[str, dict[str, Written]]],
        gone: set[str],
        order: Sequence[str],
    ) -> None:
        items, keys = holder.get(name), _ids(holder, name)
        entries = [_arranged(_shortened(entry), _ORDERS[name]) for _, entry in added]
        if not isinstance(items, Items) or not items.items:
            if entries:
                self.text.set_fields(holder, {name: entries}, order)
            return
        for (after, _), entry in zip(added, entries, strict=True):
            wanted = after.split("/")[0 if holder is self.root else -1]
            number = keys.index(wanted) if wanted in keys else len(keys) - 1
            while number > 0 and keys[number] in gone:
                number -= 1
            self.text.add_item(items, number, entry)

    def _holder(self, kind: str, path: str) -> Fields | None:
        """Where an item stands in the file."""
        holder: Fields | None = self.root
        for depth, key in enumerate(path.split("/")):
            name = "parts" if depth else kind
            items = holder.get(name) if holder else None
            keys = _ids(holder, name) if holder else []
            found = (
                items.items[keys.index(key)] if isinstance(items, Items) and key in keys else None
            )
            holder = found if isinstance(found, Fields) else None
        return holder


def _ids(holder: Fields, name: str) -> list[str]:
    """The ids of the items of a list; a milestone without one is known by its number."""
    items = holder.get(name)
    if not isinstance(items, Items):
        return []
    found = []
    for number, item in enumerate(items.items, start=1):
        identifier = item.get("id") if isinstance(item, Fields) else None
        found.append(getattr(identifier, "text", f"#{number}"))
    return found


def _is_plain(row: Changed, name: str) -> bool:
    """Whether a column is simply a field of the entry."""
    of_task = row.sheet.about.key == "tasks" and name in (*DEADLINE, *REPORT)
    return not of_task and row.sheet.about.column(name).kind not in ("amends", "key", "shown")


def _is_within(path: str, paths: set[str]) -> bool:
    """Whether an indicator is among those, or a part of one."""
    return any(path == each or path.startswith(f"{each}/") for each in paths if path)


def _arranged(fields: dict[str, Written], order: Sequence[str]) -> dict[str, Written]:
    names = [name for each in order for name in (each, f"{each}_text") if name in fields]
    return {name: fields[name] for name in dict.fromkeys([*names, *fields])}


def _shortened(entry: dict[str, Written]) -> dict[str, Written]:
    """A new indicator whose only target is a bare value has it beside the field's name."""
    short = dict(entry)
    for name in ("targets", "results", "baseline"):
        listed = entry.get(name)
        only = listed[0] if isinstance(listed, list) and len(listed) == 1 else None
        if isinstance(only, dict) and set(only) == {"value"}:
            short[name] = only["value"]
    return short


_NO_NAME = Message(
    "dòng mới thiếu tên: viết tên, mã được đặt tự động; không cần dòng này thì xóa cả dòng",
    "the new row has no name: write one, its id is made of it; or delete the whole row",
)
_NO_VALUE = Message(
    "dòng mới thiếu giá trị: viết Giá trị, hoặc Lời in nếu nguồn chỉ nói bằng lời",
    "the new row has no value: write one, or the printed words if the source has words only",
)
_OWNER_IS_GONE = Message(
    "chỉ tiêu này bị xóa ở trang tính Chỉ tiêu: xóa cả dòng này, hoặc giữ lại chỉ tiêu",
    "this indicator was deleted in the sheet Chỉ tiêu: delete this row too, or keep the indicator",
)
