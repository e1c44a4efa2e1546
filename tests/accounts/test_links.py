from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from olke.accounts import domain
from olke.accounts.errors import LinkUnusableError
from olke.accounts.links import issue_sign_in_link, redeem_link
from olke.accounts.models import Person, SignInLink


def secret_of(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


@pytest.mark.django_db
def test_a_link_signs_in_once(researcher: Person, client: Client) -> None:
    path = issue_sign_in_link(researcher)
    first = client.get(path, follow=True)
    assert first.context["user"] == researcher
    second = Client().get(path)
    assert second.status_code == 410
    assert "_auth_user_id" not in second.client.session


@pytest.mark.django_db
def test_the_database_does_not_hold_the_secret(researcher: Person) -> None:
    secret = secret_of(issue_sign_in_link(researcher))
    assert secret not in str(list(SignInLink.objects.values()))
    assert len(secret) >= 43


@pytest.mark.django_db
def test_a_link_older_than_24_hours_is_refused(researcher: Person) -> None:
    secret = secret_of(issue_sign_in_link(researcher))
    link = SignInLink.objects.get()
    assert timedelta(hours=23) < link.expires_at - timezone.now() <= timedelta(hours=24)
    SignInLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LinkUnusableError):
        redeem_link(secret)


@pytest.mark.django_db
def test_a_new_link_ends_the_one_before(researcher: Person) -> None:
    before, after = (secret_of(issue_sign_in_link(researcher)) for _ in range(2))
    with pytest.raises(LinkUnusableError):
        redeem_link(before)
    assert redeem_link(after) == researcher


@pytest.mark.django_db
def test_a_link_of_somebody_who_may_not_sign_in_is_refused(researcher: Person) -> None:
    secret = secret_of(issue_sign_in_link(researcher))
    domain.change_person(researcher, by=None, is_active=False)
    with pytest.raises(LinkUnusableError):
        redeem_link(secret)


@pytest.mark.django_db
@pytest.mark.parametrize("ahead", ["HEAD", "prefetch"])
def test_looking_ahead_does_not_use_a_link_up(
    researcher: Person, client: Client, ahead: str
) -> None:
    path = issue_sign_in_link(researcher)
    if ahead == "HEAD":
        client.head(path)
    else:
        client.get(path, headers={"Sec-Purpose": "prefetch;prerender"})
    assert client.get(path).status_code == 302
