// Panels with cards: one for each column, group or idea; a single one where there is none of these.
import { keep, make, put } from "../../screen.js";
import { Fitting } from "../fitting.js";

const COLOURS = 12;
const MOST = 60; // cards of a panel are drawn: more never fit
const TURN_EVERY = 9000;

export class Panels {
  #node = make("div", "cards-panels");
  #fits = new Map();
  #sayRest;
  #shown = null;
  #say = null;

  constructor(place, sayRest) {
    this.#sayRest = sayRest;
    place.append(this.#node);
    setInterval(() => this.#turn(), TURN_EVERY);
  }

  // Cards that did not fit come by and by, so that everybody sees their own; results stay put.
  #turn() {
    if (!this.#shown || this.#shown.counted || !this.#node.isConnected) return;
    for (const [node, fitting] of this.#fits) {
      const some = fitting.beyond || [...node.querySelectorAll(".cards-card")].some((row) => row.hidden);
      if (some) node.start = (node.start ?? 0) + fitting.shown;
    }
    this.show(this.#shown, this.#say);
  }

  show(show, say) {
    this.#node.hidden = !show;
    [this.#shown, this.#say] = [show, say];
    if (!show) return;
    const cards = Object.entries(show.cards ?? {}).map(([id, one]) => ({ ...one, id: Number(id) }));
    const panels = panelsOf(show, cards, say);
    this.#node.style.setProperty("--panels", Math.min(panels.length, 4));
    this.#node.classList.toggle("is-one", panels.length === 1);
    const most = Math.max(1, ...cards.map((one) => one.votes ?? 0));
    keep(this.#node, panels, (one) => one.key, (one) => this.#create(one), (node, one) => this.#update(node, one, most, say));
    for (const [node, fitting] of this.#fits) {
      if (node.isConnected) fitting.fit();
      else this.#fits.delete(node);
    }
  }

  #create({ number, text }) {
    const node = make("section", "cards-panel");
    const head = make("h3", text === undefined && !number ? "is-bare" : "");
    if (number) {
      const sticker = make("span", "sticker", number);
      sticker.dataset.sticker = ((number - 1) % COLOURS) + 1;
      head.append(sticker);
    }
    head.append(make("span", "cards-head"), make("small", "cards-panel-rest"));
    const place = make("div", "cards-place");
    const list = make("ul", "cards-cards");
    place.append(list);
    node.append(head, place);
    const rest = head.querySelector(".cards-panel-rest");
    this.#fits.set(node, new Fitting(place, () => [...list.children], rest, this.#sayRest));
    return node;
  }

  #update(node, { text = "", cards }, most, say) {
    put(node.querySelector(".cards-head"), text);
    const list = node.querySelector(".cards-cards");
    this.#fits.get(node).beyond = Math.max(0, cards.length - MOST);
    keep(list, turned(cards, node.start ?? 0).slice(0, MOST), (one) => one.id, create, (row, one) => update(row, one, most, say));
  }
}

function panelsOf(show, cards, say) {
  const sort = (found) => found.sort(byWeight);
  if (show.ideas?.length) {
    const panels = show.ideas.map((one) => ({ key: `i${one.id}`, text: one.text, cards: sort(cards.filter((card) => card.about === one.id)) }));
    const rest = cards.filter((card) => !show.ideas.some((one) => one.id === card.about));
    return rest.length ? [...panels, { key: "none", text: say("wall.other"), cards: sort(rest) }] : panels;
  }
  if (show.columns.length) {
    const panels = show.columns.map((text, n) => ({ key: `c${n}`, text, cards: sort(cards.filter((card) => card.column === n)) }));
    const rest = cards.filter((card) => card.column === undefined);
    return rest.length ? [{ key: "none", text: say("wall.unsorted"), cards: sort(rest) }, ...panels] : panels;
  }
  const groups = [...new Set(cards.map((card) => card.group).filter(Boolean))].sort((a, b) => a - b);
  if (groups.length) {
    return groups.map((number) => ({ key: `g${number}`, number, text: say("wall.group-number", { number }), cards: sort(cards.filter((card) => card.group === number)) }));
  }
  return [{ key: "all", cards: sort(cards) }];
}

// Pinned cards first, then those with the most votes, then as they came: what is there stays put.
function byWeight(a, b) {
  return Number(Boolean(b.pinned)) - Number(Boolean(a.pinned)) || (b.votes ?? 0) - (a.votes ?? 0) || a.id - b.id;
}

// Pinned cards stay; the others go round from where the last ones ended.
function turned(cards, start) {
  const pinned = cards.filter((one) => one.pinned);
  const others = cards.filter((one) => !one.pinned);
  const from = others.length ? start % others.length : 0;
  return [...pinned, ...others.slice(from), ...others.slice(0, from)];
}

function create() {
  const row = make("li", "cards-card");
  const foot = make("span", "cards-card-foot");
  foot.append(make("span", "cards-side"), make("cite", "cards-cite"), make("span", "cards-by"), make("b", "cards-votes"));
  row.append(make("p", "cards-text"), foot);
  return row;
}

function update(row, one, most, say) {
  put(row.firstChild, one.text);
  const [side, cite, by, votes] = row.lastChild.children;
  put(side, one.about === undefined ? "" : (one.against ? "✗ " : "✓ ") + say(one.against ? "wall.refutes" : "wall.supports"));
  put(cite, one.claim === undefined ? "" : one.claim === false ? say("wall.without") : (one.claim.citations[0] ?? one.claim.sentence));
  put(by, one.by ?? "");
  put(votes, one.votes ? one.votes : "");
  votes.setAttribute("aria-label", one.votes ? say("entry.votes", { count: one.votes }) : "");
  row.style.setProperty("--share", (one.votes ?? 0) / most);
  row.classList.toggle("is-pinned", Boolean(one.pinned));
  row.classList.toggle("is-against", Boolean(one.against));
  row.classList.toggle("is-without", one.claim === false);
}
