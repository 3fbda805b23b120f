"""In which state a plan is on a day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.assess.lifecycle import Life, life
from tests.conftest import Load

DOCUMENTS = """
- {id: qd-plan, kind: decision, title: Ban hành, issued: 2020-12-28}
- {id: du-thao, kind: plan, title: Dự thảo, status: draft}
"""


def life_of(load: Load, fields: str, day: str, documents: str = "", **plans: str) -> Life:
    archive, problems = load(
        f"id: plan\ntitle: Kế hoạch năm 2021\nkind: annual\n{fields}",
        registers__documents__all=DOCUMENTS + documents,
        **plans,
    )
    assert not problems
    return life(archive, archive.plan["plan"], date.fromisoformat(day))


@pytest.mark.parametrize(
    ("fields", "day", "state"),
    [
        ("lifecycle: drafting\nperiod: 2021\n", "2026-01-01", "drafting"),
        ("lifecycle: submitted\nperiod: 2021\n", "2020-01-01", "submitted"),
        ("lifecycle: cancelled\nperiod: 2021\n", "2021-05-01", "cancelled"),
        ("lifecycle: adopted\nperiod: 2021\n", "2020-12-31", "not_started"),
        ("lifecycle: adopted\nperiod: 2021\n", "2021-01-01", "in_progress"),
        ("lifecycle: adopted\nperiod: 2021\n", "2021-12-31", "in_progress"),
        ("lifecycle: adopted\nperiod: 2021\n", "2022-01-01", "ended"),
        ("lifecycle: adopted\nperiod: by 2025\n", "2020-01-01", "in_progress"),
        ("lifecycle: adopted\nperiod: yearly 2021..2025\n", "2026-01-01", "ended"),
        ("lifecycle: adopted\n", "2026-01-01", "adopted"),
        ("lifecycle: adopted\nperiod: 2020/2021\n", "2026-01-01", "adopted"),
        ("document: qd-plan\nperiod: 2021\n", "2021-05-01", "in_progress"),
        ("document: du-thao\nperiod: 2021\n", "2021-05-01", "drafting"),
        ("document: Quyết định của UBND\nperiod: 2021\n", "2021-05-01", "in_progress"),
        ("period: 2021\n", "2021-05-01", "unknown"),
        ("", "2021-05-01", "unknown"),
    ],
)
def test_the_state_follows_from_what_is_said_and_the_period(
    load: Load, fields: str, day: str, state: str
) -> None:
    assert life_of(load, fields, day) == Life(state)


REPLACING = "- {{id: qd-moi, kind: decision, title: Mới, issued: 2021-07-01, {}}}\n"


@pytest.mark.parametrize("replaces", ["replaces: plan", "replaces: qd-plan", "replaces: cu"])
def test_a_plan_is_replaced_from_the_day_of_the_new_document(load: Load, replaces: str) -> None:
    fields = "document: qd-plan\nperiod: 2021\nformer_ids: cu\n"
    documents = REPLACING.format(replaces)
    before = life_of(load, fields, "2021-06-30", documents)
    after = life_of(load, fields, "2021-07-01", documents)
    assert (before.state, before.replaced_by) == ("in_progress", ())
    assert (after.state, after.replaced_by) == ("replaced", ("qd-moi",))


def test_a_plan_stands_for_the_document_that_enacts_it(load: Load) -> None:
    new = "id: moi\ntitle: Kế hoạch mới\nkind: annual\ndocument: qd-moi\n"
    new += "relations: {replaces: plan}\n"
    found = life_of(
        load,
        "document: qd-plan\nperiod: 2021\n",
        "2021-07-01",
        REPLACING.format("replaces: qd-plan"),
        x__moi=new,
    )
    assert found.replaced_by == ("moi",)


@pytest.mark.parametrize("lifecycle", ["drafting", "submitted", "cancelled"])
def test_a_draft_replaces_nothing(load: Load, lifecycle: str) -> None:
    new = f"id: moi\ntitle: Kế hoạch mới\nkind: annual\nlifecycle: {lifecycle}\n"
    fields = "lifecycle: adopted\nperiod: 2021\n"
    found = life_of(
        load, fields, "2021-05-01", x__moi=new + "relations: {replaces: plan, succeeds: plan}\n"
    )
    assert (found.state, found.replaced_by) == ("in_progress", ())
    assert found.succeeded_by == (() if lifecycle == "cancelled" else ("moi",))


def test_a_draft_document_evaluates_nothing(load: Load) -> None:
    documents = (
        "- {id: bc, kind: report, title: Tổng kết, status: draft, relations: {evaluates: plan}}\n"
    )
    fields = "lifecycle: adopted\nperiod: 2021\n"
    assert life_of(load, fields, "2022-05-01", documents) == Life("ended")


@pytest.mark.parametrize(
    ("period", "day", "state", "evaluated"),
    [
        ("period: 2021\n", "2021-09-09", "in_progress", False),
        ("period: 2021\n", "2021-09-10", "in_progress", True),
        ("period: 2021\n", "2022-01-01", "evaluated", True),
        ("", "2021-09-09", "adopted", False),
        ("", "2021-09-10", "evaluated", True),
    ],
)
def test_an_evaluation_closes_a_plan_only_after_its_period(
    load: Load, period: str, day: str, state: str, evaluated: bool
) -> None:
    documents = (
        "- {id: bc, kind: report, title: Tổng kết, issued: 2021-09-10,"
        " relations: {evaluates: plan}}\n"
    )
    found = life_of(load, f"lifecycle: adopted\n{period}", day, documents)
    assert (found.state, found.evaluated_by) == (state, ("bc",) if evaluated else ())


def test_a_task_to_evaluate_is_no_evaluation(load: Load) -> None:
    other = (
        "id: khac\ntitle: Kế hoạch tổng kết\nkind: review\nlifecycle: adopted\n"
        "tasks: [{id: bc, title: Báo cáo, relations: {evaluates: plan}}]\n"
    )
    fields = "lifecycle: adopted\nperiod: 2021\n"
    assert life_of(load, fields, "2022-05-01", x__khac=other) == Life("ended")


def test_an_amended_plan_goes_on(load: Load) -> None:
    documents = "- {id: qd-sua, kind: decision, title: Sửa, issued: 2021-08-01, amends: plan}\n"
    found = life_of(load, "lifecycle: adopted\nperiod: 2021\n", "2021-08-01", documents)
    assert (found.state, found.amended_by) == ("in_progress", ("qd-sua",))


def test_cancellation_outlasts_everything(load: Load) -> None:
    fields = "lifecycle: cancelled\ndocument: qd-plan\nperiod: 2021\n"
    found = life_of(load, fields, "2022-01-01", REPLACING.format("replaces: qd-plan"))
    assert (found.state, found.replaced_by) == ("cancelled", ("qd-moi",))
