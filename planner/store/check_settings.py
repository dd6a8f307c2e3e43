"""The thresholds of the check as a person set them: a small file in the library's folder."""

from pathlib import Path

import msgspec

from planner.coaching.check.thresholds import Thresholds
from planner.model.characters import fit_text
from planner.model.errors import FieldError, PlannerError
from planner.platform.files import write_atomically
from planner.store.decoding_problem import decoding_problem
from planner.translation import _

FILE_NAME = "check-settings.json"


class CheckSettingsNotRead(PlannerError):
    """The file of check settings cannot be read, or holds something else; it was left as it is.

    The message names the file, and the field if one does not fit.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            _("{path}: {reason}. Correct the file, or remove it to use the usual thresholds.").format(
                path=path, reason=reason
            )
        )


def read_check_settings(folder: Path) -> Thresholds:
    """Return the thresholds kept in the library's folder, the usual ones for what is not there.

    CheckSettingsNotRead if the file cannot be read, is no JSON, or holds a field or value that does not fit.
    """
    path = folder / FILE_NAME
    try:
        values = msgspec.json.decode(path.read_bytes())
    except FileNotFoundError:
        return Thresholds()
    except OSError as error:
        raise CheckSettingsNotRead(path, error.strerror or _("it cannot be read")) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CheckSettingsNotRead(
            path, _("it is not JSON ({reason})").format(reason=decoding_problem(str(error)))
        ) from error
    if not isinstance(values, dict):
        raise CheckSettingsNotRead(path, _("expected an object with settings"))
    from planner.model.fields import with_field  # noqa: PLC0415 -- only for what somebody set

    settings = Thresholds()
    for name, value in values.items():
        try:
            settings = with_field(settings, name, _phrases(value) if isinstance(value, list) else value)
        except FieldError as error:
            raise CheckSettingsNotRead(path, str(error)) from error
    return settings


def _phrases(listed: list[object]) -> tuple[object, ...]:
    return tuple(fit_text(entry) if isinstance(entry, str) else entry for entry in listed)


def write_check_settings(folder: Path, settings: Thresholds) -> None:
    """Keep the thresholds in the library's folder, whole or not at all; FileNotWritten says why not.

    Only what differs from the usual is written.
    """
    text = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    write_atomically(folder / FILE_NAME, text + b"\n")
