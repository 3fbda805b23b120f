"""How the command line asks: one question a line, the answer tried at once."""

from __future__ import annotations

import sys

from generator.drafts.questions import Question
from generator.terminal import one_line
from generator.text.vocabulary import meanings


def ask(question: Question, proposed: str = "") -> str:
    """The answer of a person, empty for none; asked again until it can be understood.

    `EOFError` if nobody answers any more.
    """
    if question.words:
        told = meanings(question.words)
        for number, word in enumerate(question.words, start=1):
            _say(f"  {number:2} {word} – {' / '.join(told[word])}")
    while True:
        _say(_asked(question, proposed), end="")
        answer = input().strip() or proposed
        if not answer and not question.is_needed:
            return ""
        try:
            return question.understood(answer)
        except ValueError as refused:
            _say(f"  {reason(refused)}")


def reason(refused: ValueError) -> str:
    """Why an answer was refused, in two languages."""
    context: dict[str, str] = getattr(refused, "context", None) or {}
    told = [context[language] for language in ("vi", "en") if language in context]
    return one_line(" / ".join(told) or str(refused))


def _asked(question: Question, proposed: str) -> str:
    left_out = "" if question.is_needed else " (Enter: bỏ qua / skip)"
    end = f" [{proposed}]" if proposed else left_out
    return f"{question.vi} / {question.en}{end}: "


def _say(words: str, end: str = "\n") -> None:
    print(words, end=end, file=sys.stderr, flush=True)
