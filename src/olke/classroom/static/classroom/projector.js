// The projector: how to join, then what is on, large enough for the back row, never cut.
import { fit } from "./projector/fit.js";
import { Keys } from "./keys.js";
import { clock, keep, left, make, put, Screen } from "./screen.js";

const TICK = 250;
const SOON = 10000;
const GRACE = 1700;
const STICKERS = 12;

class OlkeProjector extends Screen {
  #told = "";

  prepare() {
    this.find = (name) => this.querySelector(`[data-${name}]`);
    // Whatever window has the focus, the presenter's buttons work.
    this.keys = new Keys({
      next: () => this.state?.next !== "end" && this.#send("advance", { at: this.state.at }),
      back: () => this.#send("back"),
    });
    setInterval(() => this.state && this.#tick(this.state), TICK);
    this.#prepareFullScreen();
    const refit = () => this.#fit();
    addEventListener("resize", refit);
    document.fonts?.ready.then(refit);
    // An element may go on drawing after it was shown a state.
    new ResizeObserver(refit).observe(this.stage);
  }

  show(state) {
    const { phase } = state;
    this.className = `projector is-${phase} has-${state.primitive}`;
    this.find("lobby").hidden = phase !== "lobby";
    this.find("end").hidden = phase !== "ended";
    this.find("act").hidden = phase === "lobby" || phase === "ended";
    const joined = this.say("projector.joined", { count: state.joined });
    put(this.find("joined"), joined);
    put(this.find("lobby-joined"), joined);
    this.#showPlace(state);
    this.#showAnswered(state);
    this.#showGroups(state);
    this.#showStanding(state);
    this.#tick(state);
    this.#fit();
  }

  showLine(line) {
    put(this.find("line"), line === "lost" || line === "ended" ? this.say("projector.lost") : "");
  }

  // Where the primitive draws what is asked itself, the step's title is small, in the top line; one
  // that has a heading of its own (heads) needs none above it.
  #showPlace({ activity, step, phase, show }) {
    const heads = Boolean(this.part?.heads);
    const drawn = heads || (Boolean(show?.item) && Boolean(this.part));
    const between = phase === "lobby" || phase === "ended";
    put(this.find("place"), between ? "" : drawn && !heads ? step.title : activity.title);
    put(this.find("title"), step.title);
    put(this.find("do"), step.do);
    this.find("act").classList.toggle("is-drawn", drawn);
    this.find("do").hidden = drawn || !step.do;
  }

  #showAnswered({ answered, phase }) {
    const shown = answered !== undefined && phase !== "ended" && phase !== "lobby";
    put(this.find("answered"), shown ? this.say("projector.answers", { count: answered }) : "");
  }

  #showGroups({ groups = [], primitive, phase }) {
    const list = this.find("groups");
    // The group assigner shows tables with names itself.
    list.hidden = !groups.length || primitive === "group-assigner" || phase === "lobby" || phase === "ended";
    const create = ({ number }) => {
      const row = make("li");
      row.append(sticker(number), make("span", "wall-points"));
      return row;
    };
    keep(list, groups, (one) => one.id, create, (row, { points }) => {
      put(row.lastElementChild, points || "");
    });
  }

  #showStanding({ phase, groups = [] }) {
    if (phase !== "ended") return;
    const order = [...groups].filter((one) => one.points).sort((a, b) => b.points - a.points);
    const create = ({ number }) => {
      const row = make("li");
      row.append(sticker(number), make("span"));
      return row;
    };
    keep(this.find("standing"), order, (one) => one.id, create, (row, { points }) => {
      put(row.lastElementChild, this.say("projector.points", { count: points }));
    });
  }

  #tick(state) {
    const rest = left(state, this.connection.now());
    const place = this.find("clock");
    place.hidden = rest === null;
    if (rest === null) return;
    const presses = state.hard || rest > 0; // what ends softly does not alarm anybody afterwards
    place.classList.toggle("is-soon", rest < SOON && presses && state.phase === "open");
    place.classList.toggle("is-paused", state.phase === "paused");
    put(place, rest <= 0 ? this.say("projector.over") : clock(rest));
    if (state.hard && state.phase === "open" && rest < -GRACE) this.#tellOver(state);
  }

  #tellOver({ turn, closes }) {
    const what = `${turn}/${closes}`;
    if (this.#told === what) return;
    this.#told = what;
    this.#send("time-over", { turn });
  }

  // What cannot be done now is said on the console; a projector shows no faults to the room.
  #send(name, data = {}) {
    this.connection.command(name, data).catch(() => {});
  }

  #fit() {
    fit(this.find("main"));
  }

  #prepareFullScreen() {
    const button = this.find("full");
    if (!document.fullscreenEnabled) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      else document.documentElement.requestFullscreen();
    });
    document.addEventListener("fullscreenchange", () => {
      put(button, this.say(document.fullscreenElement ? "projector.full.not" : "projector.full"));
      button.blur();
    });
  }
}

function sticker(number) {
  const badge = make("b", "sticker", number);
  badge.dataset.sticker = ((number - 1) % STICKERS) + 1;
  return badge;
}

customElements.define("olke-projector", OlkeProjector);
