"""Chains every entry anew without the names of people, which a digest would keep for ever.

The rules of both chains are written out here: a migration does not change with the program. A chain
that does not hold stays broken at the same entry; nothing behind that entry is sealed again.
"""

import hashlib
import hmac
import json

from django.db import migrations

NAMES = ("username", "display_name")


def digest(entry, who):
    parts = (
        str(entry.number),
        entry.at.isoformat(timespec="microseconds"),
        who,
        entry.kind,
        entry.key,
        entry.action,
        entry.why,
        entry.old,
        entry.new,
        entry.previous,
    )
    return hashlib.sha256("".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


def without_names(text, salt):
    """Put the seal of both names in their place; without a salt nothing takes it."""
    state = json.loads(text) if text else {}
    if not all(name in state for name in NAMES):
        return text
    names = "\0".join(state.pop(name) for name in NAMES)
    state["names"] = salt and hmac.new(salt.encode(), names.encode(), hashlib.sha256).hexdigest()
    return json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_anew(apps, schema_editor):
    Entry, Head = (apps.get_model("history", name) for name in ("Entry", "Head"))
    salts = dict(apps.get_model("accounts", "Person").objects.values_list("pk", "salt"))
    number, before, after, holds, batch = 0, "", "", True, []
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        number += 1
        sound = (entry.number, entry.previous) == (number, before)
        holds = holds and sound and entry.digest == digest(entry, entry.by_name)
        before = entry.digest
        if entry.kind == "person":
            salt = salts.get(int(entry.key), "")
            entry.old, entry.new = without_names(entry.old, salt), without_names(entry.new, salt)
        if holds:
            entry.previous = after
            entry.digest = after = digest(entry, "" if entry.by_id is None else str(entry.by_id))
        batch.append(entry)
        if len(batch) == 2000:
            write(Entry, batch)
    write(Entry, batch)
    if holds:  # a head that did not fit stays as it is
        Head.objects.filter(id=1, number=number, digest=before).update(digest=after)


def write(model, batch):
    model.objects.bulk_update(batch, ["old", "new", "previous", "digest"], batch_size=150)
    batch.clear()


class Migration(migrations.Migration):

    dependencies = [
        ('history', '0001_begin'),
        ('accounts', '0002_seal_names_and_erase'),
    ]

    operations = [
        migrations.RunPython(chain_anew),
    ]
