"""How many years of school an English text asks for: the grade of Flesch and Kincaid."""

import re

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")


def grade(*blocks: str) -> float:
    """Of paragraphs and lines. What is no sentence, such as a label, would flatter it and is left out."""
    said = [block.strip() for block in blocks if re.search(r"[.!?:]\s*$", block)]
    sentences = [one for block in said for one in re.split(r"(?<=[.!?])\s+", block)]
    words = WORD.findall(" ".join(said))
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, but for an e that nobody hears: ``here``, ``asked``."""
    plain = re.sub(r"(?:['’]s|(?<=[^aeiouylr])e|(?<=[aeiou][lr])e|(?<=[^aeiouytd])ed)$", "", word.lower())
    return len(re.findall(r"[aeiouy]+", plain)) or 1
