// The server's clock on a device whose own may be wrong by an hour.
const KEPT = 9;
const JUMP = 1000;

export class Clock {
  #samples = [];
  #rough = null;
  #drift = Date.now() - performance.now();

  // Milliseconds since 1970 by the server.
  now() {
    return Date.now() + this.offset;
  }

  get offset() {
    if (!this.#samples.length) return this.#rough ?? 0;
    const sorted = this.#samples.map((one) => one.offset).sort((a, b) => a - b);
    return sorted[sorted.length >> 1];
  }

  // A ping came back: the server's clock stood at `now` somewhere between `sent` and here.
  measure(sent, now) {
    const here = Date.now();
    const took = here - sent;
    if (took < 0) return this.forget();
    this.#samples.push({ took, offset: now - (sent + here) / 2 });
    if (this.#samples.length > KEPT) this.#dropWorst();
  }

  // A state says when it was sent; good enough until a ping has come back.
  guess(now) {
    if (!this.#samples.length) this.#rough = now - Date.now();
  }

  // True where the device's own clock was set since, or the device slept: what was measured is void.
  jumped() {
    const drift = Date.now() - performance.now();
    const jumped = Math.abs(drift - this.#drift) > JUMP;
    this.#drift = drift;
    if (jumped) this.forget();
    return jumped;
  }

  forget() {
    if (this.#samples.length) this.#rough = this.offset;
    this.#samples = [];
  }

  #dropWorst() {
    const slowest = Math.max(...this.#samples.map((one) => one.took));
    const at = this.#samples.findIndex((one) => one.took === slowest);
    this.#samples.splice(at, 1);
  }
}
