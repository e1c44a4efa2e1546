// The clock of the open turn, and the time since the lesson began.
import { clock, left, put } from "../screen.js";

const TICK = 250;
const GRACE = 1700; // the server takes answers 1.5 s longer, for those that are on their way
const SOON = 10000;

export class Time {
  #told = 0;

  constructor(console) {
    this.console = console;
    setInterval(() => console.state && this.#tick(console.state), TICK);
  }

  show(state) {
    this.#tick(state);
  }

  #tick(state) {
    const now = this.console.connection.now();
    this.#showClock(state, left(state, now));
    this.#showElapsed(state, now);
    if (state.hard && state.phase === "open" && state.closes && now > state.closes + GRACE) {
      this.#tellOver(state);
    }
  }

  #showClock(state, rest) {
    const { find, say } = this.console;
    const box = find("clock-box");
    box.hidden = rest === null;
    if (box.hidden) return;
    const over = rest <= 0;
    box.classList.toggle("is-over", over);
    box.classList.toggle("is-soon", !over && rest < SOON);
    box.classList.toggle("is-paused", state.phase === "paused");
    put(find("clock"), over && !state.hard ? `+${clock(-rest)}` : clock(rest));
    put(find("clock-note"), say(over ? "console.clock.over" : "console.clock"));
    const whole = Math.max(state.closes - state.opened, 1);
    find("clock-bar").style.setProperty("--share", Math.min(1, Math.max(0, rest / whole)));
  }

  #showElapsed(state, now) {
    const { find, say } = this.console;
    const elapsed = state.begun ? (state.ended ?? now) - state.begun : 0;
    put(find("elapsed"), elapsed ? say("console.plan.since", { time: clock(elapsed) }) : "");
  }

  // The server notices the end when somebody asks; one asking for each turn is enough.
  #tellOver(state) {
    if (this.#told === state.turn + state.closes) return;
    this.#told = state.turn + state.closes;
    this.console.connection.command("time-over", { turn: state.turn });
  }
}
