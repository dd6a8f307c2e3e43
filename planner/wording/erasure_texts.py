"""What goes when a client or a person is erased, and what became of two clients merged, as people read it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from planner.model.library_values import Backup, Erasure, MergedClients
from planner.translation import _, ngettext
from planner.wording.days import day_text, moment_text
from planner.wording.lists import comma_list, semicolon_list, sentences
from planner.wording.text import quoted

_NAMED = 10


def erasure_lines(erasure: Erasure, today: dt.date) -> tuple[str, ...]:
    """Return what goes, or went, one thing a line: plans, counts of what else, files beside the library.

    Behind them come a line on each file that stays, on texts that still name the person, on each backup, and
    on what could not be done; () where there is nothing of it.
    """
    return tuple(_lines(erasure, today))


def merged_clients_text(merged: MergedClients) -> str:
    """Return what became of two clients that were made one, in sentences."""
    told = [_("“{other}” is one with “{name}” now.").format(other=merged.other, name=merged.name)]
    if merged.plans:
        pattern = ngettext("{count:,} plan came along.", "{count:,} plans came along.", merged.plans)
        told.append(pattern.format(count=merged.plans))
    if merged.in_trash:
        pattern = ngettext(
            "Of these, {count:,} is in the trash.", "Of these, {count:,} are in the trash.", merged.in_trash
        )
        told.append(pattern.format(count=merged.in_trash))
    if merged.contacts_united:
        pattern = ngettext(
            "{count:,} contact was known to both.",
            "{count:,} contacts were known to both.",
            merged.contacts_united,
        )
        told.append(pattern.format(count=merged.contacts_united))
    if merged.noted:
        told.append(_("Added to the notes: {fields}.").format(fields=semicolon_list(merged.noted)))
    if merged.backup is not None:
        told.append(_("As it was before, it is kept in {backup}.").format(backup=merged.backup.name))
    return sentences(told)


def _lines(erasure: Erasure, today: dt.date) -> Iterator[str]:
    if erasure.plans:
        pattern = ngettext("{count:,} plan: {plans}", "{count:,} plans: {plans}", len(erasure.plans))
        yield pattern.format(count=len(erasure.plans), plans=_some(map(quoted, erasure.plans)))
    if erasure.in_trash:
        pattern = ngettext(
            "{count:,} plan in the trash: {plans}",
            "{count:,} plans in the trash: {plans}",
            len(erasure.in_trash),
        )
        yield pattern.format(count=len(erasure.in_trash), plans=_some(map(quoted, erasure.in_trash)))
    yield from _counted(erasure)
    if erasure.files:
        names = _some(file.name for file in erasure.files)
        yield _("Files kept aside beside the library: {files}").format(files=names)
    for copy in erasure.copies:
        yield _(
            "{copy} lies beside the library and may hold it. It stays: bring it in or put it away, "
            "then erase again."
        ).format(copy=copy.name)
    if erasure.still_named:
        texts = _some(erasure.still_named)
        yield _("Look at these texts yourself; they still name the person: {texts}").format(texts=texts)
    yield from _of_backups(erasure.backups, today)
    if erasure.problem:
        yield erasure.problem


def _counted(erasure: Erasure) -> Iterator[str]:
    """Yield a line on what there are several of and nobody names."""
    counts = (
        (erasure.versions, _versions(erasure)),
        (erasure.contacts, ngettext("{count:,} contact", "{count:,} contacts", erasure.contacts)),
        (erasure.touches, ngettext("{count:,} touch", "{count:,} touches", erasure.touches)),
        (erasure.promises, ngettext("{count:,} promise", "{count:,} promises", erasure.promises)),
        (erasure.news, ngettext("{count:,} piece of news", "{count:,} pieces of news", erasure.news)),
        (
            erasure.mentions,
            ngettext(
                "{count:,} place in which they are named",
                "{count:,} places in which they are named",
                erasure.mentions,
            ),
        ),
    )
    for count, pattern in counts:
        if count:
            yield pattern.format(count=count)


def _versions(erasure: Erasure) -> str:
    if erasure.is_person:
        return ngettext(
            "{count:,} earlier version of a plan is rewritten without them",
            "{count:,} earlier versions of plans are rewritten without them",
            erasure.versions,
        )
    return ngettext(
        "{count:,} earlier version of a plan", "{count:,} earlier versions of plans", erasure.versions
    )


def _of_backups(backups: Sequence[Backup], today: dt.date) -> Iterator[str]:
    for backup in backups:
        moment = moment_text(backup.taken.astimezone(), today)
        if not backup.opens:
            text = _("The backup of {moment} cannot be opened, and may hold it; delete it, or it stays.")
        elif backup.goes_on is None:
            text = _("The backup of {moment} still holds it; delete it, or it stays.")
        else:
            text = _("The backup of {moment}, made before, still holds it and goes by itself on {day}.")
        day = "" if backup.goes_on is None else day_text(backup.goes_on, today)
        yield text.format(moment=moment, day=day)


def _some(names: Iterable[str]) -> str:
    """Return the first ten names in a row, and how many more there are."""
    listed = list(names)
    more = len(listed) - _NAMED
    if more <= 0:
        return comma_list(listed)
    pattern = ngettext("{names} and {count:,} more", "{names} and {count:,} more", more)
    return pattern.format(names=comma_list(listed[:_NAMED]), count=more)
