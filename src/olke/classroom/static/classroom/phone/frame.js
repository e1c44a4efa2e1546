// What stands around the one thing that is on the screen: where the lesson is and who one is, and
// whatever is to be said of the connection.
import { make, styled, write } from "./making.js";
import { say } from "../words.js";

const COLOURS = 12;
const PATIENCE = 2500;

// The line at the top: where the lesson is, and who one is.
export class Bar {
  #stickers;

  // `stickers` is the address of their stylesheet, needed once there are groups.
  constructor(node, stickers) {
    this.node = node;
    this.#stickers = stickers;
    this.where = make("span", { class: "phone-where" });
    this.sticker = make("span", { class: "sticker", role: "img", hidden: true });
    this.name = make("span", { class: "phone-name" });
    this.seat = make("b", { class: "phone-seat" });
    const me = make("span", { class: "phone-me" }, this.sticker, this.name, this.seat);
    node.replaceChildren(this.where, me);
  }

  show({ state, mine, words }) {
    write(this.where, where(state));
    write(this.name, mine.name);
    write(this.seat, mine.seat);
    this.#group(mine.group, words);
  }

  #group(group, words) {
    write(this.sticker, group ? String(group.number) : "");
    if (!group) return;
    if (this.#stickers) styled(this.#stickers);
    this.#stickers = "";
    this.sticker.dataset.sticker = ((group.number - 1) % COLOURS) + 1;
    this.sticker.setAttribute("aria-label", say(words, "phone.group", { number: group.number }));
  }
}

function where({ phase, title, activity, show }) {
  if (phase === "lobby" || phase === "ended") return title;
  const among = show?.of > 1 && show.number ? ` · ${show.number}/${show.of}` : "";
  return activity.title + among;
}

// The line about the connection, and about what waits to be sent. Silent while all is well.
export class Trouble {
  #since = 0;
  #given = null;
  #timer = 0;

  constructor() {
    this.text = make("span");
    this.again = make("button", { type: "button", class: "phone-small", hidden: true });
    this.again.addEventListener("click", () => location.reload());
    this.line = make("p", { class: "phone-trouble", role: "status", hidden: true }, this.text, this.again);
    this.lost = make("p", { class: "phone-problem", role: "alert", hidden: true });
    this.node = make("div", { class: "phone-troubles" }, this.line, this.lost);
  }

  show(given) {
    this.#given = given;
    clearTimeout(this.#timer);
    const quiet = this.#isWell(given.connection);
    if (quiet) this.#since = 0;
    else this.#since ||= Date.now();
    const waited = Date.now() - this.#since;
    // A moment without connection, or on the way, is nothing to tell of.
    const told = !quiet && waited >= PATIENCE;
    if (!quiet && !told) this.#timer = setTimeout(() => this.show(this.#given), PATIENCE - waited);
    this.line.hidden = !told;
    if (told) this.#tell(given);
  }

  // An answer to something that is over was not taken: its sender is told wherever the class is.
  refused({ turn, sentence }) {
    const { state, words } = this.#given;
    if (turn !== state.turn) write(this.lost, say(words, "phone.lost-answer", { sentence }));
  }

  #isWell({ line, waiting }) {
    return line === "ended" || ((line === "live" || line === "polling") && !waiting);
  }

  #tell({ connection, words }) {
    const { line, waiting, durable } = connection;
    const said = [line === "live" || line === "polling" ? "" : say(words, "phone.offline")];
    if (waiting) said.push(say(words, "phone.waiting", { count: waiting }));
    if (waiting && !durable) said.push(say(words, "phone.keep-open"));
    write(this.text, said.filter(Boolean).join(" "));
    this.again.hidden = line !== "lost";
    write(this.again, line === "lost" ? say(words, "phone.again") : "");
  }
}
