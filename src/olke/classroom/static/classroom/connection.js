// One class's connection, shared by phone, projector and console: what the server shows, what this
// browser sends. docs/reference/classroom-protocol.md describes every frame.
//
// Events: "change" (state, own part or the fate of an answer), "line" (how the server is reached:
// connection.line), "trouble" ({code, sentence}, empty code: over), "bye" ({code, sentence}).
import { Clock } from "./connection/clock.js";
import { Line } from "./connection/line.js";
import { Outbox } from "./connection/outbox.js";

export const PROTOCOL = 1;
const AGAIN = 5000;
const LONGEST_AGAIN = 20000;

export class Connection extends EventTarget {
  state = null;
  farewell = null;
  #mine = {};
  #fates = new Map(); // by place: what became of the newest answer there
  #stream = "";
  #n = 0;
  #clock = new Clock();
  #line;
  #outbox;
  #options;
  #rounds = 0;
  #again = 0;

  // key of the class; audience: learner, projector or console; language of what is shown. A learner
  // has a seat; state, mine and now may come with the page, so that something is shown at once.
  constructor({ key, audience = "learner", language, seat = "", command = "", state, mine, now }) {
    super();
    this.#options = { key, audience, language, command };
    this.state = state ?? null;
    this.#mine = mine ?? {};
    if (now) this.#clock.guess(now);
    this.#outbox = new Outbox(`${key}/${seat || audience}`, () => this.#told());
    this.#line = new Line(addresses(key, audience), {
      hello: () => this.#hello(),
      ping: () => ({ type: "ping", sent: this.#measured() }),
      answers: () => this.#outbox.all().map(frameOf),
      frame: (frame) => this.#hear(frame),
      opened: () => this.#resend(),
      changed: () => this.dispatchEvent(new Event("line")),
    });
  }

  start() {
    this.#line.start();
    return this;
  }

  // connecting, live, polling, lost or ended.
  get line() {
    return this.#line.state;
  }

  // How many answers wait to be acknowledged, and whether they would survive a closed page.
  get waiting() {
    return this.#outbox.size;
  }

  get durable() {
    return this.#outbox.durable;
  }

  // Milliseconds since 1970 by the server's clock.
  now() {
    return this.#clock.now();
  }

  // What only this learner sees, with answers that the server has not shown back yet.
  get mine() {
    const answers = new Map((this.#mine.answers ?? []).map((one) => [placeOf(one), one]));
    for (const [place, fate] of this.#fates) {
      const known = answers.get(place);
      if (fate.refused || (known && known.edit >= fate.edit)) continue;
      const { turn, item, number, value, edit } = fate;
      answers.set(place, { state: "waiting", ...known, turn, item, number, value, edit, own: true });
    }
    return { ...this.#mine, answers: [...answers.values()] };
  }

  // The value of this learner's or group's answer at a place of the turn; undefined: none yet.
  value(item = "", number = 0, turn = this.state?.turn) {
    const place = placeOf({ turn, item, number });
    return this.mine.answers.find((one) => placeOf(one) === place)?.value;
  }

  // Puts an answer into the outbox, and sends it as soon and as often as need be.
  send(item, number, value, turn = this.state?.turn) {
    if (!turn) return null;
    const edit = this.#nextEdit(turn, item, number);
    const entry = { id: newId(), turn, item, number, value, edit, at: Date.now() };
    this.#outbox.put(entry);
    this.#fates.set(placeOf(entry), { ...entry, status: "sending" });
    this.#transmit(entry);
    this.#told();
    return entry.id;
  }

  // sending, kept, late, {refused: sentence, code, value}; undefined where nothing was sent.
  status(item = "", number = 0, turn = this.state?.turn) {
    const fate = this.#fates.get(placeOf({ turn, item, number }));
    if (fate) return fate.refused ? fate.refused : fate.status;
    const known = (this.#mine.answers ?? []).find(
      (one) => one.turn === turn && one.item === item && one.number === number,
    );
    return known && (known.late ? "late" : "kept");
  }

  // What is being typed at a place, kept through a reload. Without text: what was kept.
  draft(item, number, text) {
    const turn = this.state?.turn ?? 0;
    if (text === undefined) return this.#outbox.draft(turn, item, number) ?? "";
    this.#outbox.keepDraft(turn, item, number, text);
    return text;
  }

  // Posts a command of the teacher as its form would be; resolves to the server's answer.
  async command(name, data = {}) {
    const body = new FormData();
    body.set("name", name);
    for (const [field, value] of Object.entries(data)) body.append(field, value);
    const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    return fetch(this.#options.command, { method: "POST", body, headers });
  }

  #told() {
    this.dispatchEvent(new Event("change"));
  }

  #hello() {
    const { language } = this.#options;
    const known = this.#stream ? { stream: this.#stream, n: this.#n } : {};
    return { type: "hello", protocol: PROTOCOL, language, ...known };
  }

  #measured() {
    this.#clock.jumped();
    return Date.now();
  }

  #hear(frame) {
    switch (frame.type) {
      case "state":
        this.#clock.guess(frame.now);
        this.state = frame.state;
        [this.#stream, this.#n] = [frame.stream, frame.n];
        return this.#told();
      case "change":
        return this.#change(frame);
      case "mine":
        this.#mine = frame.mine;
        this.#forgetFates();
        return this.#told();
      case "ack":
        return this.#acknowledged(frame);
      case "refused":
        return this.#refused(frame);
      case "pong":
        return this.#clock.measure(frame.sent, frame.now);
      case "trouble":
        return this.dispatchEvent(new CustomEvent("trouble", { detail: frame }));
      case "bye":
        return this.#bye(frame);
      default:
        return undefined; // a newer server may say more
    }
  }

  #change(frame) {
    if (frame.stream === this.#stream && frame.n <= this.#n) return;
    if (frame.stream !== this.#stream || frame.since !== this.#n) {
      this.#line.say(this.#hello()); // something was missed: say what is known, hear the rest
      return;
    }
    this.#clock.guess(frame.now);
    this.state = merged(this.state, frame.patch);
    this.#n = frame.n;
    this.#told();
  }

  #acknowledged({ id, status, right }) {
    const entry = this.#outbox.get(id);
    this.#outbox.remove(id);
    const place = entry && placeOf(entry);
    const fate = this.#fates.get(place);
    if (entry && (!fate || fate.id === id)) {
      this.#fates.set(place, { ...entry, status, right });
      if (typeof entry.value === "string") this.#outbox.keepDraft(entry.turn, entry.item, entry.number);
    }
    this.#told();
  }

