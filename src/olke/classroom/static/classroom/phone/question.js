// A timed question: answered with one tap where one tap is enough.
import { ordering } from "./question/ordering.js";
import { solutionOf } from "./question/solution.js";
import { aloud, choice, statement } from "./question/tapping.js";
import { estimate, prompt } from "./question/typing.js";
import { isOpen } from "./countdown.js";
import { make, write } from "./making.js";
import { penLine } from "./pen.js";
import { say } from "../words.js";

const KINDS = { statement, choice, estimate, ordering, prompt };

class OlkePhoneQuestion extends HTMLElement {
  #asked = "";
  #parts = null;

  show(given) {
    const { state, connection, mine, words, language } = given;
    const { show, turn } = state;
    const asked = `${turn}/${show.item?.id}/${language}`;
    if (this.#asked !== asked) {
      this.#asked = asked;
      this.#parts = this.#build(given);
    }
    const item = show.item?.id ?? "";
    const parts = this.#parts;
    const mayWrite = parts.pen.update(given);
    const open = isOpen(state, connection.now());
    const own = mine.answers.find((one) => one.turn === turn && one.item === item);
    const status = connection.status(item, 0);
    const revealed = state.phase === "revealed";
    parts.control?.update({ ...given, own, status, revealed, may: open && mayWrite });
    parts.control?.node.toggleAttribute("hidden", parts.control.hides?.(revealed) ?? false);
    this.#tell(given, own, status, open);
    parts.solution.show({ ...given, own, revealed });
  }

  #build(given) {
    const { item, aloud: isAloud } = given.state.show;
    const kind = isAloud ? aloud : KINDS[item?.kind];
    const parts = {
      over: make("p", { class: "phone-over" }),
      text: make("h1", { class: "phone-question" }),
      pen: penLine(),
      control: item && kind ? kind(item, given) : null,
      status: make("p", { class: "phone-kept", role: "status" }),
      solution: solutionOf(given),
    };
    write(parts.over, item?.topic ?? "");
    write(parts.text, item?.text ?? given.state.step.title);
    const nodes = [parts.over, parts.text, parts.pen.node, parts.control?.node, parts.status];
    this.replaceChildren(...nodes.filter(Boolean), parts.solution.node);
    return parts;
  }

  // What became of the answer: it is the learner's first worry.
  #tell({ state, words }, own, status, open) {
    const { aloud: isAloud, hands } = state.show;
    const line = this.#parts.status;
    let key = "";
    if (status?.refused) key = "";
    else if (state.phase === "revealed") key = status === "late" ? "phone.late" : "";
    else if (status === "sending") key = "phone.sending";
    else if (status === "late") key = "phone.late";
    else if (isAloud) key = hands && own?.value && open ? "phone.hand-up" : "";
    else if (own) key = open ? "phone.kept" : "phone.kept-wait";
    else if (!open) key = "phone.time-over";
    const isKept = Boolean(own) && status === "kept";
    line.className = status?.refused ? "phone-problem" : isKept ? "phone-kept" : "phone-note";
    const mark = isKept && key ? "✓ " : "";
    write(line, status?.refused ?? (key && mark + say(words, key)));
  }
}

customElements.define("olke-phone-question", OlkePhoneQuestion);
