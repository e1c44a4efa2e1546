// The console: brings the page that the server wrote up to date with every state, and sends its
// forms without leaving it. Without script every form works by itself.
import { Commands } from "./console/commands.js";
import { showEntries } from "./console/entries.js";
import { Teams } from "./console/teams.js";
import { Keys } from "./keys.js";
import { People } from "./console/people.js";
import { Plan } from "./console/plan.js";
import { Time } from "./console/time.js";
import { Screen, put } from "./screen.js";

const REHEARSE_EVERY = 3000;

class OlkeConsole extends Screen {
  #entries = null;

  prepare() {
    const find = (name) => document.querySelector(`[data-${name}]`);
    this.find = find;
    this.commands = new Commands(this.connection, this.say, find("trouble"));
    this.time = new Time(this);
    this.plan = new Plan(this);
    this.people = new People(this);
    this.groups = new Teams(this);
    this.keys = new Keys({ next: () => this.next(), back: () => this.commands.send("back") });
    // Who goes on does not end the class; what happens by itself closes nothing.
    find("next-form").addEventListener("submit", () => (find("ending").open = false));
    setInterval(() => this.#rehearse(), REHEARSE_EVERY);
  }

  // What the one button does: the next thing, or asking whether the class is to end.
  next() {
    if (!this.state?.next) return;
    if (this.state.next !== "end") {
      this.find("ending").open = false;
      this.commands.send("advance", { at: this.state.at });
      return;
    }
    const ending = this.find("ending");
    ending.open = true;
    ending.querySelector("button").focus();
  }

  show(state) {
    this.#showPlace(state);
    this.#showNext(state);
    this.#showWhatCan(state);
    this.#showTold(state);
    this.#showAnswered(state);
    this.#showEntries(state);
    this.time.show(state);
    this.plan.show(state);
    this.people.show(state);
    this.groups.show(state);
  }

  showLine(line) {
    const place = this.find("line");
    place.dataset.state = line;
    put(place, this.say(`console.line.${line}`));
    this.commands.trouble("line", line === "lost" ? this.say("console.lost") : "");
  }

  showTrouble({ sentence }) {
    this.commands.trouble("server", sentence);
  }

  showBye({ sentence }) {
    this.commands.trouble("bye", sentence);
  }

  #showPlace(state) {
    const { activity, step, phase } = state;
    const titles = { lobby: "console.lobby", ended: "console.ended" };
    put(this.find("now-title"), titles[phase] ? this.say(titles[phase]) : step.title);
    const parts = [this.say("console.place", { activity: activity.number, activities: activity.of })];
    if (step.of > 1) parts.push(this.say("console.place.step", { step: step.number, steps: step.of }));
    if (step.title !== activity.title) parts.push(activity.title);
    put(this.find("place"), titles[phase] ? "" : parts.join(" · "));
    this.classList.toggle("is-lobby", phase === "lobby");
    const lobby = this.find("lobby");
    if (lobby) lobby.hidden = phase !== "lobby";
    this.stage.hidden = phase === "lobby";
    if (phase === "ended" && !this.setup.state.ended) location.reload(); // with what comes after
    put(this.find("code-box")?.querySelector("b"), `${state.code.slice(0, 3)} ${state.code.slice(3)}`);
  }

  #showNext(state) {
    const button = this.find("next");
    const isEnd = !state.next || state.next === "end";
    button.hidden = isEnd;
    put(button.querySelector("b"), this.#nextLabel(state));
    put(button.querySelector("span"), state.next === "own" ? "" : (state.then ?? ""));
    this.find("next-form").elements.at.value = state.at ?? "";
    const ending = this.find("ending");
    ending.hidden = !state.next;
    this.find("end").classList.toggle("next", state.next === "end");
  }

  #nextLabel({ next, then, primitive }) {
    if (next === "own") return then;
    const isQuestion = primitive === "timed-question";
    if (next === "reveal" && !isQuestion) return this.say("console.next.reveal.other");
    if (next === "open" && isQuestion) return this.say("console.next.open.question");
    return this.say(`console.next.${next}`);
  }

  #showWhatCan({ can = [] }) {
    for (const one of document.querySelectorAll("[data-can]")) {
      one.hidden = !can.includes(one.dataset.can);
    }
  }

  #showTold(state) {
    put(this.find("do"), state.do ?? "");
    put(this.find("phones"), this.#phonesLabel(state));
  }

  #phonesLabel({ phase, primitive, takes_answers: takes }) {
    if (phase === "ended") return this.say("console.ended.more");
    if (["open", "paused", "closed"].includes(phase) && !takes) return this.say("console.phones.shown");
    if (phase === "revealed" && primitive !== "timed-question") return this.say("console.phones.result");
    return this.say(`console.phones.${phase}`);
  }

  #showAnswered({ answered, expected }) {
    const box = this.find("answered-box");
    box.hidden = answered === undefined;
    if (box.hidden) return;
    const bar = box.querySelector("progress");
    [bar.max, bar.value] = [Math.max(expected, 1), answered];
    put(box.querySelector("span"), this.say("console.answered", { answered, expected }));
  }

  // A primitive without an element of its own has its entries drawn here.
  #showEntries(state) {
    if (this.part || this.setup.parts[state.primitive]?.js) return;
    const { words, language } = this.setup;
    const { connection } = this;
    const entries = state.show?.entries;
    if (!entries) {
      this.#entries = null;
      if (this.stage.childElementCount) this.stage.replaceChildren();
      return;
    }
    this.#entries ??= showEntries(this.stage);
    this.#entries.show({ entries, state, connection, words, language });
  }

  // In a rehearsal simulated learners answer bit by bit while the page is looked at.
  #rehearse() {
    const state = this.state;
    if (!state?.rehearsal || state.phase !== "open" || document.hidden) return;
    if (Object.values(state.people).some((one) => one.simulated)) this.connection.command("answer-some");
  }
}

customElements.define("olke-console", OlkeConsole);
