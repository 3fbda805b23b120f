"""One thing that a change does to the plans, in words, with its weight and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from generator.problems import Position
from generator.text.words import Words

Kind = Literal[
    "removed",
    "erased",
    "overwritten",
    "eased",
    "slipped",
    "adjusted",
    "advanced",
    "corrected",
    "renamed",
    "added",
    "target",
    "result",
    "report",
    "moved",
    "edited",
]

GRAVITY: tuple[Kind, ...] = get_args(Kind)
"""The kinds from the gravest to the lightest."""

COUNTED: Words = {
    "removed": ("{n} mục bị bỏ", "{n} entry removed|{n} entries removed"),
    "erased": ("{n} giá trị bị bỏ", "{n} value removed|{n} values removed"),
    "overwritten": ("{n} giá trị bị sửa đè", "{n} value overwritten|{n} values overwritten"),
    "eased": ("{n} mục tiêu nới lỏng", "{n} target eased|{n} targets eased"),
    "slipped": ("{n} thời hạn lùi", "{n} deadline slipped|{n} deadlines slipped"),
    "adjusted": ("{n} mục tiêu điều chỉnh", "{n} target adjusted|{n} targets adjusted"),
    "advanced": ("{n} thời hạn rút ngắn", "{n} deadline moved forward|{n} deadlines moved forward"),
    "corrected": ("{n} lỗi nhập được sửa", "{n} correction of ours|{n} corrections of ours"),
    "renamed": ("{n} mã đổi", "{n} id renamed|{n} ids renamed"),
    "added": ("{n} mục mới", "{n} new entry|{n} new entries"),
    "target": (
        "{n} mục tiêu, mốc gốc mới",
        "{n} new target or baseline|{n} new targets, baselines",
    ),
    "result": ("{n} kết quả mới", "{n} new result|{n} new results"),
    "report": ("{n} báo cáo mới", "{n} new report|{n} new reports"),
    "moved": ("{n} mốc đổi ngày", "{n} milestone moved|{n} milestones moved"),
    "edited": ("{n} chỗ sửa khác", "{n} other edit|{n} other edits"),
}

Promise = Literal["target", "deadline", "result", "report"]
"""What may not be edited once it is published: a new entry stands beside the old one."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that has changed.

    `plan` is the id of the plan as it is now (before, if it is gone), empty for a register.
    `subject` names what has changed, `vi` and `en` tell how; `position` is where it now stands,
    or where it stood.  `promise` tells which kind of published value was erased or overwritten,
    `before` and `after` its notations, `slot` the fields that tell which value of its list it is
    (`period: 2025, `).
    """

    kind: Kind
    plan: str
    subject: tuple[str, str]
    vi: str
    en: str
    position: Position
    promise: Promise | None = None
    before: str = ""
    after: str = ""
    slot: str = ""

    @property
    def entry(self) -> str:
        """The id of the file's or register's entry that it is about."""
        return self.plan or self.before or self.after

    @property
    def name(self) -> str:
        """The id by which the site knew what is gone: `ha-noi-84`, `ha-noi-84#doan-kiem-tra`."""
        return self.before if self.plan in ("", self.before) else f"{self.plan}#{self.before}"
