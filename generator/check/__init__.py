"""What must hold across entries: one small generator for each rule, and its name is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from generator.check import (
    bodies,
    cycles,
    documents,
    identities,
    lifetimes,
    names,
    plans,
    references,
    results,
    targets,
    tasks,
    texts,
    totals,
)
from generator.check.saying import said_once
from generator.check.survey import Survey
from generator.model.archive import Archive
from generator.problems import Problem, in_reading_order

Rule = Callable[[Survey], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references.references_are_known,
    references.references_are_of_the_right_kind,
    references.items_of_other_plans_are_known,
    names.names_are_not_registered,
    names.bodies_stand_one_a_line,
    bodies.bodies_have_their_place,
    bodies.places_after_at_fit_the_body,
    bodies.bodies_are_named_once,
    identities.identities_are_unique,
    identities.items_are_unique,
    identities.plan_files_are_named_after_their_plan,
    identities.plan_files_lie_with_their_place,
    identities.removals_are_gone,
    cycles.successions_have_no_cycle,
    cycles.parents_have_no_cycle,
    cycles.relations_have_no_cycle,
    lifetimes.lives_end_after_they_begin,
    lifetimes.places_and_bodies_exist_on_the_day,
    documents.documents_have_one_identity,
    documents.documents_are_seen_after_they_are_issued,
    documents.links_lead_somewhere,
    documents.links_have_a_day,
    plans.plans_have_an_origin,
    plans.fiscal_years_have_their_month,
    targets.targets_have_one_version_a_day,
    targets.indicators_say_what_they_measure,
    targets.baselines_have_a_period,
    targets.operators_agree_with_direction,
    targets.changes_say_points_or_percent,
    targets.targets_lie_in_the_period,
    targets.parts_are_two_levels_deep,
    results.stated_words_are_told,
    results.verdict_words_are_used,
    results.verdicts_agree,
    results.failures_have_a_cause,
    results.figures_follow_their_period,
    tasks.deadlines_have_one_version_a_day,
    tasks.work_is_done_before_it_is_reported,
    tasks.completions_have_a_day,
    tasks.deadlines_lie_in_the_period,
    tasks.overdue_tasks_are_reported,
    totals.no_more_is_recorded_than_declared,
    totals.scorecards_add_up,
    totals.parts_add_up,
    totals.sums_have_parts,
    totals.budgets_add_up,
    texts.texts_are_finished,
    texts.texts_are_plain,
    texts.other_kinds_are_told,
)


def check(archive: Archive, day: date) -> list[Problem]:
    """All that does not hold across the entries of an archive as of a day, in reading order.

    What a single file cannot say (an unknown key, an impossible date) has been found by `load`.
    """
    survey = Survey(archive, day)
    problems = [
        replace(problem, rule=rule.__name__.replace("_", "-"))
        for rule in RULES
        for problem in rule(survey)
    ]
    return in_reading_order(said_once(problems))
