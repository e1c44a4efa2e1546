// Words that the class sent, as they are written, the more often the larger; in the order of the
// alphabet, so that a word stays near its place while others come.
import { keep, make, put } from "../../screen.js";
import { Fitting } from "../fitting.js";

const LARGEST = 3.4;
const MOST = 120; // words are drawn: the most frequent

export class Words {
  #list = make("ul", "cards-words");
  #place = make("div", "cards-words-place");
  #fitting;

  constructor(place, rest, sayRest) {
    this.#place.append(this.#list);
    place.append(this.#place);
    // The rarest words go first where there are too many for the wall.
    const rows = () => [...this.#list.children].sort((a, b) => b.dataset.count - a.dataset.count);
    this.#fitting = new Fitting(this.#place, rows, rest, sayRest);
  }

  show(words, say, language) {
    this.#place.hidden = !words;
    if (!words) return;
    const entries = Object.entries(words).map(([key, one]) => ({ key, ...one }));
    entries.sort((a, b) => a.text.localeCompare(b.text, language));
    const largest = [...entries].sort((a, b) => b.count - a.count).slice(0, MOST);
    this.#fitting.beyond = entries.length - largest.length;
    const most = Math.max(1, ...entries.map((one) => one.count));
    const drawn = entries.length > MOST ? entries.filter((one) => largest.includes(one)) : entries;
    keep(this.#list, drawn, (one) => one.key, () => create(), (row, one) => {
      put(row.firstChild, one.text);
      put(row.lastChild, one.count > 1 ? one.count : "");
      row.lastChild.setAttribute("aria-label", say("wall.times", { count: one.count }));
      row.dataset.count = one.count;
      row.style.setProperty("--size", 1 + (LARGEST - 1) * Math.sqrt((one.count - 1) / Math.max(most - 1, 1)));
      row.style.setProperty("--share", one.count / most);
    });
    this.#fitting.fit();
  }
}

function create() {
  const row = make("li");
  row.append(make("span"), make("small"));
  return row;
}
