// What the shells of console and projector share: the setup that the page carries, the connection,
// the element of the primitive that is on, loaded when it is first needed.
import { Connection } from "./connection.js";
import { say } from "./words.js";

const AGAIN = 3000;

export class Screen extends HTMLElement {
  #part = null;
  #wanted = "";
  #drawn = 0;

  connectedCallback() {
    this.setup = JSON.parse(document.getElementById("setup").textContent);
    const { words, language } = this.setup;
    this.say = (key, values) => say(words, key, values, language);
    this.connection = new Connection(this.setup);
    this.prepare();
    this.connection.addEventListener("change", () => this.#soon());
    this.connection.addEventListener("line", () => this.showLine(this.connection.line));
    this.connection.addEventListener("trouble", ({ detail }) => this.showTrouble(detail));
    this.connection.addEventListener("bye", ({ detail }) => this.showBye(detail));
    this.connection.start();
    this.#draw();
    // Parts that come later are fetched while nobody waits for them.
    (window.requestIdleCallback ?? setTimeout)(() => this.#fetchAll());
  }

  get state() {
    return this.connection.state;
  }

  // What a shell does once, before anything is shown, and with every state.
  prepare() {}
  show() {}
  showLine() {}
  showTrouble() {}
  showBye() {}

  // Where the element of the primitive stands.
  get stage() {
    return this.querySelector("[data-stage]");
  }

  // The element of what is on now, null where it has none or is not loaded yet.
  get part() {
    return this.#part;
  }

  // What comes within one frame is drawn once.
  #soon() {
    if (this.#drawn) return;
    this.#drawn = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#drawn = 0;
    if (!this.state) return;
    this.#choose();
    if (this.#part) {
      const { connection, state } = this;
      const { words, language } = this.setup;
      this.#part.show({ state, mine: connection.mine, connection, words, language });
    }
    this.show(this.state);
  }

  // Puts the element of the primitive on the stage, or takes away what stands there.
  #choose() {
    const wanted = this.state.show ? this.state.primitive : "";
    if (wanted === this.#wanted && (this.#part || !wanted)) return;
    if (wanted !== this.#wanted) this.#part?.remove();
    if (wanted !== this.#wanted) this.#part = null;
    this.#wanted = wanted;
    const known = this.setup.parts[wanted];
    if (known?.js && !customElements.get(known.element)) this.#fetch(known);
    else if (known?.js) this.#place(known.element);
  }

  #place(name) {
    this.#part = document.createElement(name);
    this.stage.replaceChildren(this.#part);
  }

  async #fetch(part) {
    style(part.css);
    try {
      await import(part.js);
      if (this.setup.parts[this.#wanted] === part) this.#soon();
    } catch {
      setTimeout(() => this.#soon(), AGAIN); // the network is away: once more when it may be back
    }
  }

  async #fetchAll() {
    for (const part of Object.values(this.setup.parts)) {
      style(part.css);
      if (part.js) await import(part.js).catch(() => {});
    }
  }
}

function style(address) {
  if (!address || document.querySelector(`link[href="${address}"]`)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
}

// Milliseconds as 3:05, or 1:03:05 from an hour on.
export function clock(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest] = parts;
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

// Milliseconds that the open turn has left; null without a clock. Negative: over by so much.
export function left(state, now) {
  if (state.phase === "paused") return state.left ?? null;
  return state.phase === "open" && state.closes ? state.closes - now : null;
}

// Sets the text of an element only where it changed, so that nothing is read out or drawn twice.
export function put(element, text) {
  if (element && element.textContent !== String(text)) element.textContent = text;
}

export function make(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== "") element.textContent = text;
  return element;
}

// Keeps one child for each thing, in order, and moves only what is out of place.
export function keep(parent, things, keyOf, create, update) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let before = null;
  for (const thing of things) {
    const key = String(keyOf(thing));
    let child = known.get(key);
    known.delete(key);
    if (!child) {
      child = create(thing);
      child.dataset.key = key;
    }
    const place = before ? before.nextElementSibling : parent.firstElementChild;
    if (place !== child) parent.insertBefore(child, place);
    update(child, thing);
    before = child;
  }
  for (const gone of known.values()) gone.remove();
}
