// A poll: one tap, or several ticks; the outcome once it is over.
import { isOpen } from "./countdown.js";
import { make, write } from "./making.js";
import { options } from "./poll/options.js";
import { say } from "../words.js";

class OlkePhonePoll extends HTMLElement {
  #of = "";
  #parts = null;

  show(given) {
    const { state, connection, words, language } = given;
    const of = `${state.turn}/${language}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#parts = this.#build(given);
    }
    const may = isOpen(state, connection.now());
    const own = connection.value() ?? null;
    const status = connection.status();
    const { counts, sent, used, options: all } = state.show;
    this.#parts.options.update({ ...given, may, own, status, counts, total: sent });
    const chosen = own && all[own[0]]?.text;
    const key = own && (may ? "phone.kept" : used ? "poll.used" : "poll.kept");
    const line = status === "sending" ? "phone.sending" : status === "late" ? "phone.late" : key;
    write(this.#parts.note, status?.refused ?? (line ? (status === "kept" ? "✓ " : "") + say(words, line, { option: chosen }) : may ? "" : say(words, "phone.time-over")));
    this.#parts.note.className = status?.refused ? "phone-problem" : own ? "phone-kept" : "phone-note";
  }

  #build(given) {
    const { state, words } = given;
    const { options: all, items, several } = state.show;
    const parts = {
      title: make("h1", {}, state.step.title),
      asked: make("div", {}, ...items.map((one) => make("p", { class: "phone-question" }, one.text))),
      lead: make("p", { class: "phone-lead" }, items.length ? "" : state.step.do),
      options: options({ all, several, label: state.step.title, place: { item: "", number: 0 } }, given),
      note: make("p", { class: "phone-kept", role: "status" }),
      hint: make("p", { class: "phone-hint" }, state.show.used ? say(words, "poll.decides") : ""),
    };
    for (const part of [parts.lead, parts.hint]) part.hidden = !part.textContent;
    this.replaceChildren(...Object.values(parts).map((part) => part.node ?? part));
    return parts;
  }
}

customElements.define("olke-phone-poll", OlkePhonePoll);
