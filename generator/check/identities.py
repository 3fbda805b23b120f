"""One id means one thing, so that a link made today leads to the same thing in ten years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from generator.check.kinds import WORDS, Kind, registered
from generator.check.saying import Spot, entries, error, top, warning
from generator.check.survey import Survey
from generator.model.archive import Archive, lineage, plan_place
from generator.model.base import Entry, id_like
from generator.model.indicators import Indicator
from generator.model.plan import Plan
from generator.model.registers import Removal
from generator.problems import Problem


def identities_are_unique(survey: Survey) -> Iterator[Problem]:
    """Places, bodies, documents and plans share one set of ids; former ids are not used again."""
    archive = survey.archive
    together: tuple[Kind, ...] = ("place", "agency", "document", "plan")
    yield from _repeated(
        (kind, top(entry)) for kind in together for entry in registered(archive, kind)
    )
    yield from _repeated(("definition", top(entry)) for entry in archive.definitions)


def items_are_unique(survey: Survey) -> Iterator[Problem]:
    """No two items of a plan have one id; parts differ within their indicator."""
    for plan in survey.archive.plans:
        spot = top(plan)
        lists: tuple[tuple[Kind, str, tuple[Entry, ...]], ...] = (
            ("section", "sections", plan.sections),
            ("indicator", "indicators", plan.indicators),
            ("task", "tasks", plan.tasks),
            ("milestone", "milestones", plan.milestones),
            ("scorecard", "scorecards", plan.scorecards),
        )
        ids = [one for _, _, those in lists for each in those for _, one in _ids(each)]
        if len(set(ids)) < len(ids):
            yield from _repeated(
                (kind, each)
                for kind, field, those in lists
                for each, _ in entries(spot, field, those)
            )
        yield from _repeated_parts(spot, "indicators", plan.indicators)


def plan_files_are_named_after_their_plan(survey: Survey) -> Iterator[Problem]:
    """The plan `si-ma-cai-2021` stands in `<place>/si-ma-cai-2021.yml`."""
    for plan in survey.archive.plans:
        path = PurePath(plan.origin.mapping.file)
        if path.stem != plan.id:
            if survey.archive.plan[plan.id] is not plan or _is_twice(survey, plan):
                continue  # told as an id that is there twice
            right = plan_place(plan) or path.parent.name
            own = id_like(path.stem) or plan.id
            yield error(
                top(plan).at("id"),
                f"mã kế hoạch là `{plan.id}`, tên tệp là `{path.name}`: đổi tên tệp thành "
                f"`{right}/{plan.id}.yml`, hoặc viết `id: {own}`",
                f"the plan's id is `{plan.id}`, its file is `{path.name}`: rename the file to "
                f"`{right}/{plan.id}.yml`, or write `id: {own}`",
            )


def _is_twice(survey: Survey, plan: Plan) -> bool:
    return sum(other.id == plan.id for other in survey.archive.plans) > 1


def plan_files_lie_with_their_place(survey: Survey) -> Iterator[Problem]:
    """A plan stands in the folder of its place, or of a place that its place lies in."""
    archive = survey.archive
    for plan in archive.plans:
        place, path = plan_place(plan), PurePath(plan.origin.mapping.file)
        folder = path.parent.name
        if place not in archive.place or folder not in archive.place:
            continue
        if folder not in {each.id for each in lineage(archive, place)}:
            yield warning(
                top(plan).at("place"),
                f"kế hoạch của `{place}` nằm trong thư mục `{folder}/`: chuyển tệp sang "
                f"`{place}/{path.name}`, hoặc xem lại `place:`",
                f"the plan of `{place}` lies in the folder `{folder}/`: move the file to "
                f"`{place}/{path.name}`, or check `place:`",
            )


def removals_are_gone(survey: Survey) -> Iterator[Problem]:
    """What the register of removals names is gone, and its id is not used again."""
    archive = survey.archive
    first: dict[str, Removal] = {}
    for removal in archive.removals:
        identifier, at = removal.id, top(removal).at("id")
        if first.setdefault(identifier, removal) is not removal:
            yield error(
                at,
                f"`{identifier}` đã ghi là gỡ ở dòng {first[identifier].origin.line}: bỏ một mục",
                f"`{identifier}` is already said to be removed in line "
                f"{first[identifier].origin.line}: delete one of the entries",
            )
        elif _is_there(archive, removal):
            yield error(
                at,
                f"`{identifier}` vẫn còn trong dữ liệu: bỏ mục này, hoặc gỡ `{identifier}`",
                f"`{identifier}` is still there: delete this entry, or remove `{identifier}`",
            )


def _is_there(archive: Archive, removal: Removal) -> bool:
    if removal.item:
        plan = archive.plan.get(removal.plan)
        return plan is not None and removal.item in item_ids(plan)
    if removal.was == "indicator":
        return removal.id in archive.definition
    together = (archive.place, archive.agency, archive.document, archive.plan)
    return any(removal.id in register for register in together)


def item_ids(plan: Plan) -> frozenset[str]:
    """The ids of all items of a plan; parts as `indicator/part`."""
    found: list[str | None] = [each.id for each in plan.sections]
    found += [each.id for each in plan.tasks]
    found += [each.id for each in plan.milestones]
    found += [each.id for each in plan.scorecards]
    return frozenset(each for each in found if each) | frozenset(_paths(plan.indicators))


def _paths(indicators: tuple[Indicator, ...], above: str = "") -> Iterator[str]:
    for indicator in indicators:
        yield above + indicator.id
        yield from _paths(indicator.parts, f"{above}{indicator.id}/")


def _repeated(spots: Iterable[tuple[Kind, Spot]]) -> Iterator[Problem]:
    first: dict[str, tuple[Kind, Spot, str]] = {}
    for kind, spot in spots:
        for field, identifier in _ids(spot.entry):
            if identifier not in first:
                first[identifier] = (kind, spot, field)
                continue
            other, before, its_field = first[identifier]
            vi, en = WORDS[other]
            where = before.at(its_field).position
            line = f"{where.file}:{where.line}"
            file = PurePath(spot.at(field).position.file).stem
            better = f"{identifier}-2"
            if kind == "plan" and id_like(file) not in ("", identifier):
                better = id_like(file)
            yield error(
                spot.at(field),
                f"mã `{identifier}` đã là của {vi} ở {line}: đặt mã khác cho một trong hai, ví dụ "
                f"`{better}`, hay hơn là thêm điều phân biệt như địa phương, năm",
                f"the id `{identifier}` already belongs to the {en} in {line}: choose another for "
                f"one of them, e.g. `{better}`, or better add what tells them apart, such as the "
                "place or the year",
            )


def _ids(entry: Entry) -> Iterator[tuple[str, str]]:
    identifier = getattr(entry, "id", None)
    if identifier:
        yield "id", identifier
    for former in getattr(entry, "former_ids", ()):
        yield "former_ids", former


def _repeated_parts(spot: Spot, field: str, indicators: tuple[Indicator, ...]) -> Iterator[Problem]:
    for each, indicator in entries(spot, field, indicators):
        if indicator.parts:
            parts = entries(each, "parts", indicator.parts)
            yield from _repeated(("indicator", part) for part, _ in parts)
            yield from _repeated_parts(each, "parts", indicator.parts)
