// Sends the page's forms without leaving it, and says what could not be done.
import { put } from "../screen.js";

const SHOWN_FOR = 8000;

export class Commands {
  #place;
  #say;
  #connection;
  #timer = 0;
  #busy = new Set();
  #standing = "";

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

  // Says what stays wrong until it is told to be well again.
  trouble(sentence) {
    this.#standing = sentence;
    this.#tell(sentence);
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
      const { sentence } = await response.json();
      this.#flash(sentence);
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
    this.#timer = setTimeout(() => this.#tell(this.#standing), SHOWN_FOR);
  }

  #tell(sentence) {
    put(this.#place, sentence);
    this.#place.hidden = !sentence;
  }
}
