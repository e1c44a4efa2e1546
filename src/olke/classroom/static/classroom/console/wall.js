// A wall on the console: cards to look through and to sort, words together, wishes on their way.
import "./entries.js";
import { make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeConsoleWall extends HTMLElement {
  connectedCallback() {
    if (this.asked) return;
    this.asked = make("p", "shown-text");
    this.told = make("p", "hint");
    this.wish = make("form", "cards-wish");
    this.list = document.createElement("olke-console-entries");
    this.append(this.asked, this.told, this.wish, this.list);
  }

  show({ state, connection, words, language }) {
    const { show } = state;
    this.say = (key, values) => say(words, key, values, language);
    this.connection = connection;
    put(this.asked, show.items.filter((one) => one.kind === "prompt").map((one) => one.text).join("\n"));
    this.asked.hidden = !this.asked.textContent;
    put(this.told, this.#advice(show, state));
    this.told.hidden = !this.told.textContent;
    this.#showWish(show, state);
    const isWords = show.shown === "words";
    const entries = isWords ? together(show.entries) : this.#told(show);
    const can = { answer: false, pin: !isWords, merge: !isWords && !show.passed_on };
    this.list.show({ entries, state, connection, words, language, can, place: this.#place(show) });
  }

  #advice(show, { phase }) {
    if (show.passed_on) return this.#wishes(show, phase);
    if (show.sorting && phase === "open") return this.say("wall.sorting-on");
    return "";
  }

  #wishes({ handed, handed_out: out }, phase) {
    if (out) return this.say(handed.without ? "wall.handed-some" : "wall.handed-all", { count: handed.with, without: handed.without });
    return this.say(phase === "closed" ? "wall.look-first" : "wall.handed-later");
  }

  // The teacher joins the circle for whoever would go without a wish.
  #showWish(show, state) {
    this.wish.hidden = !show.passed_on || !show.handed_out || !(show.handed.without || show.kind_word) || state.phase === "ended";
    if (this.wish.hidden) return;
    if (!this.wish.childElementCount) this.#makeWish();
    const field = this.wish.querySelector("input");
    if (document.activeElement !== field && !field.value) field.value = show.kind_word;
  }

  #makeWish() {
    const field = make("input");
    Object.assign(field, { type: "text", maxLength: 200, id: "kind-word" });
    const label = make("label", "", this.say("wall.kind-word"));
    label.htmlFor = field.id;
    const send = make("button", "btn btn-small", this.say("wall.kind-word-send"));
    this.wish.append(label, field, send);
    this.wish.addEventListener("submit", (event) => {
      event.preventDefault();
      this.connection.command("kind-word", { text: field.value });
    });
  }

  // What a card says beside its words stands in one line below them.
  #told({ entries, columns, ideas = [] }) {
    return Object.entries(entries).map(([id, one]) => {
      const idea = ideas.find((other) => other.id === one.about);
      const parts = [one.by];
      if (one.group) parts.push(this.say("wall.group-number", { number: one.group }));
      if (idea) parts.push(`${this.say(one.against ? "wall.refutes" : "wall.supports")}: ${idea.text}`);
      if (one.claim === false) parts.push(this.say("wall.without"));
      if (one.claim) parts.push(`${one.claim.sentence} ${one.claim.citations[0] ?? ""}`.trim());
      const votes = one.votes || undefined;
      return { ...one, id: Number(id), by: parts.filter(Boolean).join(" · "), votes, place: one.column, column: columns[one.column] };
    });
  }

  #place({ columns, shown, passed_on: passed }) {
    if (!columns.length || shown === "words" || passed) return null;
    return {
      label: this.say("wall.unsorted"),
      options: columns,
      value: (one) => one.place,
      run: (one, column) => this.connection.command("place", { entry: String(one.id), column }),
    };
  }
}

// The same word sent by several is looked at once.
function together(entries) {
  const found = new Map();
  for (const [id, one] of Object.entries(entries)) {
    const known = found.get(one.word);
    if (known) {
      known.ids.push(Number(id));
      known.states.add(one.state);
    } else {
      found.set(one.word, { ...one, id: Number(id), ids: [Number(id)], states: new Set([one.state]), by: "", votes: undefined });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.ids.length - a.ids.length || a.id - b.id)
    .map(({ states, ...one }) => ({
      ...one,
      text: one.ids.length > 1 ? `${one.text}  × ${one.ids.length}` : one.text,
      state: ["shown", "waiting", "hidden"].find((state) => states.has(state)),
    }));
}

customElements.define("olke-console-wall", OlkeConsoleWall);
