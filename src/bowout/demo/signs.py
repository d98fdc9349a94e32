"""What the terminal says: where it is, who can sign in, and what the customer sees."""

from pathlib import Path

from bowout.demo.cast import DIRECT, PARTNERS, PASSWORD, Member
from bowout.demo.making import Made

_TEXT = """
Tarnfield, a sales team that does not exist, is at

  {address}/

Sign in as
{people}
  Password: {password} (everybody's, and in this demo only)

Be the customer: {customer}'s page, as the mail to them links it
  {address}/c/{token}/

It lives in {home}. Ctrl-C ends it; the next start begins from scratch."""


def signs(made: Made, address: str, home: Path) -> str:
    """The whole text, for an address without a slash at its end."""
    people = [_line(member) for member in DIRECT]
    people.append(_line(PARTNERS[-1], "of another team, who sees none of these deals"))
    return _TEXT.format(
        address=address,
        people="\n".join(people),
        password=PASSWORD,
        customer=made.customer,
        token=made.token,
        home=home,
    )


def _line(member: Member, more: str = "") -> str:
    return f"  {member.role:<10} {member.email:<28} {member.name}{', ' if more else ''}{more}"
