"""Where a key lies, whatever the layout says it types."""

import sys

from PySide6.QtGui import QKeyEvent

_SIGNS = "nptezydlmcx1234567890"
"""What the keys below type on a US keyboard, in the order of the codes."""

_XKB = (57, 33, 28, 26, 52, 29, 40, 46, 58, 54, 53, *range(10, 20))
"""X11 and Wayland number the keys as the kernel does (evdev), plus 8."""
_WINDOWS = (0x31, 0x19, 0x14, 0x12, 0x2C, 0x15, 0x20, 0x26, 0x32, 0x2E, 0x2D, *range(0x02, 0x0C))
"""Windows gives the scan codes of the PC/AT keyboard, set 1."""
_MAC = (
    0x2D,
    0x23,
    0x11,
    0x0E,
    0x06,
    0x10,
    0x02,
    0x25,
    0x2E,
    0x08,
    0x07,
    0x12,
    0x13,
    0x14,
    0x15,
    0x17,
    0x16,
    0x1A,
    0x1C,
    0x19,
    0x1D,
)
"""macOS gives virtual keys (kVK_ANSI_N and so on) and no scan codes."""

_PLACES: dict[str, dict[int, str]] = {
    "win32": dict(zip(_WINDOWS, _SIGNS, strict=True)),
    "darwin": dict(zip(_MAC, _SIGNS, strict=True)),
}
_ON_XKB: dict[int, str] = dict(zip(_XKB, _SIGNS, strict=True))


def key_place(event: QKeyEvent, platform: str = sys.platform) -> str:
    """Return what the pressed key types on a US keyboard; "" for keys that no command is bound to.

    `platform` is as `sys.platform` has it.
    """
    code: int = event.nativeVirtualKey() if platform == "darwin" else event.nativeScanCode()
    places = _PLACES.get(platform, _ON_XKB)
    return places.get(code, "")
