"""The fixed words of the format; beside `other`, where there is one, stands the printed kind."""

from __future__ import annotations

from typing import Literal

Level = Literal["country", "province", "district", "commune", "other"]
AgencyKind = Literal["group"]
RemovedKind = Literal["plan", "place", "agency", "document", "indicator"]
PlanKind = Literal[
    "five_year",
    "annual",
    "public_investment",
    "national_target_programme",
    "implementation",
    "action_programme",
    "review",
    "drafting",
    "scheme",
    "strategy",
    "report",
    "other",
]
Lifecycle = Literal["drafting", "submitted", "adopted", "cancelled"]
Language = Literal["vi", "en"]
Completeness = Literal["full", "excerpt"]
DocumentKind = Literal[
    "resolution",
    "decision",
    "directive",
    "plan",
    "action_programme",
    "programme",
    "scheme",
    "project",
    "official_letter",
    "report",
    "submission",
    "conclusion",
    "notice",
    "decree",
    "circular",
    "law",
    "master_plan",
    "strategy",
    "news",
    "other",
]
DocumentStatus = Literal["draft"]
RelationKind = Literal[
    "based_on",
    "implements",
    "evaluates",
    "succeeds",
    "replaces",
    "amends",
    "feeds_into",
    "part_of",
]
Direction = Literal["up", "down", "within"]
Modality = Literal["aspirational", "forecast"]
ResultKind = Literal["estimate", "preliminary"]
Stage = Literal["not_started", "in_progress", "completed", "suspended", "dropped", "merged"]
BudgetStage = Literal["planned", "allocated", "disbursed", "settled", "carried_over"]
MilestoneKind = Literal[
    "conference",
    "submission",
    "adoption",
    "inspection",
    "mid_term_review",
    "final_review",
    "election",
    "report",
    "issue",
    "other",
]
NoteKind = Literal["inconsistency", "remark"]
Verdict = Literal[
    "exceeded",
    "achieved",
    "nearly",
    "not_achieved",
    "not_due",
    "no_data",
    "not_assessable",
    "on_track",
    "at_risk",
    "off_track",
]
