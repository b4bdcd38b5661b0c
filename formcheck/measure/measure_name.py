"""How a measure is named: `knee.left`, `knee.working`, `trunk_inclination` where it has no side."""


def plain_name(name: str) -> str:
    """The measure as the catalogue knows it: `knee` of `knee.left`."""
    return name.partition(".")[0]


def role_of(name: str) -> str:
    """The side, or the role by which a side is found: `left` of `knee.left`; empty for none."""
    return name.partition(".")[2]


def name_and_role(name: str) -> tuple[str, str]:
    """Both: `knee` and `left`."""
    return plain_name(name), role_of(name)


def with_role(plain: str, role: str) -> str:
    """The name of both; as the catalogue has it where the role is empty."""
    return f"{plain}.{role}" if role else plain
