// What came in and waits for the teacher: cards, questions, words. Each is shown, hidden, pinned,
// merged into another, marked as answered. <olke-console-entries> is for any primitive's element.
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";

const EVERYTHING = { answer: true, pin: true, merge: true };

class OlkeConsoleEntries extends HTMLElement {
  #merging = null; // the entry that is to be merged into another

  connectedCallback() {
    if (this.list) return;
    this.head = make("div", "entries-head");
    this.list = make("ul", "entries");
    this.none = make("p", "hint");
    this.append(this.head, this.none, this.list);
    this.#makeHead();
    this.list.addEventListener("click", (event) => this.#pressed(event));
  }

  // entries: by number, or a list with id: {text, by or who, state, pinned, answered, merged,
  // votes?, column?, late?}; one that stands for several has their numbers (ids). can: which of
  // answer, pin, merge make sense here. actions: further buttons ({name, label(one), shown(one),
  // run(one)}); place: a choice for each ({label, options, value(one), run(one, value)}).
  show({ entries, state, connection, words, language, can = EVERYTHING, actions = [], place = null }) {
    this.say = (key, values) => say(words, key, values, language);
    Object.assign(this, { connection, can, state, actions, place });
    this.entries = normal(entries);
    if (!this.entries.some((one) => one.id === this.#merging)) this.#merging = null;
    this.#showHead();
    // Rows are made with the buttons of the step; another step begins anew.
    const made = JSON.stringify([actions.map((act) => act.name), place?.options]);
    if (this.list.dataset.made !== made) this.list.replaceChildren();
    this.list.dataset.made = made;
    const order = [...this.entries].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
    keep(this.list, order, (one) => one.id, () => this.#create(), (row, one) => this.#update(row, one));
  }

  #makeHead() {
    this.count = make("span", "entries-count");
    this.all = make("button", "btn btn-small");
    this.all.addEventListener("click", () => this.#showAll());
    this.once = make("button", "btn btn-small");
    this.once.addEventListener("click", () => {
      this.connection.command("at-once", { on: this.state?.shows_at_once ? "0" : "1" });
    });
    this.stop = make("button", "btn btn-small");
    this.stop.addEventListener("click", () => {
      this.#merging = null;
      this.#again();
    });
    for (const button of [this.all, this.once, this.stop]) button.type = "button";
    this.head.append(this.count, this.all, this.once, this.stop);
  }

  #showHead() {
    const waiting = this.entries.filter(isWaiting).flatMap(idsOf).length;
    put(this.count, waiting ? this.say("console.entries.wait", { count: waiting }) : "");
    put(this.all, this.say("console.entries.show.all"));
    this.all.hidden = !waiting;
    const atOnce = this.state?.shows_at_once;
    put(this.once, this.say(atOnce ? "console.entries.look" : "console.entries.at.once"));
    this.once.hidden = !this.state || this.state.phase === "ended";
    put(this.stop, this.say("console.entries.merge.not"));
    this.stop.hidden = !this.#merging;
    put(this.none, this.say("console.entries.none"));
    this.none.hidden = this.entries.length > 0;
  }

  #showAll() {
    const waiting = this.entries.filter(isWaiting).flatMap(idsOf);
    if (waiting.length) this.connection.command("show-entries", { entries: waiting.join(",") });
  }

  #create() {
    const row = make("li", "entry");
    const foot = make("div", "entry-foot");
    const marks = ["state", "column", "pinned", "answered", "votes", "late"];
    foot.append(make("span", "entry-who hint"), ...marks.map((name) => make("span", `entry-${name} hint`)));
    foot.append(...this.actions.map(({ name }) => pressed("own", name)), ...BUTTONS.map((name) => pressed("do", name)));
    if (this.place) foot.append(this.#makePlace(row));
    row.append(make("p", "entry-text"), foot);
    return row;
  }

  // A choice of where an entry belongs: the teacher's own word on it.
  #makePlace(row) {
    const box = make("label", "entry-place");
    const choice = document.createElement("select");
    choice.append(new Option(this.place.label, ""), ...this.place.options.map((text, n) => new Option(text, n)));
    choice.addEventListener("change", () => {
      const one = this.entries.find((other) => String(other.id) === row.dataset.key);
      if (one) this.place.run(one, choice.value);
    });
    box.append(make("span", "for-ears", this.place.label), choice);
    return box;
  }

  // A row is drawn again only where something about it changed: hundreds come in at once.
  #update(row, one) {
    const own = this.actions.map((act) => [act.shown(one), act.label(one)]);
    const told = JSON.stringify([one, this.#merging, this.can, this.state?.phase, own]);
    if (row.told === told) return;
    row.told = told;
    this.#draw(row, one);
  }

  #draw(row, one) {
    row.className = `entry is-${one.merged ? "merged" : one.state}${one.pinned ? " is-pinned" : ""}`;
    put(row.querySelector(".entry-text"), one.text);
    const mark = (name, text) => put(row.querySelector(`.entry-${name}`), text || "");
    mark("who", one.by);
    mark("state", this.say(`console.entries.${one.merged ? "merged" : one.state}`));
    mark("column", this.place ? "" : one.column);
    const choice = row.querySelector(".entry-place select");
    if (choice && document.activeElement !== choice) choice.value = String(this.place.value(one) ?? "");
    mark("pinned", one.pinned && this.say("console.entries.pinned"));
    mark("answered", one.answered && this.say("console.entries.is.answered"));
    mark("votes", one.votes !== undefined && this.say("console.votes", { count: one.votes }));
    mark("late", one.late && this.say("console.entries.late"));
    for (const button of row.querySelectorAll("[data-do]")) this.#label(button, one);
    for (const act of this.actions) {
      const button = row.querySelector(`[data-own="${act.name}"]`);
      put(button, act.label(one));
      button.hidden = Boolean(this.#merging) || !act.shown(one) || this.state?.phase === "ended";
    }
  }

  #label(button, one) {
    const { key, shown } = BUTTON[button.dataset.do];
    put(button, this.say(key));
    button.hidden = !shown(one, this.#merging, this.can) || this.state?.phase === "ended";
  }

  #pressed(event) {
    const button = event.target.closest("[data-do], [data-own]");
    if (!button) return;
    const id = Number(button.closest(".entry").dataset.key);
    const own = this.actions.find((act) => act.name === button.dataset.own);
    if (own) {
      own.run(this.entries.find((other) => other.id === id));
    } else if (button.dataset.do === "merge") {
      this.#merging = id;
      this.#again();
    } else if (button.dataset.do === "into") {
      this.connection.command("merge", { entries: String(this.#merging), into: String(id) });
      this.#merging = null;
    } else {
      const { field = "entry" } = BUTTON[button.dataset.do];
      const one = this.entries.find((other) => other.id === id);
      this.connection.command(button.dataset.do, { [field]: field === "entries" ? idsOf(one).join(",") : String(id) });
    }
  }

  #again() {
    this.#showHead();
    for (const row of this.list.children) {
      const one = this.entries.find((other) => String(other.id) === row.dataset.key);
      if (one) this.#update(row, one);
    }
  }
}

const free = (one, merging) => !merging && !one.merged;
const BUTTON = {
  "show-entries": { key: "console.entries.show", field: "entries", shown: (one, m) => free(one, m) && one.state !== "shown" },
  "hide-entries": { key: "console.entries.hide", field: "entries", shown: (one, m) => free(one, m) && one.state !== "hidden" },
  pin: { key: "console.entries.pin", shown: (one, m, can) => free(one, m) && can.pin && !one.pinned },
  unpin: { key: "console.entries.unpin", shown: (one, m, can) => free(one, m) && can.pin && one.pinned },
  answered: { key: "console.entries.answered", shown: (one, m, can) => free(one, m) && can.answer && !one.answered },
  unanswered: { key: "console.entries.unanswered", shown: (one, m, can) => free(one, m) && can.answer && one.answered },
  merge: { key: "console.entries.merge", shown: (one, m, can) => free(one, m) && can.merge },
  into: { key: "console.entries.merge.here", shown: (one, m) => Boolean(m) && m !== one.id && !one.merged },
  part: { key: "console.entries.part", shown: (one, m) => !m && one.merged },
};
const BUTTONS = Object.keys(BUTTON);

function normal(entries) {
  const listed = Array.isArray(entries)
    ? entries.map((one) => [one.id, one])
    : Object.entries(entries ?? {});
  return listed.map(([id, one], order) => ({
    ...one,
    id: Number(id),
    order,
    by: one.by ?? one.who ?? "",
    merged: one.merged ?? one.merged_into ?? null,
  }));
}

// What waits stands first, then what is pinned and shown; what is hidden or merged stands last.
function rank({ state, pinned, merged }) {
  if (merged) return 4;
  if (state === "waiting") return 0;
  if (state === "hidden") return 3;
  return pinned ? 1 : 2;
}

function isWaiting(one) {
  return one.state === "waiting" && !one.merged;
}

function idsOf(one) {
  return one.ids ?? [one.id];
}

function pressed(kind, name) {
  const button = make("button", "btn btn-small");
  button.type = "button";
  button.dataset[kind] = name;
  return button;
}

export function showEntries(place) {
  const element = document.createElement("olke-console-entries");
  place.replaceChildren(element);
  return element;
}

customElements.define("olke-console-entries", OlkeConsoleEntries);
