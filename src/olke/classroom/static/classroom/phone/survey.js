// A survey of the lesson: an option or an apple for each question, and words for who has some.
import { isOpen } from "./countdown.js";
import { apple } from "./survey/apple.js";
import { make, write } from "./making.js";
import { options } from "./poll/options.js";
import { say } from "../words.js";
import { wordsField } from "./survey/words.js";

const COMMENT = "comment";

class OlkePhoneSurvey extends HTMLElement {
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
    const { questions, counts, anonymous } = state.show;
    questions.forEach(({ item }, place) => {
      const own = connection.value(item) ?? null;
      const some = counts?.[item];
      const total = some && Object.values(some).reduce((sum, one) => sum + one, 0);
      const status = connection.status(item);
      this.#parts.questions[place].update({ ...given, may, own, status, counts: some, total });
    });
    this.#parts.comment?.update({ ...given, may });
    write(this.#parts.names, may && anonymous ? say(words, "survey.nameless") : "");
    this.#tell(given, may);
  }

  #build(given) {
    const { state, words } = given;
    const { questions, comment, longest } = state.show;
    const isTree = state.show.shown === "tree";
    const parts = {
      title: make("h1", {}, state.step.title),
      lead: make("p", { class: "phone-lead" }, state.step.do),
      names: make("p", { class: "phone-hint" }),
      questions: questions.map((one) => this.#question(one, isTree, given)),
      note: make("p", { class: "phone-kept", role: "status" }),
      comment: comment ? wordsField({ item: COMMENT, longest, label: say(words, "survey.comment") }, given) : null,
    };
    const nodes = Object.values(parts).flat().filter(Boolean).map((part) => part.node ?? part);
    this.replaceChildren(...nodes);
    return parts;
  }

  #question({ item, text, options: all }, isTree, given) {
    const { state } = given;
    const label = text || state.step.title;
    const place = { item, number: 0 };
    const control = all.length
      ? options({ all, label, place, ...(isTree ? { mark: appleOf } : {}) }, given)
      : wordsField({ item, longest: state.show.longest, label }, given);
    const head = text && all.length ? make("h2", { class: "survey-question" }, text) : null;
    const node = make("section", { class: `survey-asked${isTree ? " survey-tree" : ""}` }, head, control.node);
    return { node, update: control.update };
  }

  // One line for all questions: what lacks, or that it is kept.
  #tell({ state, connection, words }, may) {
    const { questions, shown } = state.show;
    const asked = questions.filter((one) => one.options.length);
    const statuses = questions.map((one) => connection.status(one.item));
    const refused = statuses.find((one) => one?.refused)?.refused;
    const done = asked.filter((one) => connection.value(one.item)).length;
    let key = "";
    if (statuses.includes("sending")) key = "phone.sending";
    else if (!may) key = done ? "survey.thanks" : "phone.time-over";
    else if (asked.length && done === asked.length) key = shown === "tree" ? "survey.hung" : "survey.kept";
    const { note } = this.#parts;
    note.className = refused ? "phone-problem" : done ? "phone-kept" : "phone-note";
    write(note, refused ?? (key ? (done && key.startsWith("survey") ? "✓ " : "") + say(words, key) : ""));
  }
}

function appleOf({ number }) {
  return make("span", { class: "survey-apple" }, apple(number));
}

customElements.define("olke-phone-survey", OlkePhoneSurvey);
