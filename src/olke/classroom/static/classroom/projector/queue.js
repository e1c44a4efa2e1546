// Questions of the class: those let through, then the picked ones, one after another with the
// evidence that their answer rests on.
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";
import { Fitting } from "./fitting.js";

const MOST = 60; // are drawn: more never fit

class OlkeProjectorQueue extends HTMLElement {
  heads = true;
  #parts = null;
  #order = [];

  show({ state, words, language }) {
    this.say = (key, values) => say(words, key, values, language);
    this.#parts ??= this.#build();
    const { show } = state;
    const { stage, list, count, title, seeds, place } = this.#parts;
    const entries = Object.entries(show.entries).map(([id, one]) => ({ ...one, id: Number(id) }));
    const isLine = show.line.length > 0 && (show.counted || show.answering);
    this.#order = sorted(entries, show, isLine);
    put(title, state.step.title);
    const isSending = show.submissions > 0 && state.phase !== "closed";
    put(count, show.sent && isSending ? this.say("queue.sent", { count: show.sent }) : "");
    put(this.#parts.ask, isSending && !entries.length ? state.step.do : "");
    const seeding = isSending && entries.length < 3 && show.seeds.length > 0;
    seeds.hidden = !seeding;
    if (seeding) this.#seeds(show.seeds);
    this.#stage(show.stage);
    stage.hidden = !show.stage;
    place.hidden = Boolean(show.stage) || !entries.length;
    this.classList.toggle("has-stage", Boolean(show.stage));
    const most = Math.max(1, ...entries.map((one) => one.votes ?? 0));
    this.fitting.beyond = Math.max(0, this.#order.length - MOST);
    keep(list, this.#order.slice(0, MOST), (one) => one.id, () => this.#create(), (row, one) => this.#update(row, one, show, most));
    this.classList.toggle("has-line", isLine);
    this.fitting.fit();
    this.stageFitting.fit();
  }

  #build() {
    const parts = {
      title: make("h2", "queue-title"),
      ask: make("p", "queue-ask"),
      stage: make("section", "queue-stage"),
      more: make("p", "queue-rest"),
      place: make("div", "queue-place"),
      list: make("ol", "queue-list"),
      seeds: make("aside", "queue-seeds"),
      count: make("p", "queue-count"),
      rest: make("p", "queue-rest"),
    };
    parts.stage.setAttribute("aria-live", "polite");
    parts.place.append(parts.list);
    const foot = make("div", "queue-foot");
    foot.append(parts.count, parts.rest);
    this.append(parts.title, parts.ask, parts.stage, parts.more, parts.place, parts.seeds, foot);
    const rest = (count) => this.say("entry.more", { count });
    this.fitting = new Fitting(parts.place, () => [...parts.list.children], parts.rest, rest);
    const claims = () => [...parts.stage.querySelectorAll(".queue-evidence > li")];
    this.stageFitting = new Fitting(parts.stage, claims, parts.more, rest);
    return parts;
  }

  #create() {
    const row = make("li", "queue-row");
    row.append(make("span", "queue-place-number"), make("p", "queue-text"), make("span", "queue-by"), make("span", "queue-votes"));
    return row;
  }

  #update(row, one, show, most) {
    const [number, text, by, votes] = row.children;
    const place = show.line.indexOf(one.id) + 1;
    row.classList.toggle("is-picked", place > 0);
    row.classList.toggle("is-answered", Boolean(one.answered));
    row.classList.toggle("is-pinned", Boolean(one.pinned));
    put(number, one.answered ? "✓" : place || "");
    put(text, one.text);
    put(by, one.by ?? "");
    put(votes, one.votes === undefined ? "" : one.votes);
    votes.setAttribute("aria-label", one.votes === undefined ? "" : this.say("entry.votes", { count: one.votes }));
    votes.style.setProperty("--share", (one.votes ?? 0) / most);
  }

  #seeds(seeds) {
    const told = JSON.stringify(seeds);
    if (this.#parts.seeds.dataset.told === told) return;
    this.#parts.seeds.dataset.told = told;
    const list = make("ul");
    list.append(...seeds.map((one) => make("li", "", one.text)));
    this.#parts.seeds.replaceChildren(make("h3", "", this.say("queue.seeds")), list);
  }

  #stage(stage) {
    const place = this.#parts.stage;
    const told = JSON.stringify(stage ?? null);
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    if (!stage) return place.replaceChildren();
    const length = stage.text.length > 180 ? "is-long" : stage.text.length > 90 ? "is-middle" : "";
    const claims = stage.evidence.map(({ sentence, citations }) => {
      const line = make("li");
      line.append(make("p", "", sentence), ...citations.map((one) => make("cite", "", one)));
      return line;
    });
    const parts = [make("p", `queue-question ${length}`, stage.text)];
    if (claims.length) {
      const list = make("ul", `queue-evidence${claims.length > 2 ? " is-many" : ""}`);
      list.append(...claims);
      parts.push(make("h3", "queue-rests", this.say("entry.evidence")), list);
    }
    place.replaceChildren(...parts);
  }
}

// The line that is answered first, in its order; then pinned ones, then by votes, then as they came.
function sorted(entries, { line, counted }, isLine) {
  const place = (one) => (isLine && line.includes(one.id) ? line.indexOf(one.id) : line.length);
  const votes = (one) => (counted ? (one.votes ?? 0) : 0);
  return entries.sort(
    (a, b) => place(a) - place(b) || Number(Boolean(b.pinned)) - Number(Boolean(a.pinned)) || votes(b) - votes(a) || a.id - b.id,
  );
}

customElements.define("olke-projector-queue", OlkeProjectorQueue);
