// A timed question on the console: the item, what was given so far, the answer before its reveal.
import { bars } from "../bars.js";
import { counted } from "../counting.js";
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeConsoleQuestion extends HTMLElement {
  #item = "";

  connectedCallback() {
    if (this.text) return;
    this.place = make("p", "hint");
    this.text = make("p", "shown-text");
    this.counts = make("div");
    this.given = make("ul", "given");
    this.solution = make("div", "shown-solution");
    this.hands = make("div", "hands");
    this.append(this.place, this.text, this.counts, this.given, this.solution, this.hands);
  }

  show({ state, connection, words, language }) {
    const { show, turn } = state;
    this.say = (key, values) => say(words, key, values, language);
    const item = show.item;
    this.connection = connection;
    if (this.#item !== `${turn}/${item?.id}`) this.#renew(`${turn}/${item?.id}`);
    put(this.place, show.number ? this.say("console.question.number", show) : "");
    put(this.text, item?.text ?? "");
    this.#showCounts(show, state, language);
    this.#showSolution(show.solution);
    this.#showHands(show);
  }

  #renew(item) {
    this.#item = item;
    for (const part of [this.counts, this.given, this.solution, this.hands]) part.replaceChildren();
    this.counts.removeAttribute("role");
  }

  #showCounts(show, state, language) {
    this.counts.hidden = !show.item || show.aloud;
    if (this.counts.hidden) return;
    const { entries, given } = counted(show, this.say, "console.question", language);
    const total = state.expected || show.answered;
    if (entries.length) bars(this.counts, entries, { total, label: this.say("console.question.given") });
    keep(this.given, given, (one) => one.key, () => make("li"), (row, one) => put(row, one.text));
  }

  #showSolution(solution) {
    const told = [
      ["console.question.solution", solution?.answer],
      ["console.question.explanation", solution?.explanation],
      ["console.question.sources", citationsOf(solution).join("; ")],
    ].filter(([, text]) => text);
    this.solution.hidden = !told.length;
    const create = () => {
      const part = make("div");
      part.append(make("b", "shown-term"), make("span", "shown-words"));
      return part;
    };
    keep(this.solution, told, ([key]) => key, create, (part, [key, text]) => {
      put(part.firstElementChild, this.say(key));
      put(part.lastElementChild, text);
    });
  }

  #showHands({ aloud, hands, word, waiting = [] }) {
    this.hands.hidden = !aloud;
    if (!aloud) return;
    if (!this.hands.childElementCount) this.#makeHands();
    put(this.word, word ? this.say("console.question.word", { name: word }) : this.say("console.question.aloud"));
    put(this.asked, this.say(waiting.length ? "console.question.hands" : "console.question.hands.none"));
    this.asked.hidden = !hands;
    keep(this.queue, waiting, (one) => one.participant, (one) => this.#makeHand(one), (row, { name, seat }) => {
      put(row.firstElementChild, name || seat);
    });
  }

  #makeHands() {
    this.word = make("p", "hands-word");
    this.asked = make("p", "hint");
    this.queue = make("ol", "hands-queue");
    this.hands.append(this.word, this.asked, this.queue);
  }

  #makeHand({ participant }) {
    const row = make("li");
    const button = make("button", "btn btn-small", this.say("console.question.call"));
    button.type = "button";
    button.addEventListener("click", () => {
      this.connection.command("call", { participant: String(participant) });
    });
    row.append(make("span"), " ", button);
    return row;
  }
}

function citationsOf(solution) {
  const found = (solution?.evidence ?? []).flatMap((one) => one.citations);
  return [...new Set(found)];
}

customElements.define("olke-console-question", OlkeConsoleQuestion);
