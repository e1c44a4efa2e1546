// A poll: the options as bars that grow while the class chooses.
import { bars } from "../bars.js";
import { make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeProjectorPoll extends HTMLElement {
  heads = true;
  #parts = null;

  show({ state, words, language }) {
    const told = (key, values) => say(words, key, values, language);
    this.#parts ??= this.#build();
    const { title, asked, list, count, note } = this.#parts;
    const { options, items, counts, sent, used, several } = state.show;
    put(title, state.step.title);
    put(asked, items.map((one) => one.text).join("\n") || state.step.do);
    asked.classList.toggle("is-task", !items.length);
    bars(list, options.map(({ number, letter, text }) => ({ letter, label: text, count: counts[number] })), { total: sent });
    put(count, told("poll.chosen", { count: sent }));
    const isOver = state.phase === "closed";
    put(note, isOver && used ? told("poll.decides-all") : several && !isOver ? told("poll.several") : "");
  }

  #build() {
    const parts = {
      title: make("h2", "poll-title"),
      asked: make("p", "poll-asked"),
      list: make("div", "poll-bars"),
      count: make("p", "poll-count"),
      note: make("p", "poll-note"),
    };
    const foot = make("div", "poll-foot");
    foot.append(parts.count, parts.note);
    this.append(parts.title, parts.asked, parts.list, foot);
    return parts;
  }
}

customElements.define("olke-projector-poll", OlkeProjectorPoll);
