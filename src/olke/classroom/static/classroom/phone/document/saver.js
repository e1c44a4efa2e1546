// Keeps what is being typed: a moment after the last letter, when the field is left, when the page
// is hidden, and when the time is over. Nothing is sent that did not change.
const PAUSE = 1200;

export class Saver {
  #connection;
  #turn;
  #waiting = new Map(); // by place: {item, number, value(), timer}
  #known = new Map(); // by place: what was sent or shown last, as JSON

  constructor(connection, turn) {
    this.#connection = connection;
    this.#turn = turn;
    this.flush = this.flush.bind(this);
    addEventListener("pagehide", this.flush);
    document.addEventListener("visibilitychange", this.flush);
  }

  stop() {
    this.flush();
    removeEventListener("pagehide", this.flush);
    document.removeEventListener("visibilitychange", this.flush);
  }

  // What stands on the server: typing the same again sends nothing.
  knows(item, number, value) {
    if (!this.#waiting.has(place(item, number))) this.#known.set(place(item, number), JSON.stringify(value));
  }

  isDirty(item, number) {
    return this.#waiting.has(place(item, number));
  }

  get waits() {
    return this.#waiting.size > 0;
  }

  later(item, number, value) {
    const at = place(item, number);
    clearTimeout(this.#waiting.get(at)?.timer);
    const timer = setTimeout(() => this.now(item, number, value), PAUSE);
    this.#waiting.set(at, { item, number, value, timer });
    // A reload brings back what was not sent yet.
    this.#connection.draft(item, number, JSON.stringify(value()));
  }

  now(item, number, value) {
    const at = place(item, number);
    clearTimeout(this.#waiting.get(at)?.timer);
    this.#waiting.delete(at);
    this.#connection.draft(item, number, "");
    const told = value();
    const text = JSON.stringify(told);
    if (this.#known.get(at) === text) return;
    this.#known.set(at, text);
    this.#connection.send(item, number, told, this.#turn);
  }

  flush() {
    for (const { item, number, value } of [...this.#waiting.values()]) this.now(item, number, value);
  }

  // What is being typed is not sent: another has the pen.
  drop(item, number) {
    const at = place(item, number);
    clearTimeout(this.#waiting.get(at)?.timer);
    this.#waiting.delete(at);
    this.#connection.draft(item, number, "");
  }

  // What an earlier page left unsent.
  left(item, number) {
    const draft = this.#connection.draft(item, number);
    try {
      return draft ? JSON.parse(draft) : undefined;
    } catch {
      return undefined;
    }
  }
}

function place(item, number) {
  return `${item}/${number}`;
}
