"""What happened in a class: who was there, what was opened when, and every answer as a row.

Times are the server's. Nothing here names a pupil unless a teacher chose to use a class list, and
everything of a class is erased with it (``domain.erasing``).
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of codes: no look-alikes (0 and O, 1, I and L); 31 letters."""
CODE_LENGTH = 6
SEAT_LENGTH = 4
PEN = "pen"
"""The item by which a member of a group takes the pen: only who has it writes for the group."""
LATE = "+"
"""What follows an answer's item where a change of it came after the end: kept, not counted."""
GRACE = timedelta(seconds=1.5)
"""An answer sent in the last moment still counts when it was this long on its way."""


def random_code(length: int) -> str:
    """Return letters that can be read from the back row and typed on any phone."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def new_key() -> str:
    """Return what stands for a class in addresses: 10 letters, 49 random bits."""
    return random_code(10).lower()


class Naming(models.TextChoices):
    """How learners are called."""

    NICKNAME = "nickname", _("a name of one's own choice")
    SEAT = "seat", _("a number only")
    LIST = "list", _("a name from the class list")


class ClassList(models.Model):
    """The names of a teacher's class. Never part of a pack, erased by the teacher at any time."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="class_lists")
    name = models.CharField(_("name of the class"), max_length=80)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="class_list_once"),
            models.CheckConstraint(condition=~Q(name=""), name="class_list_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Listed(models.Model):
    """A name on a class list."""

    class_list = models.ForeignKey(ClassList, models.CASCADE, related_name="names")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["class_list", "name"], name="listed_once"),
            models.CheckConstraint(condition=~Q(name=""), name="listed_has_name"),
        ]

    def __str__(self) -> str:
        return self.name


class LiveClass(models.Model):
    """A lesson that runs or has run with one group of learners.

    ``script`` is the lesson frozen at the start (``olke.classroom.script``); what happens to the
    lesson or its evidence later does not touch it. ``code`` is what learners type; it is free for
    others again once the class has ended. ``activity`` and ``step`` count from 0 and say where the
    class is, ``turn`` what is open there. ``revision`` grows with every change that phones see.
    """

    key = models.CharField(max_length=10, unique=True, default=new_key, editable=False)
    code = models.CharField(max_length=CODE_LENGTH, unique=True, null=True)
    teacher = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="classes")
    lesson_key = models.CharField(max_length=120)
    title_kk = models.CharField(max_length=200, blank=True)
    title_ru = models.CharField(max_length=200, blank=True)
    title_en = models.CharField(max_length=200, blank=True)
    group_name = models.CharField(_("class or group"), max_length=80, blank=True)
    script = models.JSONField()
    language = models.CharField(max_length=2, default="kk")
    naming = models.CharField(max_length=10, choices=Naming, default=Naming.NICKNAME)
    class_list = models.ForeignKey(ClassList, models.SET_NULL, null=True, related_name="classes")
    rehearsal = models.BooleanField(default=False)
    shows_at_once = models.BooleanField(default=False)
    """Entries and names reach the projector without the teacher's leave."""
    locked = models.BooleanField(default=False)
    """Nobody new may join; who was there comes back."""
    started_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    """When the first activity began; before that learners gather."""
    ended_at = models.DateTimeField(null=True)
    keep_until = models.DateField()
    activity = models.PositiveSmallIntegerField(default=0)
    step = models.PositiveSmallIntegerField(default=0)
    turn = models.ForeignKey("Turn", models.SET_NULL, null=True, related_name="+")
    series = models.PositiveSmallIntegerField(default=0)
    """The groups that stand now (``Group.series``); 0 while there are none."""
    revision = models.PositiveBigIntegerField(default=1)

    class Meta:
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["teacher", "-started_at"], name="class_of_teacher")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(code=None), name="class_ended_frees_code"
            ),
            models.CheckConstraint(
                condition=Q(naming__in=Naming.values), name="class_naming_known"
            ),
            models.CheckConstraint(
                condition=~Q(title_kk="", title_ru="", title_en=""), name="class_has_title"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class NameState(models.TextChoices):
    """Whether others may read a name that a learner chose."""

    WAITING = "waiting", _("not yet looked at")
    SHOWN = "shown", _("shown")
    HIDDEN = "hidden", _("hidden")


class Participant(models.Model):
    """A learner's place in a class. ``seat`` brings the learner back on another phone.

    ``name`` is a nickname or the name from the class list; empty where only seats are used.
    """

    live_class = models.ForeignKey(LiveClass, models.CASCADE, related_name="participants")
    seat = models.CharField(max_length=SEAT_LENGTH)
    name = models.CharField(max_length=80, blank=True)
    name_state = models.CharField(max_length=10, choices=NameState, default=NameState.WAITING)
    listed = models.ForeignKey(Listed, models.SET_NULL, null=True, related_name="+")
    language = models.CharField(max_length=2, default="kk")
    joined_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    simulated = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["live_class", "seat"], name="participant_seat_once"),
            models.UniqueConstraint(
                fields=["live_class", "listed"], name="participant_listed_once"
            ),
            models.CheckConstraint(
                condition=Q(name_state__in=NameState.values), name="participant_name_state_known"
            ),
        ]

    def __str__(self) -> str:
        return self.seat


class Grouping(models.TextChoices):
    """What groups are for."""

    STANDING = "standing", _("groups")
    EXPERTS = "experts", _("expert groups")
    PAIRS = "pairs", _("pairs")


