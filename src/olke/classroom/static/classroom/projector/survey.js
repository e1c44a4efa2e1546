// What the class thinks of the lesson: bars, or a tree on which each answer hangs an apple.
import { bars } from "../bars.js";
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";
import { Tree } from "./survey/tree.js";

class OlkeProjectorSurvey extends HTMLElement {
  heads = true;
  #parts = null;
  #tree = null;

  show({ state, words, language }) {
    const told = (key, values) => say(words, key, values, language);
    this.#parts ??= this.#build();
    const { show } = state;
    put(this.#parts.title, state.step.title);
    const isTree = show.shown === "tree";
    this.classList.toggle("is-tree", isTree);
    this.#parts.tree.hidden = !isTree;
    this.#parts.bars.hidden = isTree;
    if (isTree) this.#showTree(state, told);
    else this.#showBars(show);
    this.#showWords(show, told);
    const sent = Math.max(0, ...show.questions.map(({ item }) => sum(show.counts[item])));
    put(this.#parts.count, told("survey.answered", { count: sent }));
  }

  #showTree(state, told) {
    this.#tree ??= new Tree(this.#parts.tree);
    const { show, expected } = state;
    this.#tree.show(show.questions, show.apples, expected, told);
    this.#parts.legend.hidden = false;
    const options = show.questions[0]?.options ?? [];
    keep(this.#parts.legend, options, (one) => one.number, (one) => this.#tree.legendRow(one), (row, one) => {
      put(row.querySelector(".survey-option"), one.text);
      const total = show.questions.reduce((found, { item }) => found + (show.counts[item][one.number] ?? 0), 0);
      put(row.querySelector("b"), total);
    });
    const asked = show.questions.filter((one) => one.text);
    keep(this.#parts.asked, asked, (one) => one.item, () => make("li"), (row, one) => put(row, one.text));
  }

  #showBars(show) {
    const asked = show.questions.filter((one) => one.options.length);
    keep(this.#parts.bars, asked, (one) => one.item || "all", () => {
      const row = make("section", "survey-asked");
      row.append(make("h3"), make("div"));
      return row;
    }, (row, { item, text, options }) => {
      put(row.firstChild, text);
      row.firstChild.hidden = !text;
      const counts = show.counts[item];
      bars(row.lastChild, options.map((one) => ({ letter: one.letter, label: one.text, count: counts[one.number] })), { total: sum(counts) });
    });
  }

  #showWords({ entries }) {
    const told = Object.entries(entries).map(([id, one]) => ({ id, ...one }));
    keep(this.#parts.words, told, (one) => one.id, () => make("li"), (row, one) => put(row, one.text));
    this.#parts.words.hidden = !told.length;
  }

  #build() {
    const parts = {
      title: make("h2", "survey-title"),
      tree: make("div", "survey-tree"),
      bars: make("div", "survey-bars"),
      side: make("aside", "survey-side"),
      legend: make("ul", "survey-legend"),
      asked: make("ol", "survey-questions"),
      words: make("ul", "survey-words"),
      count: make("p", "survey-count"),
    };
    parts.legend.hidden = true;
    parts.side.append(parts.legend, parts.asked, parts.words, parts.count);
    const body = make("div", "survey-body");
    body.append(parts.tree, parts.bars, parts.side);
    this.append(parts.title, body);
    return parts;
  }
}

function sum(counts) {
  return Object.values(counts ?? {}).reduce((total, one) => total + one, 0);
}

customElements.define("olke-projector-survey", OlkeProjectorSurvey);
