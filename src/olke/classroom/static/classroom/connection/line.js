// The line to the server: a WebSocket, asked again and again where it breaks, and plain requests
// from time to time where sockets do not come through at all.
const HELLO_WITHIN = 8000;
const PING_EVERY = 15000;
const PONG_WITHIN = 8000;
const PROBE_WITHIN = 3000;
const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 12000;
const FAILURES_UNTIL_POLLING = 3;
const POLL_EVERY = 2000;
const POLL_HIDDEN = 10000;
const MOST_ANSWERS = 100;
const SOCKET_AGAIN = 30000;

export class Line {
  #socket = null;
  #failures = 0;
  #polls = 0; // that failed, one after another
  #polling = false;
  #hurried = false;
  #timers = {};
  #ended = false;
  #triedSocket = 0;
  state = "connecting"; // connecting, live, polling, lost, ended

  // `addresses` has socket, state and answers; `peer` says hello(), ping() and answers(), hears
  // frame(frame), and is told when the line has opened() and when its state has changed().
  constructor(addresses, peer) {
    this.addresses = addresses;
    this.peer = peer;
  }

  start() {
    addEventListener("online", () => this.#now());
    addEventListener("offline", () => this.#probe());
    addEventListener("pageshow", () => this.#look());
    document.addEventListener("visibilitychange", () => this.#look());
    this.#open();
  }

  end() {
    this.#ended = true;
    this.#clear();
    this.#drop();
    this.#become("ended");
  }

  get isOpen() {
    return this.state === "live";
  }

  say(frame) {
    if (this.isOpen) this.#socket.send(JSON.stringify(frame));
  }

  // Something waits to be sent: where requests are made, make the next one now.
  hurry() {
    if (this.#polling) this.#hurried = true;
    else if (this.state === "polling") this.#after("poll", 100, () => this.#poll());
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.peer.changed();
  }

  #open() {
    if (this.#ended) return;
    this.#clear("again");
    this.#drop();
    this.#triedSocket = Date.now();
    let socket;
    try {
      socket = new WebSocket(this.addresses.socket);
    } catch {
      this.#failed();
      return;
    }
    this.#socket = socket;
    // Only what is heard proves it: some proxies open sockets and let nothing through.
    this.#after("hello", HELLO_WITHIN, () => this.#failed());
    socket.onopen = () => {
      for (const frame of [this.peer.hello(), this.peer.ping()]) socket.send(JSON.stringify(frame));
    };
    socket.onmessage = ({ data }) => this.#hear(socket, data);
    socket.onclose = socket.onerror = () => {
      if (socket === this.#socket) this.#failed();
    };
  }

  #hear(socket, data) {
    if (socket !== this.#socket) return;
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    this.#clear("pong");
    if (this.state !== "live" && frame.type !== "bye") this.#opened();
    this.peer.frame(frame);
  }

  #opened() {
    this.#failures = 0;
    this.#clear("hello", "poll");
    this.#become("live");
    this.peer.opened();
    this.#ping();
    for (const wait of [500, 1500]) setTimeout(() => this.#measure(), wait);
  }

  #measure() {
    if (this.isOpen) this.say(this.peer.ping());
  }

  #ping(within = PONG_WITHIN) {
    if (!this.isOpen) return;
    this.#measure();
    this.#after("pong", within, () => this.#failed());
    this.#after("ping", PING_EVERY, () => this.#ping());
  }

  // The device woke, or says that it has no network: is the line still there?
  #probe() {
    if (this.isOpen) this.#ping(PROBE_WITHIN);
  }

  #look() {
    if (document.visibilityState !== "visible" || this.#ended) return;
    if (this.isOpen) this.#probe();
    else this.#now();
  }

  #now() {
    if (this.isOpen) this.#probe();
    else if (!this.#ended && Date.now() - this.#triedSocket > 500) this.#open();
  }

  #failed() {
    if (this.#ended) return;
    this.#drop();
    this.#clear("hello", "ping", "pong");
    this.#failures += 1;
    if (this.state !== "polling") this.#become("lost");
    if (this.#failures >= FAILURES_UNTIL_POLLING && !this.#timers.poll) this.#poll();
    const wait = this.state === "polling" ? SOCKET_AGAIN : pause(this.#failures);
    this.#after("again", wait, () => this.#open());
  }

  async #poll() {
    if (this.#ended || this.#polling || this.isOpen) return;
    this.#polling = true;
    this.#hurried = false;
    const frames = await this.#exchange();
    this.#polling = false;
    if (this.#ended || this.isOpen) return;
    this.#polls = frames ? 0 : this.#polls + 1;
    this.#become(frames ? "polling" : "lost");
    for (const frame of frames ?? []) this.peer.frame(frame);
    if (!this.#ended) this.#after("poll", this.#rest(), () => this.#poll());
  }

  // Sends what waits and asks what is new; null where nobody answers.
  async #exchange() {
    try {
      const answers = this.peer.answers();
      const heard = answers.length ? await this.#post(answers) : [];
      return [...heard, ...(await this.#get())];
    } catch {
      return null;
    }
  }

  #rest() {
    const usual = document.visibilityState === "visible" ? POLL_EVERY : POLL_HIDDEN;
    if (this.#polls) return Math.max(usual, pause(this.#polls));
    return this.#hurried ? 100 : jittered(usual);
  }

  async #get() {
    const address = new URL(this.addresses.state, location.href);
    const hello = this.peer.hello();
    for (const name of ["protocol", "language", "stream", "n"]) {
      if (hello[name] !== undefined) address.searchParams.set(name, hello[name]);
    }
    return frames(await fetch(address, { cache: "no-store" }));
  }

  async #post(answers) {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify(answers.slice(0, MOST_ANSWERS));
    const address = new URL(this.addresses.answers, location.href);
    address.searchParams.set("language", this.peer.hello().language);
    return frames(await fetch(address, { method: "POST", headers, body }));
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    if (socket && socket.readyState < WebSocket.CLOSING) socket.close();
  }

  #after(name, wait, what) {
    this.#clear(name);
    this.#timers[name] = setTimeout(() => {
      this.#timers[name] = undefined;
      what();
    }, wait);
  }

  #clear(...names) {
    for (const name of names.length ? names : Object.keys(this.#timers)) {
      clearTimeout(this.#timers[name]);
      this.#timers[name] = undefined;
    }
  }
}

// A whole room that lost its server does not come back in one instant.
function pause(failures) {
  return jittered(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1)));
}

function jittered(wait) {
  return wait * (0.5 + Math.random());
}

async function frames(response) {
  const found = await response.json().catch(() => null);
  if (Array.isArray(found)) return found;
  throw new Error(`The server answers ${response.status}`);
}
