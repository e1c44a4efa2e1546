// Sends the page's forms without leaving it, and says what could not be done.
import { put } from "../screen.js";

const SHOWN_FOR = 8000;

export class Commands {
  #place;
  #say;
  #connection;
  #timer = 0;
  #busy = new Set();
  #standing = new Map(); // what stays wrong, by what says so: the line, the server

  constructor(connection, say, place) {
    this.#connection = connection;
    this.#say = say;
    this.#place = place;
    this.#wrap();
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (!form.matches("form.command")) return;
      event.preventDefault();
      this.#submit(form, event.submitter);
    });
  }

  send(name, data = {}) {
    return this.#connection.command(name, data);
  }

  // Says what stays wrong until whoever said so tells that it is well again.
  trouble(from, sentence) {
    this.#standing.set(from, sentence);
    this.#tell(this.#wrong);
  }

  get #wrong() {
    return [...this.#standing.values()].find(Boolean) ?? "";
  }

  // Elements of primitives send commands themselves: what is refused is said here all the same, and
  // the same press twice is one.
  #wrap() {
    const send = this.#connection.command.bind(this.#connection);
    this.#connection.command = async (name, data = {}) => {
      const what = JSON.stringify([name, data]);
      if (this.#busy.has(what)) return null;
      this.#busy.add(what);
      try {
        return await this.#answered(send(name, data));
      } finally {
        this.#busy.delete(what);
      }
    };
  }

  async #answered(sending) {
    try {
      const response = await sending;
      if (response.ok) return response;
      const { code, sentence } = await response.json();
      // A press at the moment when time ran out: the button has changed its word by now.
      if (code !== "moved-on" || this.#connection.line !== "live") this.#flash(sentence);
    } catch {
      this.#flash(this.#say("console.failed"));
    }
    return null;
  }

  async #submit(form, submitter) {
    const { name, csrfmiddlewaretoken: _, ...data } = Object.fromEntries(new FormData(form, submitter));
    if (await this.send(name, data)) this.#clear(form);
  }

  #clear(form) {
    for (const field of form.querySelectorAll("input:not([type=hidden])")) field.value = field.defaultValue;
    form.closest("details")?.removeAttribute("open");
  }

  #flash(sentence) {
    this.#tell(sentence);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(this.#wrong), SHOWN_FOR);
  }

  #tell(sentence) {
    put(this.#place, sentence);
    this.#place.hidden = !sentence;
  }
}
