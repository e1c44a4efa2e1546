// Cards of the class: in columns, by groups, under the ideas they speak of; words; wishes handed on.
import { make, put } from "../screen.js";
import { say } from "../words.js";
import { Panels } from "./wall/panels.js";
import { Words } from "./wall/words.js";

class OlkeProjectorWall extends HTMLElement {
  heads = true;
  #parts = null;

  show({ state, words, language }) {
    this.say = (key, values) => say(words, key, values, language);
    this.#parts ??= this.#build();
    const { show } = state;
    const { title, asked, count, none } = this.#parts;
    put(title, state.step.title);
    const prompts = show.items.filter((one) => one.kind === "prompt");
    put(asked, prompts.map((one) => one.text).join("\n"));
    asked.hidden = !prompts.length || Boolean(show.ideas?.length);
    this.classList.toggle("has-ideas", Boolean(show.ideas?.length));
    const isOpen = state.phase === "open" || state.phase === "paused";
    const isWords = show.shown === "words";
    const sent = show.passed_on ? "wall.sent-wishes" : isWords ? "wall.sent-words" : "wall.sent";
    put(count, isOpen && show.cards_each && show.sent ? this.say(sent, { count: show.sent }) : "");
    const isEmpty = !Object.keys((isWords ? show.words : show.cards) ?? {}).length;
    put(none, isEmpty ? this.#instead(state, prompts) : "");
    this.classList.toggle("is-empty", isEmpty);
    this.words.show(isWords ? show.words : null, this.say, language);
    this.panels.show(isWords ? null : show, this.say);
  }

  // What stands there while there is no card: what to do, or what became of the wishes.
  #instead({ show, step, phase }, prompts) {
    if (show.passed_on && show.handed_out) return this.say("wall.wish-read");
    if (show.passed_on && phase === "closed") return this.say("wall.wish-soon");
    return prompts.length && !show.passed_on ? "" : step.do;
  }

  #build() {
    const parts = {
      title: make("h2", "cards-title"),
      asked: make("p", "cards-asked"),
      none: make("p", "cards-none"),
      body: make("div", "cards-body"),
      count: make("p", "cards-count"),
      rest: make("p", "cards-rest"),
    };
    const foot = make("div", "cards-foot");
    foot.append(parts.count, parts.rest);
    this.append(parts.title, parts.asked, parts.none, parts.body, foot);
    this.words = new Words(parts.body, parts.rest, (count) => this.say("entry.more", { count }));
    this.panels = new Panels(parts.body, (count) => this.say("entry.more", { count }));
    return parts;
  }
}

customElements.define("olke-projector-wall", OlkeProjectorWall);
