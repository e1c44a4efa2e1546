// A queue on the console: what is being answered and from what, then the questions to look through.
import "./entries.js";
import { keep, make, put } from "../screen.js";
import { say } from "../words.js";

class OlkeConsoleQueue extends HTMLElement {
  connectedCallback() {
    if (this.stage) return;
    this.stage = make("section", "queue-stage");
    this.told = make("p", "hint");
    this.list = document.createElement("olke-console-entries");
    this.prepared = make("details", "queue-prepared");
    this.prepared.append(make("summary"), make("ul"));
    this.append(this.stage, this.told, this.list, this.prepared);
  }

  show({ state, connection, words, language }) {
    const { show } = state;
    this.say = (key, values) => say(words, key, values, language);
    Object.assign(this, { connection, state });
    this.#showStage(show);
    put(this.told, this.#advice(show, state));
    this.told.hidden = !this.told.textContent;
    const actions = this.#actions(show);
    this.list.show({ entries: ordered(show), state, connection, words, language, actions, can: { answer: show.answering, pin: true, merge: true } });
    this.#showPrepared(show);
  }

  // What the teacher does here, as long as it needs saying.
  #advice({ line, limit, chosen, counted, answering, votes }, { phase }) {
    if (votes && phase === "open") return this.say("queue.voting-on");
    if (!line.length) return answering ? this.say("queue.pick-some") : "";
    if (!chosen && counted) return this.say("queue.picked-by-votes", { count: Math.min(limit, line.length) });
    return "";
  }

  #actions({ line, answering, limit, stage }) {
    const command = (name, data) => this.connection.command(name, data);
    const isPicked = (one) => line.includes(one.id);
    const found = [];
    if (answering) {
      found.push({
        name: "stage",
        label: () => this.say("queue.to-stage"),
        shown: (one) => !one.merged && one.state !== "hidden" && stage?.entry !== one.id,
        run: (one) => command("stage", { entry: String(one.id) }),
      });
    }
    if (limit || answering) {
      found.push({
        name: "pick",
        label: (one) => this.say(isPicked(one) ? "queue.unpick" : "queue.pick"),
        shown: (one) => !one.merged && one.state !== "hidden",
        run: (one) => command("pick", { entry: String(one.id), on: isPicked(one) ? "0" : "1" }),
      });
    }
    return found;
  }

  // The question on the wall, its answer at hand, and what it is to rest on.
  #showStage({ stage, prepared }) {
    this.stage.hidden = !stage;
    const told = JSON.stringify([stage, prepared]);
    if (this.stage.dataset.told === told) return;
    this.stage.dataset.told = told;
    if (!stage) return this.stage.replaceChildren();
    const clear = make("button", "btn btn-small", this.say("queue.off-stage"));
    clear.type = "button";
    clear.addEventListener("click", () => this.connection.command("stage", {}));
    const head = make("p", "queue-stage-head");
    head.append(make("span", "hint", this.say("queue.stage")), clear);
    const parts = [head, make("p", "shown-text", stage.text)];
    if ("entry" in stage) parts.push(this.#ties(stage, prepared));
    const item = prepared.find((one) => one.id === (stage.tied || stage.item));
    if (item) parts.push(this.#answer(item));
    this.stage.replaceChildren(...parts);
  }

  #ties(stage, prepared) {
    const box = make("label", "queue-tie", this.say("queue.tie"));
    const choice = document.createElement("select");
    choice.append(new Option(this.say("queue.tie-none"), ""), ...prepared.map((one) => new Option(one.text, one.id)));
    choice.value = stage.tied ?? "";
    choice.addEventListener("change", () => this.connection.command("tie", { item: choice.value }));
    box.append(choice);
    return box;
  }

  #answer({ answer, explanation, evidence }) {
    const box = make("div", "shown-solution");
    if (answer) box.append(make("span", "shown-words", answer));
    if (explanation) box.append(make("span", "shown-words", explanation));
    for (const { sentence, citations } of evidence) {
      const line = make("p", "queue-claim", sentence);
      line.append(...citations.map((one) => make("cite", "", one)));
      box.append(line);
    }
    return box;
  }

  #showPrepared({ prepared, answering, stage }) {
    this.prepared.hidden = !prepared.length;
    const [summary, list] = this.prepared.children;
    put(summary, this.say("queue.prepared", { count: prepared.length }));
    const create = ({ id }) => {
      const row = make("li");
      const button = make("button", "btn btn-small", this.say("queue.to-stage"));
      button.type = "button";
      button.addEventListener("click", () => this.connection.command("stage", { item: id }));
      row.append(make("p"), button);
      return row;
    };
    // In the order of the lesson: the likest come first only where one is tied.
    const order = [...prepared].sort((a, b) => a.id.localeCompare(b.id, undefined, { numeric: true }));
    keep(list, order, (one) => one.id, create, (row, one) => {
      put(row.firstChild, one.text);
      row.lastChild.hidden = !answering || stage?.item === one.id;
    });
  }
}

// What is in the line comes first within its kind, then what has the most votes.
function ordered({ entries, line }) {
  const found = Object.entries(entries).map(([id, one]) => ({ ...one, id: Number(id) }));
  const place = (one) => (line.includes(one.id) ? line.indexOf(one.id) : line.length);
  return found.sort((a, b) => place(a) - place(b) || (b.votes ?? 0) - (a.votes ?? 0) || a.id - b.id);
}

customElements.define("olke-console-queue", OlkeConsoleQueue);
