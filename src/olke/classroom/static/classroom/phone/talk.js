// Nothing to answer: what it is about, and what to do.
import { make, write } from "./making.js";
import { say } from "../words.js";

class OlkePhoneTalk extends HTMLElement {
  #parts = null;

  show({ state, words }) {
    this.#parts ??= this.#build();
    const { over, title, lead, hint } = this.#parts;
    const { activity, step } = state;
    write(over, activity.title === step.title ? "" : activity.title);
    write(title, step.title);
    write(lead, step.do);
    write(hint, say(words, "phone.look"));
  }

  #build() {
    const parts = {
      over: make("p", { class: "phone-over" }),
      title: make("h1"),
      lead: make("p", { class: "phone-lead" }),
      hint: make("p", { class: "phone-hint" }),
    };
    this.replaceChildren(...Object.values(parts));
    return parts;
  }
}

customElements.define("olke-phone-talk", OlkePhoneTalk);
