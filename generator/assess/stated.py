"""What a source's own word for a verdict means."""

from __future__ import annotations

import unicodedata
from typing import Final, get_args

from generator.model.plan import Plan
from generator.model.vocabularies import Verdict

KNOWN_WORDS: Final[dict[str, Verdict]] = {
    "vượt": "exceeded",
    "hoàn thành vượt mức": "exceeded",
    "đạt": "achieved",
    "hoàn thành": "achieved",
    "đạt và vượt": "achieved",
    "cơ bản đạt": "nearly",
    "không đạt": "not_achieved",
    "không hoàn thành": "not_achieved",
    **{code: code for code in get_args(Verdict)},
}
"""The words that mean the same everywhere, and the codes themselves."""

ACHIEVED_OR_MORE: Final = frozenset({"đạt và vượt"})
"""Words that agree with achieved and with exceeded alike."""


def stated_verdict(plan: Plan, words: str) -> Verdict | None:
    """What the words mean by the plan's `verdict_words`, else by the known words; else nothing.

    Capitals, blanks and the way a diacritic is encoded make no difference.
    """
    sought = folded(words)
    for word, verdict in plan.verdict_words.items():
        if folded(word) == sought:
            return verdict
    return KNOWN_WORDS.get(sought)


def folded(words: str) -> str:
    """Words as they are compared."""
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())
