"""Whether an action does something: verbs of doing, in English and German.

Tolerant on purpose: what cannot be told for certain counts as doing. A false alarm costs trust.
"""

import re
from itertools import pairwise

from planner.coaching.check.phrases import folded, words

DOING = frozenset(
    """
    accept add agree allocate allow analyse analyze announce answer appoint approve arrange ask assign attend
    authorise authorize block book bring build buy call cancel carry check choose clear close collect
    commission commit compare complete confirm connect convene copy count decide define delegate deliver
    demonstrate describe discuss document draft draw drive email enter escalate establish evaluate explain
    export extract fill finalise finalize find fix forward fund gather get give grant guide hand hire hold
    host identify import inform inspect install introduce invite involve issue join kick lay lead let list
    listen load locate log look mail make map mark measure meet move name negotiate nominate open order
    organise organize own pay phone pick place plan post prepare present print provide pull put raise rank
    read recommend record release reply report request reserve respond return review rewrite ring roll run
    say schedule see select send set share show sign sit speak specify sponsor start state submit supply
    take talk tell test tour train transfer try turn update upload use verify view visit vote walk watch write
    """.split()  # noqa: SIM905 -- a list to be read and added to
)

_NAMING = frozenset(
    """
    a an the next another second third one more some any further his her their our no new first
    ein eine einen der die das den ein nachster nachstes nachste weiterer weiteres weitere kein keine
    """.split()  # noqa: SIM905 -- the same
)
_RESULTS = frozenset(
    """
    agreement alignment approval budget buy call commitment conversation decision discussion feedback go
    interest intro introduction meeting pilot proposal talk yes
    angebot budget entscheidung feedback freigabe gesprach interesse pilot ruckmeldung termin treffen zusage
    """.split()  # noqa: SIM905 -- the same
)
"""What people write instead of what somebody does."""

_AFTER_THESE = frozenset("to will shall should can could would and then who".split())  # noqa: SIM905
_FINITE = re.compile(r"(s|t|ed|en|ern|eln)$")
_INFINITIVE = re.compile(r"(en|ern|eln)$")


def says_what_is_done(text: str) -> bool:
    """Whether the text says what somebody does: it has a verb of doing or could have one; False for "".

    English verbs stand at the start ("shares the list"), German ones at the start or the end ("lädt … ein",
    "den Termin bestätigen"). A word with a verb's ending in these places passes, and so does a text that
    neither starts as a thing ("a second call") nor names a mere result ("positive feedback").
    """
    given = words(folded(text))
    if not given or _ends_as(_INFINITIVE, given[-1]):
        return bool(given)
    if given[0] in _NAMING:
        return any(
            _base(word) in DOING and (word not in DOING or before in _AFTER_THESE)
            for before, word in pairwise(given)
        )
    if any(_base(word) in DOING for word in given) or _ends_as(_FINITE, given[0]):
        return True
    return not any(word in _RESULTS for word in given)


def _ends_as(ending: re.Pattern[str], word: str) -> bool:
    return len(word) > 3 and bool(ending.search(word))


def _base(word: str) -> str:
    """Return a word without the ending of he-does-it or it-was-done: `invites`, `agreed`, `carries`."""
    for ending, instead in (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", "")):
        if word.endswith(ending) and word[: -len(ending)] + instead in DOING:
            return word[: -len(ending)] + instead
    return word
