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
  // votes?, column?, late?}. can: which of answer, pin, merge make sense here.
  show({ entries, state, connection, words, language, can = EVERYTHING }) {
    this.say = (key, values) => say(words, key, values, language);
    Object.assign(this, { connection, can, state });
    this.entries = normal(entries);
    if (!this.entries.some((one) => one.id === this.#merging)) this.#merging = null;
    this.#showHead();
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
    const waiting = this.entries.filter((one) => one.state === "waiting").length;
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
    const waiting = this.entries.filter((one) => one.state === "waiting").map((one) => one.id);
    if (waiting.length) this.connection.command("show-entries", { entries: waiting.join(",") });
  }

  #create() {
    const row = make("li", "entry");
    const foot = make("div", "entry-foot");
    const marks = ["state", "column", "pinned", "answered", "votes", "late"];
    foot.append(make("span", "entry-who hint"), ...marks.map((name) => make("span", `entry-${name} hint`)));
    for (const name of BUTTONS) {
      const button = make("button", "btn btn-small");
      button.type = "button";
      button.dataset.do = name;
      foot.append(button);
    }
    row.append(make("p", "entry-text"), foot);
    return row;
  }

  #update(row, one) {
    row.className = `entry is-${one.merged ? "merged" : one.state}${one.pinned ? " is-pinned" : ""}`;
    put(row.querySelector(".entry-text"), one.text);
    const mark = (name, text) => put(row.querySelector(`.entry-${name}`), text || "");
    mark("who", one.by);
    mark("state", this.say(`console.entries.${one.merged ? "merged" : one.state}`));
    mark("column", one.column);
    mark("pinned", one.pinned && this.say("console.entries.pinned"));
    mark("answered", one.answered && this.say("console.entries.is.answered"));
    mark("votes", one.votes !== undefined && this.say("console.votes", { count: one.votes }));
    mark("late", one.late && this.say("console.entries.late"));
    for (const button of row.querySelectorAll("[data-do]")) this.#label(button, one);
  }

  #label(button, one) {
    const { key, shown } = BUTTON[button.dataset.do];
    put(button, this.say(key));
    button.hidden = !shown(one, this.#merging, this.can) || this.state?.phase === "ended";
  }

  #pressed(event) {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    const id = Number(button.closest(".entry").dataset.key);
    if (button.dataset.do === "merge") {
      this.#merging = id;
      this.#again();
    } else if (button.dataset.do === "into") {
      this.connection.command("merge", { entries: String(this.#merging), into: String(id) });
      this.#merging = null;
    } else {
      const { field = "entry" } = BUTTON[button.dataset.do];
      this.connection.command(button.dataset.do, { [field]: String(id) });
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

export function showEntries(place) {
  const element = document.createElement("olke-console-entries");
  place.replaceChildren(element);
  return element;
}

customElements.define("olke-console-entries", OlkeConsoleEntries);
