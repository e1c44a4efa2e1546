// A survey on the console: how many chose what, and what was written, without anybody's name.
import "./entries.js";
import { bars } from "../bars.js";
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeConsoleSurvey extends HTMLElement {
  connectedCallback() {
    if (this.asked) return;
    this.told = make("p", "hint");
    this.asked = make("div", "survey-bars");
    this.list = document.createElement("olke-console-entries");
    this.append(this.told, this.asked, this.list);
  }

  show({ state, connection, words, language }) {
    const { show } = state;
    put(this.told, show.anonymous ? say(words, "survey.nobody", {}, language) : "");
    this.told.hidden = !show.anonymous;
    const asked = show.questions.filter((one) => one.options.length);
    keep(this.asked, asked, (one) => one.item || "all", () => {
      const row = make("section");
      row.append(make("h3"), make("div"));
      return row;
    }, (row, { item, text, options }) => {
      put(row.firstChild, text);
      row.firstChild.hidden = !text;
      const counts = show.counts[item];
      const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
      bars(row.lastChild, options.map((one) => ({ letter: one.letter, label: one.text, count: counts[one.number] })), { total });
    });
    const writes = show.comment || show.questions.some((one) => !one.options.length);
    this.list.hidden = !writes;
    if (!writes) return;
    const can = { answer: false, pin: false, merge: false };
    this.list.show({ entries: show.entries, state, connection, words, language, can });
  }
}

customElements.define("olke-console-survey", OlkeConsoleSurvey);
