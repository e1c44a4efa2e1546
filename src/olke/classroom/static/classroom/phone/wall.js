// A card wall: cards to write, to read, to sort and to vote on; words; wishes that were handed on.
import { isOpen } from "./countdown.js";
import { composer } from "./entries/composer.js";
import { byNumber, byVotes, votingList } from "./entries/voting.js";
import { make, write } from "./making.js";
import { say } from "../words.js";
import { besideCard } from "./wall/beside.js";
import { chips } from "./wall/chips.js";
import { wishes } from "./wall/wishes.js";
import { wordList } from "./wall/words.js";

const SORTED = "sorted";

class OlkePhoneWall extends HTMLElement {
  #of = "";
  #parts = null;
  #given = null;

  show(given) {
    const { state, connection, mine, language, words } = given;
    const { show } = state;
    const ideas = (show.ideas ?? []).map((one) => one.id).join();
    const of = `${state.turn}/${language}/${ideas}`;
    const may = isOpen(state, connection.now()) && state.takes_answers;
    this.#given = { ...given, may };
    if (this.#of !== of) {
      this.#of = of;
      this.#parts = this.#build(given);
    }
    const parts = this.#parts;
    parts.composer?.update({ ...this.#given, says: show.passed_on ? (one) => this.#wishFate(one) : null });
    write(parts.names, show.cards_each && may ? say(words, nameLine(show)) : "");
    parts.wishes.show(this.#given);
    parts.words.show(this.#given);
    const cards = show.passed_on || show.shown === "words" ? {} : (mine.cards ?? show.cards ?? {});
    write(parts.others, Object.keys(cards).length ? say(words, mine.cards ? "wall.group" : "wall.all") : "");
    parts.list.show(this.#given, cards, show.counted ? byVotes : byNumber);
    const over = state.phase === "closed" && state.takes_answers && !show.passed_on;
    write(parts.note, over ? say(words, "wall.closed") : "");
  }

  #build(given) {
    const { words, state } = given;
    const { show } = state;
    const isWord = show.shown === "words";
    const label = show.passed_on ? "wall.wish" : isWord ? "wall.word" : "wall.card";
    const prompts = show.items.filter((one) => one.kind === "prompt");
    const exhibits = show.items.filter((one) => one.kind !== "prompt");
    const parts = {
      title: make("h1", { class: prompts.length ? "wall-step" : "" }, state.step.title),
      asked: askedOf(prompts, show, words),
      lead: make("p", { class: "phone-lead" }, prompts.length && show.cards_each ? "" : state.step.do),
      exhibits: make("div", { class: "wall-exhibits" }, ...exhibits.map((one) => this.#exhibit(one))),
      ideas: this.#ideas(show, words),
      composer: show.cards_each
        ? composer(
            { most: show.cards_each, longest: show.longest, label, rows: isWord ? 1 : 3, extra: besideCard(given), describe: (value) => this.#describe(value) },
            { ...given, may: true },
          )
        : null,
      names: make("p", { class: "phone-hint" }),
      note: make("p", { class: "phone-note", role: "status" }),
      wishes: wishes(),
      words: wordList(),
      others: make("h2", { class: "entry-head" }),
      list: this.#list(show),
    };
    if (!parts.lead.textContent) parts.lead.hidden = true;
    this.replaceChildren(...Object.values(parts).filter(Boolean).map((part) => part.node ?? part));
    return parts;
  }

  #exhibit({ title, text }) {
    return make("details", { class: "wall-exhibit" }, make("summary", {}, title || text.slice(0, 60)), make("p", {}, text));
  }

  #ideas({ ideas = [] }, words) {
    if (!ideas.length) return null;
    return make("section", { class: "wall-ideas" }, make("h2", { class: "entry-head" }, say(words, "wall.ideas")),
      make("ol", {}, ...ideas.map((one) => make("li", {}, one.text))));
  }

  // What a learner's own card says beside its words.
  #describe(value) {
    const { state, words } = this.#given;
    const { columns, evidence, ideas = [] } = state.show;
    if (typeof value !== "object" || value === null) return "";
    const idea = ideas.find((one) => one.id === value.about);
    const parts = [columns[value.column], idea && `${say(words, value.against ? "wall.refutes" : "wall.supports")}: ${idea.text}`];
    if (evidence) {
      const claim = evidence.find((one) => one.claim === value.claim);
      parts.push(claim ? claim.citations[0] : say(words, "wall.without"));
    }
    return parts.filter(Boolean).join(" · ");
  }

  #wishFate({ state }) {
    const { words, state: now } = this.#given;
    const shown = now.show.handed_out ? "wall.wish-handed" : "wall.wish-waits";
    return say(words, state === "hidden" ? "entry.hidden" : shown);
  }

  // Cards of others, each with what it rests on, and buttons to sort it where the class sorts.
  #list(show) {
    return votingList({
      more: () => [make("p", { class: "entry-beside" })],
      below: (one) => (show.sorting ? [this.#sorter(one)] : []),
      fill: (row, one) => {
        const beside = row.firstElementChild.children[1];
        const sorter = row.children[3];
        write(beside, this.#beside(one));
        beside.classList.toggle("entry-without", one.claim === false);
        if (!sorter) return;
        const sorted = this.#given.connection.value(SORTED) ?? {};
        sorter.chips.set(sorted[one.id]);
        sorter.chips.allow(this.#given.may);
        sorter.hidden = !this.#given.may && sorted[one.id] === undefined;
      },
    });
  }

  #beside({ claim, column, about, against }) {
    const { state, words } = this.#given;
    const { columns, ideas = [], sorting } = state.show;
    const idea = ideas.find((one) => one.id === about);
    const parts = [sorting && this.#given.may ? "" : columns[column]];
    if (idea) parts.push(`${say(words, against ? "wall.refutes" : "wall.supports")}: ${idea.text}`);
    if (claim === false) parts.push(say(words, "wall.without"));
    if (claim) parts.push(claim.citations[0] ?? "");
    return parts.filter(Boolean).join(" · ");
  }

  #sorter(one) {
    const { state, words } = this.#given;
    const options = state.show.columns.map((text, value) => ({ value, text }));
    const chosen = (value) => {
      const { connection } = this.#given;
      const sorted = { ...(connection.value(SORTED) ?? {}) };
      if (value === undefined) delete sorted[one.id];
      else sorted[one.id] = value;
      connection.send(SORTED, 0, sorted);
    };
    const row = chips({ label: say(words, "wall.where"), options, chosen, none: true });
    row.node.chips = row;
    return row.node;
  }
}

// What is asked; folded away where the ideas of the step before are what it is about now.
function askedOf(prompts, { ideas = [] }, words) {
  const lines = prompts.map((one) => make("p", { class: "phone-question" }, one.text));
  if (!ideas.length) return make("div", {}, ...lines);
  return make("details", { class: "wall-exhibit" }, make("summary", {}, say(words, "wall.asked")), ...lines);
}

function nameLine({ passed_on: passed, anonymous, shown }) {
  if (passed) return "wall.wish-nameless";
  if (shown === "words") return "entry.nameless";
  return anonymous ? "entry.nameless" : "entry.signed";
}

customElements.define("olke-phone-wall", OlkePhoneWall);
