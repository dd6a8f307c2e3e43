"""What can go wrong with a library, in words for the person it happens to."""

from pathlib import Path

from planner.model.errors import PlannerError


class LibraryNotOpened(PlannerError):
    """The library's folder or file cannot be reached."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be opened: {reason}.")


class LibraryDamaged(PlannerError):
    """The library file does not hold what it should; it was not changed."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(
            f"{path} is damaged: {what}. It was not changed. Put back a copy of it, or name another library."
        )
        self.path = path
        self.what = what


class LibraryTooNew(PlannerError):
    """A newer version of the program wrote the library file; it was not changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} was written by a newer Front Foot. It was not changed. "
            "Update Front Foot, or name another library."
        )


class LibraryNotWritten(PlannerError):
    """A change could not be stored; file and memory are as before."""


class LibraryFolderGone(LibraryNotWritten):
    """The library's folder is not there any more; memory still holds everything."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The library's folder {folder} is gone: its disk was taken away, or it was deleted or renamed. "
            "Everything is still here, as long as this window stays open."
        )


class LibraryAlreadyThere(LibraryNotWritten):
    """A library was to be written where there is another; that was not changed."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There is a library in {folder} already. It was not changed; choose another folder."
        )


class NoSuchPlan(PlannerError):
    """No plan has this id or start of an id."""

    def __init__(self, plan_id: str) -> None:
        super().__init__(f'There is no plan "{plan_id}" in this library.')


class AmbiguousId(PlannerError):
    """Several plans' ids start like this."""

    def __init__(self, start: str, plan_ids: list[str]) -> None:
        some = ", ".join(plan_ids[:5]) + (" and more" if len(plan_ids) > 5 else "")
        super().__init__(f'"{start}" can mean {len(plan_ids)} plans ({some}); write more of the id.')


class IdTaken(PlannerError):
    """What is brought in has the id of something else in the library; `field` names the id."""

    def __init__(self, field: str, taken: str, by: str) -> None:
        super().__init__(f'{field}: "{taken}" is already {by} here. Nothing was changed.')
        self.field = field


class BackupNotMade(PlannerError):
    """A backup could not be written, or did not open afterwards."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"No backup was made: {reason}")


class BackupNotOpened(PlannerError):
    """A file is no backup of ours, or a damaged one."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is no backup that can be opened: {reason}.")
        self.reason = reason
