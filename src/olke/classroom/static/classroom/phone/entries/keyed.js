// Keeps one child for each thing, in order; what is typed in or focused stays where it is.
export function keyed(parent, things, keyOf, create, update) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let before = null;
  for (const thing of things) {
    const key = String(keyOf(thing));
    const child = known.get(key) ?? create(thing);
    known.delete(key);
    child.dataset.key = key;
    const place = before ? before.nextElementSibling : parent.firstElementChild;
    if (place !== child) parent.insertBefore(child, place);
    update(child, thing);
    before = child;
  }
  for (const gone of known.values()) gone.remove();
}
