// What was sent and not yet acknowledged, and what is being typed. Each stands under a name of its
// own in localStorage, so that two tabs and a reload find it; where the browser keeps nothing
// (private windows, a full disk) it is kept in memory as long as the page is open.
const PREFIX = "olke";
const OLDEST = 14 * 24 * 3600 * 1000;

export class Outbox {
  #entries = new Map();
  #drafts = new Map();
  #name;
  #changed;
  durable = true;

  // `name` is the class's key and the learner's seat: another learner's answers stay another's.
  constructor(name, changed = () => {}) {
    this.#name = name;
    this.#changed = changed;
    this.#load();
    addEventListener("storage", (event) => this.#listen(event));
  }

  get size() {
    return this.#entries.size;
  }

  // In the order of sending.
  all() {
    return [...this.#entries.values()].sort((a, b) => a.at - b.at);
  }

  get(id) {
    return this.#entries.get(id);
  }

  // The newest that waits for one place.
  find(turn, item, number) {
    return this.all().filter((one) => isAt(one, turn, item, number)).pop();
  }

  // Puts an answer in; an older one for the same place need not be sent any more.
  put(entry) {
    for (const other of this.#entries.values()) {
      if (isAt(other, entry.turn, entry.item, entry.number)) this.remove(other.id);
    }
    this.#entries.set(entry.id, entry);
    this.#write(this.#path("sent", entry.id), entry);
  }

  remove(id) {
    this.#entries.delete(id);
    this.#erase(this.#path("sent", id));
  }

  draft(turn, item, number) {
    return this.#drafts.get(`${turn}/${item}/${number}`)?.text;
  }

  keepDraft(turn, item, number, text) {
    const place = `${turn}/${item}/${number}`;
    if (text === undefined || text === "") {
      this.#drafts.delete(place);
      this.#erase(this.#path("draft", place));
    } else {
      const draft = { text, at: Date.now() };
      this.#drafts.set(place, draft);
      this.#write(this.#path("draft", place), draft);
    }
  }

  #path(kind, name) {
    return `${PREFIX}/${this.#name}/${kind}/${name}`;
  }

  #load() {
    for (const [path, value] of stored()) {
      if (!(Date.now() - value.at < OLDEST)) this.#erase(path);
      else if (path.startsWith(this.#path("sent", ""))) this.#entries.set(value.id, value);
      else if (path.startsWith(this.#path("draft", ""))) {
        this.#drafts.set(path.slice(this.#path("draft", "").length), value);
      }
    }
  }

  // Another tab of the same learner put something in, or had it acknowledged.
  #listen({ key, newValue }) {
    const start = this.#path("sent", "");
    if (!key?.startsWith(start)) return;
    const entry = parsed(newValue);
    if (entry) this.#entries.set(entry.id, entry);
    else this.#entries.delete(key.slice(start.length));
    this.#changed();
  }

  #write(path, value) {
    try {
      localStorage.setItem(path, JSON.stringify(value));
    } catch {
      this.durable = false;
    }
  }

  #erase(path) {
    try {
      localStorage.removeItem(path);
    } catch {
      this.durable = false;
    }
  }
}

function isAt(entry, turn, item, number) {
  return entry.turn === turn && entry.item === item && entry.number === number;
}

// Everything of ours that the browser keeps, of whichever class; what cannot be read is passed over.
function stored() {
  const found = [];
  try {
    for (let n = 0; n < localStorage.length; n += 1) {
      const path = localStorage.key(n);
      if (!path.startsWith(`${PREFIX}/`)) continue;
      found.push([path, parsed(localStorage.getItem(path)) ?? {}]);
    }
  } catch {
    return [];
  }
  return found;
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
