"""A plan says where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.saying import top, warning
from generator.check.survey import Survey
from generator.problems import Problem


def plans_have_an_origin(survey: Survey) -> Iterator[Problem]:
    """A plan has its own document, or at least an issuer or a source."""
    for plan in survey.archive.plans:
        if not (plan.document or plan.issuer or plan.source):
            yield warning(
                top(plan).at("id"),
                "kế hoạch không có `document:` (văn bản ban hành), `issuer:` (cơ quan ban hành) "
                "hay `source:` (nguồn): thêm ít nhất một, ví dụ `document: 84-kh-ubnd-ha-noi`",
                "the plan has no `document:` (its own act), `issuer:` or `source:`: add at least "
                "one, e.g. `document: 84-kh-ubnd-ha-noi`",
            )
