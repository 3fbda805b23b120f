"""Whether the parts of an indicator that make the whole add up to what is printed for the whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from generator.assess.days import NO_DOCUMENTS, Documents
from generator.assess.judging import judged
from generator.assess.measures import exact
from generator.assess.revisions import target_lines
from generator.model.indicators import Result, Value
from generator.model.when import When
from generator.model.written_out import Row


@dataclass(frozen=True, slots=True)
class PartsSum:
    """A value of the whole beside the values of its parts, for one period.

    `counted` of the `of` parts have an exact number in the same unit; `lacking` have none.
    `added` and `difference` (whole less sum) are `None` unless all have one.
    """

    field: Literal["baseline", "targets", "results"]
    period: When | None
    whole: Value
    parts: tuple[Value, ...]
    lacking: tuple[Row, ...]
    added: Decimal | None
    difference: Decimal | None

    @property
    def counted(self) -> int:
        """How many parts have a number."""
        return len(self.parts)

    @property
    def of(self) -> int:
        """How many parts there are."""
        return len(self.parts) + len(self.lacking)


def parts_sums(row: Row, documents: Documents = NO_DOCUMENTS) -> tuple[PartsSum, ...]:
    """For an indicator with `adds_up`, each exact value of the whole against its parts.

    Only values of one period are added: the baseline, the target in force of the same body and
    modality, the result that is judged and of the same kind (estimates apart from final figures).
    """
    if not (row.indicator.adds_up and row.parts):
        return ()
    found = []
    for field in _FIELDS:
        wholes = _values(row, field, documents)
        parts = [(part, _values(part, field, documents)) for part in row.parts]
        for key, whole in wholes.items():
            if exact(whole.value) is not None:
                found.append(_sum(row, field, key, whole, parts))
    return tuple(found)


_Field = Literal["baseline", "targets", "results"]
_FIELDS: tuple[_Field, ...] = get_args(_Field)
_Key = tuple[str, ...]


def _values(row: Row, field: _Field, documents: Documents) -> dict[_Key, Value]:
    """The values of a row that may be compared, by what they must have in common."""
    if field == "baseline":
        return {(_written(each.period),): each for each in row.baseline}
    if field == "targets":
        return {
            (
                _written(line.period),
                line.set_by.written if line.set_by else "",
                line.modality or "",
            ): line.in_force
            for line in target_lines(row, documents)
        }
    by_period: dict[_Key, list[Result]] = {}
    for result in row.results:
        by_period.setdefault((_written(result.period), result.kind or ""), []).append(result)
    return {
        key: chosen
        for key, results in by_period.items()
        if (chosen := judged(row, results, results[0].period, documents))
    }


def _sum(
    row: Row,
    field: _Field,
    key: _Key,
    whole: Value,
    parts: list[tuple[Row, dict[_Key, Value]]],
) -> PartsSum:
    counted, lacking = [], []
    for part, values in parts:
        value = values.get(key)
        if value is not None and part.unit == row.unit and exact(value.value) is not None:
            counted.append(value)
        else:
            lacking.append(part)
    added = difference = None
    total = exact(whole.value)
    if not lacking and total is not None:
        added = sum((exact(each.value) or Decimal(0) for each in counted), Decimal(0))
        difference = total - added
    return PartsSum(field, whole.period, whole, tuple(counted), tuple(lacking), added, difference)


def _written(period: When | None) -> str:
    return period.written if period else ""
