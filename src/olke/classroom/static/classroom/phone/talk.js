// Nothing to answer: what it is about, and what to do.
import { make, write } from "./making.js";
import { say } from "../words.js";

class OlkePhoneTalk extends HTMLElement {
  #parts = null;

  show({ state, words }) {
    this.#parts ??= this.#build();
    const { title, lead, hint } = this.#parts;
    write(title, state.step.title);
    write(lead, state.step.do);
    write(hint, say(words, "phone.look"));
  }

  #build() {
    const parts = {
      title: make("h1"),
      lead: make("p", { class: "phone-lead" }),
      hint: make("p", { class: "phone-hint" }),
    };
    this.replaceChildren(...Object.values(parts));
    return parts;
  }
}

customElements.define("olke-phone-talk", OlkePhoneTalk);
