// The one thing that is on the screen: the lobby, a primitive's own element, the end.
import { make, styled, write, written } from "./making.js";
import { say } from "../words.js";
import { isOpen } from "./countdown.js";

const PRIMITIVE_PHASES = ["open", "paused", "closed", "revealed"];
const PREFETCH = 15000;

export class Stage {
  #node;
  #modules;
  #more;
  #again;
  #scene = "";
  #element = null;
  #loaded = new Map();
  #told = null;

  // `modules` has each primitive's script and stylesheet, `more` the address of the words that the
  // page did not bring.
  constructor(node, { modules, more }, again) {
    this.#node = node;
    this.#modules = modules;
    this.#more = more;
    this.#again = again;
    node.tabIndex = -1;
  }

  // Draws the state, and returns what is new about it: question, over, solution, ended or nothing.
  show(given) {
    const { state, connection } = given;
    if (connection.farewell) this.#farewell(given);
    else if (state.phase === "lobby") this.#lobby(given);
    else if (state.phase === "ended") this.#end(given);
    else if (PRIMITIVE_PHASES.includes(state.phase)) this.#primitive(given);
    else this.#ready(given);
    return this.#news(given);
  }

  #news({ state, connection }) {
    const over = state.phase === "open" && !isOpen(state, connection.now()) ? "over" : "";
    const now = `${state.turn ?? ""}/${over || state.phase}`;
    const before = this.#told;
    this.#told = now;
    if (before === null || before === now) return "";
    const [turn] = before.split("/");
    if (turn !== String(state.turn ?? "") || state.phase === "revealed") scrollTo(0, 0);
    if (state.phase === "open") return over || (before.endsWith("/paused") ? "goes-on" : "open");
    return { paused: "paused", closed: "over", revealed: "solution", ended: "ended" }[state.phase] ?? "";
  }

  // Puts parts on the screen unless they are there; returns them.
  #set(scene, build) {
    if (this.#scene !== scene) {
      this.#scene = scene;
      this.#element = null;
      this.parts = build();
      this.#node.replaceChildren(...Object.values(this.parts));
    }
    return this.parts;
  }

  #lobby({ state, mine, words }) {
    const parts = this.#set("lobby", () => ({
      title: make("h1"),
      lead: make("p", { class: "phone-lead" }),
      card: make("div", { class: "phone-card" }),
    }));
    write(parts.title, state.title);
    const welcome = mine.name ? `${say(words, "phone.welcome", { name: mine.name })} ` : "";
    write(parts.lead, welcome + say(words, "phone.wait"));
    if (parts.card.dataset.seat !== mine.seat) {
      parts.card.dataset.seat = mine.seat;
      parts.card.replaceChildren(
        make("p", {}, say(words, "phone.your-seat")),
        make("p", { class: "phone-big" }, mine.seat),
        make("p", { class: "phone-hint" }, say(words, "phone.write-down")),
      );
    }
  }

  #ready({ state, words }) {
    const parts = this.#set("ready", () => ({
      title: make("h1"),
      lead: make("p", { class: "phone-lead" }),
      hint: make("p", { class: "phone-hint" }),
    }));
    write(parts.title, state.step.title);
    write(parts.lead, state.step.do);
    write(parts.hint, say(words, "phone.opens-soon"));
  }

  #end({ mine, words, language }) {
    const parts = this.#set("ended", () => ({
      title: make("h1"),
      lead: make("p", { class: "phone-lead" }),
      result: make("dl", { class: "phone-result" }),
    }));
    write(parts.title, say(words, "phone.ended"));
    write(parts.lead, say(words, "phone.thanks"));
    const { result } = mine;
    const rows = [];
    if (result?.asked) rows.push(["phone.right-answers", say(words, "phone.right-of", result)]);
    if (result) rows.push(["phone.points", written(result.points, language)]);
    parts.result.replaceChildren(
      ...rows.map(([key, value]) =>
        make("div", {}, make("dt", {}, say(words, key)), make("dd", {}, value)),
      ),
    );
  }

  #farewell({ connection, words }) {
    const { code, sentence } = connection.farewell;
    this.#set(`bye/${code}`, () => ({
      title: make("h1", {}, say(words, code === "removed" ? "phone.removed" : "phone.goodbye")),
      lead: make("p", { class: "phone-lead" }, sentence),
      again: make(
        "button",
        { type: "button", class: "phone-main", onclick: () => location.reload() },
        say(words, "phone.again"),
      ),
    }));
  }

  #primitive(given) {
    const { primitive } = given.state;
    const tag = this.#loaded.get(primitive);
    if (!tag) {
      this.#load(primitive, given.words);
      return;
    }
    const scene = `primitive/${primitive}`;
    if (this.#scene !== scene) {
      this.#scene = scene;
      this.#element = document.createElement(tag);
      this.#node.replaceChildren(this.#element);
    }
    this.#element.show(given);
  }

  async #load(primitive, words) {
    if (this.#loaded.has(primitive)) return;
    this.#loaded.set(primitive, "");
    const { script, styles } = this.#modules[primitive];
    try {
      await Promise.all([import(script), ...styles.map(styled), this.#learn(primitive, words)]);
      this.#loaded.set(primitive, `olke-phone-${script.match(/phone\/(\w+)\./)[1]}`);
    } catch {
      this.#loaded.delete(primitive);
      if (this.#scene) this.#unloaded(words);
      setTimeout(this.#again, 3000);
      return;
    }
    this.#again();
  }

  // The page brought the words of most screens; others are asked for once.
  async #learn(primitive, words) {
    if (!this.#more || ["talk", "timed-question"].includes(primitive)) return;
    const answer = await fetch(this.#more);
    if (!answer.ok) throw new Error(`The server answers ${answer.status}`);
    Object.assign(words, await answer.json());
    this.#more = "";
  }

  // Parts that come later are fetched while nobody waits for them, and not by all at once.
  prefetch(words) {
    setTimeout(async () => {
      for (const [primitive, { script }] of Object.entries(this.#modules)) {
        await this.#learn(primitive, words).catch(() => {});
        await import(script).catch(() => {});
      }
    }, PREFETCH * (0.3 + Math.random()));
  }

  // The page from the server stays until something better is there; later screens say what lacks.
  #unloaded(words) {
    this.#set("unloaded", () => ({
      lead: make("p", { class: "phone-lead" }, say(words, "phone.loading")),
    }));
  }
}
