// What is left of the time, by the server's clock: a bar that shrinks, and minutes and seconds.
import { make, write } from "./making.js";
import { say } from "../words.js";

const TICK = 250;

export class Countdown {
  #given = null;
  #timer = 0;
  #turn = 0;
  #whole = 0;

  constructor() {
    this.bar = make("span");
    this.text = make("b");
    const track = make("div", { class: "phone-track" }, this.bar);
    this.node = make("div", { class: "phone-clock", role: "timer", hidden: true }, track, this.text);
  }

  show(given) {
    this.#given = given;
    clearInterval(this.#timer);
    this.#draw();
    if (given.state.phase === "open" && given.state.closes) {
      this.#timer = setInterval(() => this.#draw(), TICK);
    }
  }

  #draw() {
    const { state, connection, words } = this.#given;
    const left = timeLeft(state, connection.now());
    this.node.hidden = left === null;
    if (left === null) return;
    const stopped = state.phase === "paused";
    this.bar.style.transform = `scaleX(${Math.min(1, left / this.#total(state, left))})`;
    this.node.classList.toggle("phone-stopped", stopped);
    write(this.text, stopped ? say(words, "phone.stopped", { left: minutes(left) }) : minutes(left));
    if (!left && state.hard && !this.#given.told) {
      this.#given.told = true;
      connection.dispatchEvent(new Event("change")); // the time is over: controls go
      clearInterval(this.#timer);
    }
  }

  // The most time that was ever left of this turn is the whole bar.
  #total(state, left) {
    if (this.#turn !== state.turn) [this.#turn, this.#whole] = [state.turn, 0];
    const planned = state.closes ? state.closes - state.opened : 0;
    this.#whole = Math.max(this.#whole, planned, left, 1);
    return this.#whole;
  }
}

// Milliseconds that are left of a turn; null where no clock runs.
export function timeLeft(state, now) {
  if (state.phase === "paused") return state.left ?? null;
  if (state.phase !== "open" || !state.closes) return null;
  return Math.max(0, state.closes - now);
}

// Whether answers are still taken; the server takes them a moment longer than it says.
export function isOpen(state, now) {
  if (state.phase === "paused") return true;
  return state.phase === "open" && !(state.hard && timeLeft(state, now) === 0);
}

function minutes(left) {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
