"""Which fields a change reaches: paths are those of the forms."""


def touches(changed: str, path: str) -> bool:
    """Whether a change at one path changes what another holds: the same, under it or over it."""
    if not changed or not path:
        return True
    short, long = sorted((changed, path), key=len)
    return long.startswith(short) and (len(long) == len(short) or long[len(short)] in ".[")


def touches_contacts(changed: str) -> bool:
    """Whether a change at the path may change who the contacts of the client are."""
    in_a_contact = changed.startswith("client.contacts[") and "]." in changed
    return changed.endswith("].name") if in_a_contact else touches(changed, "client.contacts")
