// A queue of questions: write them, vote for others', follow the one that is being answered.
import { isOpen } from "./countdown.js";
import { composer } from "./entries/composer.js";
import { evidenceBox } from "./entries/evidence.js";
import { byNumber, byVotes, votingList } from "./entries/voting.js";
import { ownIds } from "./entries/own.js";
import { make, write } from "./making.js";
import { say } from "../words.js";

class OlkePhoneQueue extends HTMLElement {
  #of = "";
  #parts = null;

  show(given) {
    const { state, connection, language, words } = given;
    const { show } = state;
    const of = `${state.turn}/${language}`;
    if (this.#of !== of) {
      this.#of = of;
      this.#parts = this.#build(given);
    }
    const parts = this.#parts;
    const may = isOpen(state, connection.now()) && state.takes_answers;
    const now = { ...given, may };
    write(parts.lead, show.stage ? "" : state.step.do);
    write(parts.names, show.submissions && may ? say(words, show.anonymous ? "entry.nameless" : "entry.signed") : "");
    parts.seeds.hidden = !may || !show.submissions || !show.seeds.length;
    parts.composer?.update(now);
    this.#stage(show, given);
    const shown = show.answering && show.line.length ? inLine(show) : show.entries;
    const votes = show.votes > 0 || show.counted || show.answering;
    write(parts.others, Object.keys(shown).length ? say(words, votes ? "queue.all" : "queue.others") : "");
    parts.list.show(now, shown, show.counted ? byVotes : byNumber);
    const waits = state.phase === "closed" || (!may && state.takes_answers && state.phase === "open");
    write(parts.note, waits && !show.stage ? say(words, "queue.closed") : "");
  }

  #build(given) {
    const { words, state } = given;
    const { submissions, longest, seeds } = state.show;
    const parts = {
      title: make("h1", {}, state.step.title),
      lead: make("p", { class: "phone-lead" }),
      stage: make("section", { class: "queue-stage", "aria-live": "polite" }),
      seeds: make("details", { class: "queue-seeds" }, make("summary", {}, say(words, "queue.seeds")),
        make("ul", {}, ...seeds.map((one) => make("li", {}, one.text)))),
      composer: submissions ? composer({ most: submissions, longest, label: "queue.write" }, given) : null,
      names: make("p", { class: "phone-hint" }),
      note: make("p", { class: "phone-note", role: "status" }),
      others: make("h2", { class: "entry-head" }),
      list: votingList(),
    };
    const nodes = Object.values(parts).filter(Boolean).map((part) => part.node ?? part);
    this.replaceChildren(...nodes);
    return parts;
  }

  // The question that is being answered, with what its answer rests on.
  #stage({ stage }, given) {
    const place = this.#parts.stage;
    place.hidden = !stage;
    const told = JSON.stringify(stage ?? null);
    if (place.dataset.told === told) return;
    place.dataset.told = told;
    if (!stage) return place.replaceChildren();
    const { words } = given;
    const own = ownIds(given).has(stage.entry);
    place.replaceChildren(
      make("p", { class: "phone-over" }, say(words, own ? "queue.own-stage" : "queue.stage")),
      make("p", { class: "phone-question" }, stage.text),
      ...(stage.evidence.length ? [evidenceBox(stage.evidence, words)] : []),
    );
  }
}

// What is answered, and nothing else, once it is being answered.
function inLine({ entries, line }) {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => line.includes(Number(id))));
}

customElements.define("olke-phone-queue", OlkePhoneQueue);
