"""One-time sign-in links. The secret is in the address only; the database keeps its digest."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from olke.accounts.errors import LinkUnusableError
from olke.accounts.locking import lock_account
from olke.accounts.models import Person, SignInLink

VALID_FOR = timedelta(hours=24)


@transaction.atomic
def issue_sign_in_link(person: Person) -> str:
    """Return the path that signs ``person`` in once within 24 hours.

    Links given to the same person before stop working. The secret has 256 bits, so its plain
    SHA-256 needs no salt. Raises ``Person.DoesNotExist`` for an erased account.
    """
    secret = secrets.token_urlsafe(32)
    current = lock_account(person)
    current.sign_in_links.filter(used_at=None).delete()
    SignInLink.objects.create(
        person=current, digest=_digest(secret), expires_at=timezone.now() + VALID_FOR
    )
    return reverse("accounts:sign_in_with_link", args=[secret])


def redeem_link(secret: str) -> Person:
    """Use a link up and return whom it signs in; raises ``LinkUnusableError``.

    One UPDATE decides, so that of two simultaneous clicks exactly one signs in. Its conditions on
    the link stand in its own WHERE: under a join Django would put them into a subquery, which
    PostgreSQL does not ask again after having waited for the other click.
    """
    now = timezone.now()
    link = SignInLink.objects.filter(
        digest=_digest(secret),
        used_at=None,
        expires_at__gt=now,
        person__in=Person.objects.filter(is_active=True).values("pk"),
    )
    if link.update(used_at=now) != 1:
        raise LinkUnusableError
    return Person.objects.get(sign_in_links__digest=_digest(secret))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
