"""Vague phrases: what sounds like a next step and is none, in English and German.

A star stands for any ending of the word: `follow* up` is also "follows up". A dollar sign: only where
nothing follows ("lets us know", not "lets us know who signs"). `!an`: not where the text ends in "an"
("meldet sich zum Rundgang an" is a step). The list grows by what the person adds to the settings.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

ENGLISH = (
    "follow* up",
    "followup",
    "stay* in touch",
    "keep* in touch",
    "be in touch",
    "get* in touch",
    "get* back to us$",
    "get* back to me$",
    "get* back to you$",
    "keep* in contact",
    "remain* in contact",
    "touch* base",
    "circle* back",
    "think* about it",
    "think* it over",
    "think* it through",
    "mull* it over",
    "sleep* on it",
    "let us know$",
    "let me know$",
    "lets us know$",
    "lets me know$",
    "keep* in mind",
    "keep* us in mind",
    "keep* us posted$",
    "keep* me posted$",
    "send* information",
    "send* info",
    "send* some information",
    "send* more information",
    "send* material$",
    "send* materials$",
    "send* brochure$",
    "send* a brochure$",
    "send* proposal",
    "send a proposal",
    "send a quote",
    "send quote",
    "send an offer",
    "send pricing",
    "send prices",
    "is interested",
    "are interested",
    "shows interest",
    "explore options",
    "discuss* internally",
    "at some point",
    "when the time is right",
    "in due course",
    "looks into it$",
    "look into it$",
    "build* rapport",
    "good meeting",
    "great meeting",
)
GERMAN = (
    "nachfassen",
    "fass* nach",
    "fasst nach",
    "nachhaken",
    "sich melden",
    "meld* sich !an",
    "meld* uns$",
    "meld* mich$",
    "wieder melden",
    "in kontakt bleib*",
    "bleib* in kontakt",
    "in verbindung bleib*",
    "bleib* in verbindung",
    "unterlagen schick*",
    "schick* unterlagen$",
    "unterlagen zusenden",
    "unterlagen senden",
    "infos schick*",
    "schick* infos$",
    "informationen schick*",
    "informationen zusenden",
    "schick* informationen$",
    "infomaterial",
    "prospekt schick*",
    "angebot schick*",
    "angebot zusenden",
    "angebot senden",
    "schick* angebot$",
    "schicken ein angebot$",
    "druber nachdenk*",
    "daruber nachdenk*",
    "denk* daruber nach",
    "denk* druber nach",
    "denk* mal nach",
    "uberleg* es sich",
    "uberleg* sich das",
    "es sich uberleg*",
    "sich das uberleg*",
    "im hinterkopf behalten",
    "im auge behalten",
    "behalt* uns im hinterkopf",
    "auf dem laufenden",
    "mal schauen",
    "mal sehen",
    "schauen wir mal",
    "zu gegebener zeit",
    "bei gelegenheit",
    "interesse zeigen",
    "zeig* interesse",
    "ist interessiert",
    "sind interessiert",
    "intern besprech*",
    "besprech* das intern",
    "bespricht das intern",
    "gutes gesprach",
)
VAGUE = (*ENGLISH, *GERMAN)


def vague_phrase_in(text: str, more: Iterable[str] = ()) -> str:
    """Return the first vague phrase that occurs in the text, as it is written there, or nothing.

    Whole words, in any case, with or without accents.
    """
    searched = folded(text)
    found = _pattern((*VAGUE, *more)).search(searched)
    if found is None:
        return ""
    words_before = len(words(searched[: found.start()]))
    length = len(words(found[0]))
    return " ".join(words(text)[words_before : words_before + length])


def folded(text: str) -> str:
    """Return the text in lower case without accents: `Drüber` is `druber`, `ß` is `ss`."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parted if not unicodedata.combining(one))


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of the phrases; whatever stands between two words parts them."""
    written = (_one(phrase) for phrase in phrases)
    return re.compile("|".join(one for one in written if one), re.DOTALL)


def _one(phrase: str) -> str:
    words_alone, _, unless = phrase.partition("!")
    parts = re.findall(r"[^\W_]+\*?", folded(words_alone))
    if not parts:
        return ""
    written = r"\b" + r"[\W_]+".join(_word(part) for part in parts) + r"\b"
    if words_alone.rstrip().endswith("$"):
        written += r"(?=\W*$)"
    return rf"{written}(?!.*\b{re.escape(folded(unless.strip()))}\W*$)" if unless.strip() else written


def _word(part: str) -> str:
    return part[:-1] + r"[^\W_]{0,3}" if part.endswith("*") else part