class Group(models.Model):
    """Learners who work together. Groups made at one time are a ``series``, numbered from 1."""

    live_class = models.ForeignKey(LiveClass, models.CASCADE, related_name="groups")
    series = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Grouping, default=Grouping.STANDING)
    number = models.PositiveSmallIntegerField()
    made_of = models.PositiveSmallIntegerField(default=0)
    """Of experts and pairs: the series they were made of."""

    class Meta:
        ordering = ["series", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["live_class", "series", "number"], name="group_number_once"
            ),
            models.CheckConstraint(condition=Q(kind__in=Grouping.values), name="group_kind_known"),
            models.CheckConstraint(condition=Q(series__gte=1, number__gte=1), name="group_counts"),
        ]

    def __str__(self) -> str:
        return f"{self.live_class_id} · {self.series}.{self.number}"


class Membership(models.Model):
    """A learner is in one group of each series.

    ``role`` is the place in the group, or the role that was taken, from 0: a step's roles are given
    in turn by it.
    """

    group = models.ForeignKey(Group, models.CASCADE, related_name="memberships")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="memberships")
    series = models.PositiveSmallIntegerField()
    role = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["group", "role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "series"], name="membership_one_group_of_series"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.participant_id} → {self.group_id}"


class Turn(models.Model):
    """One opening of a step, or of one item of it: what learners answer to.

    ``activity`` is the activity's id in the script, ``step`` counts from 0, ``item`` is the item's
    id where a step opens its items one by one. ``attempt`` counts repeats from 1. ``closes_at`` is
    where the clock ends; only a ``hard`` one ends the answers with it. ``left`` is what the clock
    had left when it was paused. ``series``: those groups answer as one; 0: each alone.
    """

    live_class = models.ForeignKey(LiveClass, models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField()
    activity = models.CharField(max_length=40)
    step = models.PositiveSmallIntegerField()
    item = models.CharField(max_length=40, blank=True)
    attempt = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField(null=True)
    hard = models.BooleanField(default=False)
    left = models.DurationField(null=True)
    closed_at = models.DateTimeField(null=True)
    revealed_at = models.DateTimeField(null=True)
    series = models.PositiveSmallIntegerField(default=0)
    data = models.JSONField(default=dict)
    """The primitive's own: the cell that was chosen, the picks, who has the word."""

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["live_class", "number"], name="turn_number_once"),
            models.UniqueConstraint(
                fields=["live_class", "activity", "step", "item", "attempt"],
                name="turn_attempt_once",
            ),
            models.CheckConstraint(
                condition=Q(revealed_at=None) | Q(closed_at__isnull=False),
                name="turn_closed_before_revealed",
            ),
            models.CheckConstraint(
                condition=Q(left=None) | Q(closed_at=None), name="turn_closed_is_not_paused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.live_class_id} · {self.number}"

    def takes(self, moment: datetime) -> bool:
        """Tell whether an answer that came at a moment counts."""
        if self.closed_at:
            end = self.closed_at + GRACE
            return moment <= (min(end, self.revealed_at) if self.revealed_at else end)
        if not self.hard or self.left is not None or self.closes_at is None:
            return True
        return moment <= self.closes_at + GRACE


class Answer(models.Model):
    """Whatever a learner sent: an answer, a card, a question, votes, a field of a document.

    ``party`` says for whom it counts: ``p`` and the participant's number, or ``g`` and the
    group's. A party has one answer to each ``item`` and ``number`` of a turn; sending it again
    with a higher ``edit`` changes it. ``submission`` is made on the phone, so that what is sent
    twice counts once. ``late`` ones came after the end: kept, not counted.
    """

    turn = models.ForeignKey(Turn, models.CASCADE, related_name="answers")
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="answers")
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="answers")
    party = models.CharField(max_length=21)
    item = models.CharField(max_length=40, blank=True)
    number = models.PositiveSmallIntegerField(default=0)
    value = models.JSONField()
    submission = models.UUIDField(unique=True)
    edit = models.PositiveIntegerField(default=0)
    received_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    right = models.BooleanField(null=True)
    points = models.DecimalField(max_digits=7, decimal_places=2, default=0)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["turn", "changed_at"], name="answer_changed")]
        constraints = [
            models.UniqueConstraint(fields=["turn", "party", "item", "number"], name="answer_once"),
            models.CheckConstraint(
                condition=Q(changed_at__gte=F("received_at")), name="answer_changed_after"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.turn_id} · {self.party} · {self.item}"


class EntryState(models.TextChoices):
    """Whether others may read what a learner wrote."""

    WAITING = "waiting", _("not yet looked at")
    SHOWN = "shown", _("shown")
    HIDDEN = "hidden", _("hidden")


class Moderation(models.Model):
    """What the teacher decided about an entry; the learner's own words stay as they are.

    ``merged_into`` is the entry that says the same: it gets this one's votes. ``picked`` and
    ``pinned`` are for the projector; ``points`` and ``note`` the teacher's assessment.
    """

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="moderation")
    state = models.CharField(max_length=10, choices=EntryState, default=EntryState.WAITING)
    pinned = models.BooleanField(default=False)
    picked = models.PositiveSmallIntegerField(default=0)
    """Place among the picked, from 1; 0: not picked."""
    answered_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(Answer, models.SET_NULL, null=True, related_name="merged")
    note = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=EntryState.values), name="moderation_state_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} · {self.state}"


class Award(models.Model):
    """Points that were given: by the teacher, or by the board to a team."""

    live_class = models.ForeignKey(LiveClass, models.CASCADE, related_name="awards")
    participant = models.ForeignKey(Participant, models.CASCADE, null=True, related_name="awards")
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="awards")
    turn = models.ForeignKey(Turn, models.CASCADE, null=True, related_name="awards")
    points = models.SmallIntegerField()
    why = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(participant__isnull=False, group__isnull=True)
                | Q(participant__isnull=True, group__isnull=False),
                name="award_to_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.points}"
