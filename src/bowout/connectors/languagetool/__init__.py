"""The HTTP protocol of LanguageTool, as far as editors speak it: values in, values out (M5).

Published at https://languagetool.org/http-api/; LibreOffice has a client of its own.
"""

from bowout.connectors.languagetool.answering import answer, languages
from bowout.connectors.languagetool.asking import Question, Unreadable, question

__all__ = ["Question", "Unreadable", "answer", "languages", "question"]