  #refused({ id, code, sentence }) {
    const entry = this.#outbox.get(id);
    this.#outbox.remove(id);
    if (!entry) return;
    const refused = { refused: sentence, code, value: entry.value };
    const place = placeOf(entry);
    const fate = this.#fates.get(place);
    if (!fate || fate.id === id) this.#fates.set(place, { ...entry, refused });
    this.dispatchEvent(new CustomEvent("refused", { detail: { ...entry, code, sentence } }));
    this.#told();
  }

  #bye(frame) {
    this.farewell = { code: frame.code, sentence: frame.sentence };
    this.#line.end();
    this.dispatchEvent(new CustomEvent("bye", { detail: this.farewell }));
  }

  #transmit(entry) {
    if (this.#line.isOpen) this.#line.say(frameOf(entry));
    else this.#line.hurry();
    this.#repeat();
  }

  // The line is open again: everything that waits goes out at once, also what an earlier page left.
  #resend() {
    for (const entry of this.#outbox.all()) {
      const place = placeOf(entry);
      if (!this.#fates.has(place)) this.#fates.set(place, { ...entry, status: "sending" });
      this.#line.say(frameOf(entry));
    }
    this.#rounds = 0;
    this.#repeat();
  }

  // What has no receipt is sent again: a server that is short of room takes nothing for a while.
  #repeat() {
    if (this.#again || !this.#outbox.size) return;
    const wait = Math.min(LONGEST_AGAIN, AGAIN * 2 ** this.#rounds) * (0.75 + Math.random() / 2);
    this.#again = setTimeout(() => {
      this.#again = 0;
      this.#rounds += 1;
      const old = Date.now() - AGAIN / 2;
      for (const one of this.#outbox.all()) if (!(one.at > old)) this.#line.say(frameOf(one));
      this.#repeat();
    }, wait);
  }

  #nextEdit(turn, item, number) {
    const place = placeOf({ turn, item, number });
    const known = (this.#mine.answers ?? []).filter((one) => placeOf(one) === place);
    const edits = [this.#fates.get(place), this.#outbox.find(turn, item, number), ...known];
    return Math.max(-1, ...edits.filter((one) => one && !one.refused).map((one) => one.edit)) + 1;
  }

  // The server has shown back what it keeps, or the class has gone on.
  #forgetFates() {
    const known = new Map((this.#mine.answers ?? []).map((one) => [placeOf(one), one]));
    for (const [place, fate] of this.#fates) {
      const shown = known.get(place);
      const isOver = fate.turn !== this.state?.turn && !this.#outbox.get(fate.id);
      if (isOver || (shown && shown.edit > fate.edit && !this.#outbox.get(fate.id))) {
        this.#fates.delete(place);
      }
    }
  }
}

function addresses(key, audience) {
  const as = audience === "learner" ? "" : `?as=${audience}`;
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  return {
    socket: `${scheme}//${location.host}/class/${key}/socket${as}`,
    state: `/class/${key}/state${as}`,
    answers: `/class/${key}/answers`,
  };
}

function placeOf({ turn, item, number }) {
  return `${turn}/${item}/${number}`;
}

function frameOf({ id, turn, item, number, value, edit }) {
  return { type: "answer", id, turn, item, number, value, edit };
}

// A UUID of version 4. Browsers make one themselves on secure addresses only, and a classroom's
// server has none of those.
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// JSON Merge Patch, RFC 7396: what a change says of a state. Nothing that was there is altered.
export function merged(target, patch) {
  if (!isObject(patch)) return patch;
  const result = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = merged(result[name], value);
  }
  return result;
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
