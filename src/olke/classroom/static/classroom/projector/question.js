// A timed question on the projector: the question, its options, after the end how it was answered,
// and on the reveal the answer, why, and what it rests on.
import { bars } from "../bars.js";
import { counted, quantile } from "../counting.js";
import { keep, make, put } from "../screen.js";
import { numberFormat, say } from "../words.js";

const PREFIX = "projector";

class OlkeProjectorQuestion extends HTMLElement {
  #item = "";

  connectedCallback() {
    if (this.text) return;
    this.number = make("p", "wall-number");
    this.text = make("h2", "wall-question");
    this.options = make("ol", "wall-options");
    this.counts = make("div");
    this.given = make("ul", "wall-given");
    this.told = make("p", "wall-told");
    this.answer = make("div", "wall-answer");
    this.sources = make("ul", "wall-sources");
    this.append(this.number, this.text, this.options, this.counts, this.given, this.told, this.answer, this.sources);
  }

  show({ state, words, language }) {
    const { show, turn } = state;
    this.say = (key, values) => say(words, key, values, language);
    if (this.#item !== `${turn}/${show.item?.id}`) this.#renew(`${turn}/${show.item?.id}`);
    put(this.number, show.of > 1 && show.number ? this.say("projector.question", show) : "");
    put(this.text, show.item?.text ?? "");
    const counts = this.#showCounts(show, state, language);
    this.#showOptions(show, counts);
    this.#showTold(show, language);
    this.#showSolution(show);
  }

  #renew(item) {
    this.#item = item;
    for (const part of [this.options, this.counts, this.given, this.answer, this.sources]) part.replaceChildren();
  }

  // Options stand alone until there are counts, which carry them.
  #showOptions({ item, aloud }, counts) {
    const options = item?.kind === "statement" && !aloud ? this.#truths() : (item?.options ?? []);
    this.options.hidden = !options.length || counts;
    this.options.style.setProperty("--columns", columns(options));
    keep(this.options, options, (one) => one.number, () => {
      const row = make("li");
      row.append(make("b", "wall-letter"), make("span"));
      return row;
    }, (row, { letter, text }) => {
      put(row.firstElementChild, letter);
      row.firstElementChild.hidden = !letter;
      put(row.lastElementChild, text);
    });
  }

  #truths() {
    return [true, false].map((value) => ({ number: value, letter: "", text: this.say(`${PREFIX}.${value}`) }));
  }

  #showCounts(show, state, language) {
    const shown = Boolean(show.counts) && !show.aloud;
    const { entries, given } = shown ? counted(show, this.say, PREFIX, language) : { entries: [], given: [] };
    this.counts.hidden = !entries.length;
    if (entries.length) bars(this.counts, entries, { label: show.item.text });
    this.given.hidden = !given.length;
    keep(this.given, given, (one) => one.key, () => make("li"), (row, one) => put(row, one.text));
    return entries.length > 0 && show.item.kind !== "ordering";
  }

  #showTold({ aloud, hands, word, item, counts }, language) {
    const told = [];
    if (word) told.push(this.say("projector.word", { name: word }));
    else if (aloud) told.push(this.say(hands ? "projector.hands" : "projector.aloud"));
    if (item?.kind === "estimate" && counts?.length) {
      const values = counts.map(({ value }) => value).sort((a, b) => a - b);
      const number = numberFormat(language).format(quantile(values, 0.5));
      told.push(this.say("projector.median", { number: [number, item.unit].filter(Boolean).join(" ") }));
    }
    put(this.told, told.join(" · "));
    this.told.hidden = !told.length;
  }

  #showSolution({ solution, item }) {
    this.answer.hidden = this.sources.hidden = !solution;
    if (!solution) return;
    // Bars of a choice mark the right one; said in words where they do not.
    const marked = item.kind === "choice" || item.kind === "statement";
    const lines = [["answer", marked && this.counts.childElementCount ? "" : solution.answer], ["why", solution.explanation]];
    keep(this.answer, lines.filter(([, text]) => text), ([key]) => key, ([key]) => make("p", `wall-${key}`), (line, [, text]) => put(line, text));
    const sources = [...new Set((solution.evidence ?? []).flatMap((one) => one.citations))];
    keep(this.sources, sources, (one) => one, () => make("li"), put);
    this.sources.hidden = !sources.length;
    const label = this.say(sources.length > 1 ? "projector.sources" : "projector.source");
    this.sources.dataset.label = `${label}: `;
    this.sources.setAttribute("aria-label", label);
  }
}

const LONG = 40;

// Options stand in two columns, in three where they are short and make whole rows.
function columns(options) {
  const isLong = options.some(({ text }) => text.length > LONG);
  return !isLong && options.length % 3 === 0 ? 3 : 2;
}

customElements.define("olke-projector-question", OlkeProjectorQuestion);
