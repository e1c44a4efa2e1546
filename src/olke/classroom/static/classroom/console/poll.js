// A poll on the console: who chose what, as it comes in.
import { bars } from "../bars.js";
import { make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeConsolePoll extends HTMLElement {
  connectedCallback() {
    if (this.asked) return;
    this.asked = make("p", "shown-text");
    this.bars = make("div");
    this.told = make("p", "hint");
    this.append(this.asked, this.bars, this.told);
  }

  show({ state, words, language }) {
    const { options, items, counts, sent, used } = state.show;
    put(this.asked, items.map((one) => one.text).join("\n"));
    this.asked.hidden = !items.length;
    const rows = options.map(({ number, letter, text }) => ({ letter, label: text, count: counts[number] }));
    bars(this.bars, rows, { total: Math.max(sent, 1), label: state.step.title });
    put(this.told, used ? say(words, "poll.used-later", {}, language) : "");
    this.told.hidden = !used;
  }
}

customElements.define("olke-console-poll", OlkeConsolePoll);
