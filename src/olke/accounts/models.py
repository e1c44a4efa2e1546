"""People, organisations and one-time sign-in links."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Role(models.TextChoices):
    """What a person may do; each role may do all that the roles before it may."""

    VISITOR = "visitor", _("Visitor")
    STUDENT = "student", _("Student")
    TEACHER = "teacher", _("Teacher")
    RESEARCHER = "researcher", _("Researcher")
    ADMINISTRATOR = "administrator", _("Administrator")

    @property
    def rank(self) -> int:
        """Place in the order above, 0 for a visitor."""
        return list(Role).index(self)


class OrganisationKind(models.TextChoices):
    """What sort of organisation people belong to."""

    SCHOOL = "school", _("School")
    UNIVERSITY = "university", _("University")
    FACULTY = "faculty", _("Faculty")
    ARCHIVE = "archive", _("Archive")
    MUSEUM = "museum", _("Museum")
    OTHER = "other", _("Other organisation")


def new_salt() -> str:
    """Return the secret under which one account's names are sealed."""
    return secrets.token_urlsafe(32)


class PersonManager(BaseUserManager["Person"]):
    """Finds people by the name they sign in with."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Return the person who signs in as ``username``, whatever its letter case."""
        return self.get(username__iexact=username)


class Person(AbstractBaseUser):
    """Somebody with an account; visitors and pupils in a class have none.

    No e-mail address, birth date or real name is required: the sign-in name and the name shown
    beside changes are all that Olke needs.
    """

    username = models.CharField(_("sign-in name"), max_length=80)
    display_name = models.CharField(_("name shown to others"), max_length=120)
    role = models.CharField(
        pgettext_lazy("of a person", "role"), max_length=20, choices=Role, default=Role.STUDENT
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    salt = models.CharField(max_length=43, default=new_salt, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("username"), name="person_username_once"
            ),
            models.CheckConstraint(condition=~Q(username=""), name="person_has_username"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="person_role_known"),
            models.CheckConstraint(
                condition=Q(erased_at=None)
                | Q(display_name="", salt="", is_active=False, last_login=None),
                name="person_erased_leaves_nothing",
            ),
        ]

    def __str__(self) -> str:
        if self.erased_at:
            return _("Erased account no. %(number)s") % {"number": self.pk}
        return self.display_name or self.username

    def name_seal(self) -> str:
        """Return what stands for both names where they must not be: HMAC-SHA256 under the salt.

        Whoever has the salt can prove the names with it. It is "" once the account is erased, and
        a seal made before then tells nothing: the salt has 256 random bits and is gone.
        """
        if self.erased_at:
            return ""
        names = f"{self.username}\0{self.display_name}".encode()
        return hmac.new(self.salt.encode(), names, hashlib.sha256).hexdigest()

    def has_role(self, role: Role) -> bool:
        """Tell whether this person may do what ``role`` may."""
        return self.is_active and Role(self.role).rank >= role.rank


class Organisation(models.Model):
    """A school, faculty, archive or museum."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind)
    people: models.ManyToManyField[Person, Membership] = models.ManyToManyField(
        Person, through="Membership", related_name="organisations"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=OrganisationKind.values), name="organisation_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to an organisation, there in a role of its own."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(pgettext_lazy("of a person", "role"), max_length=20, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="membership_once"),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"


class SignInLink(models.Model):
    """A link that signs one person in once; only the digest of its secret is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="sign_in_links")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.person}, {self.expires_at:%Y-%m-%d %H:%M}"
