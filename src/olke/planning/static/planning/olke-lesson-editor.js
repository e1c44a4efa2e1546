// Keeps what is typed, sums minutes, undoes, and sends the form's buttons without leaving the page.
// The server draws every state; without script each button is an ordinary form.
const KEEP_AFTER = 3000;
const MOST_STATES = 60;
const BEACON = 60000; // browsers send no more than 64 KiB while a page closes

class OlkeLessonEditor extends HTMLElement {
  connectedCallback() {
    this.past = [];
    this.future = [];
    this.dirty = this.dataset.typed === "yes";
    this.attach();
    this.addEventListener("submit", (event) => this.submit(event));
    this.addEventListener("input", (event) => this.typed(event));
    this.addEventListener("change", () => this.settle());
    // On the document: after a redrawing nothing on the page need have the focus.
    document.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("focusin", (event) => { this.began = event.target.value; });
    this.addEventListener("olke-drop", (event) => this.send(event.detail.do));
    addEventListener("visibilitychange", () => { if (document.hidden) this.keep(true); });
    addEventListener("beforeunload", (event) => { if (this.unkept) event.preventDefault(); });
  }

  get form() { return this.querySelector("form"); }

  attach() {
    this.form.querySelector("[data-undo]").addEventListener("click", () => this.travel(this.past, this.future));
    this.form.querySelector("[data-redo]").addEventListener("click", () => this.travel(this.future, this.past));
    for (const button of this.form.querySelectorAll("[data-undo], [data-redo], .grip")) button.hidden = false;
    this.now = this.state();
    this.buttons();
    this.sum();
  }

  // A state is what the form would send, without its token and what is only for the tray.
  state(submitter) {
    return [...new FormData(this.form, submitter)].filter(([name]) => name !== "csrfmiddlewaretoken");
  }

  typed(event) {
    if (event.target.closest(".tray")) return;
    this.dirty = this.unkept = true;
    this.say(this.dataset.unsaved);
    if (/-minutes$|^minutes$/.test(event.target.name)) this.sum();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.settle(); this.keep(); }, KEEP_AFTER);
  }

  // Remembers the state before what was typed, once typing pauses.
  settle() {
    const state = this.state();
    if (same(state, this.now)) return;
    this.remember();
    this.now = state;
  }

  remember() {
    this.past.push(this.now);
    if (this.past.length > MOST_STATES) this.past.shift();
    this.future.length = 0;
    this.buttons();
  }

  buttons() {
    this.form.querySelector("[data-undo]").disabled = !this.past.length;
    this.form.querySelector("[data-redo]").disabled = !this.future.length;
  }

  press(event) {
    const field = event.target.closest("input, textarea, select");
    if (event.key === "Enter" && field?.matches("input") && this.contains(field)) {
      event.preventDefault();
      if (field.closest(".tray-search")) this.send("find:");
      return;
    }
    if (event.target.matches(".grip") && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      const path = event.target.closest("[data-path]").dataset.path;
      this.send(`${event.key === "ArrowUp" ? "up" : "down"}:${path}`, ".grip");
      return;
    }
    const undoing = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase();
    if (undoing === "s") {
      event.preventDefault();
      this.form.querySelector(".bar [name=do][value=save]").click();
    } else if (undoing === "z" || undoing === "y") {
      // A field undoes its own typing; the page goes on where nothing of that is left.
      if (field && field.value !== this.began) return;
      event.preventDefault();
      this.settle();
      if (undoing === "z" && !event.shiftKey) this.travel(this.past, this.future);
      else this.travel(this.future, this.past);
    }
  }

  submit(event) {
    const does = event.submitter?.name === "do" ? event.submitter.value : "save";
    if (does === "save" || does === "discard") {
      this.unkept = false;
      return;
    }
    event.preventDefault();
    this.send(does);
  }

  async send(does, focus = "") {
    const before = this.state();
    const changes = !/^(show|find):/.test(does);
    const body = this.body(before);
    body.set("do", does);
    if (!(await this.replace(body, focus)) || !changes) return;
    if (same(this.now, before)) return;
    this.past.push(before);
    this.future.length = 0;
    this.dirty = true;
    this.buttons();
  }

  async replace(body, focus = "") {
    clearTimeout(this.timer);
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(this.form.action, { method: "POST", body, headers: { "X-Olke-Fragment": "1" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      this.draw(await answer.text(), focus);
      this.unkept = false;
      return true;
    } catch {
      this.say(this.dataset.lost);
      return false;
    } finally {
      this.removeAttribute("aria-busy");
    }
  }

  draw(text, focus) {
    const open = [...this.querySelectorAll("details[open]")].map(mark).filter(Boolean);
    const scrolled = this.querySelector(".tray")?.scrollTop ?? 0;
    const typedInTray = this.querySelector("#tray-words")?.value;
    const chosen = ["into", "to"].map((id) => this.querySelector(`#${id}`)?.value);
    const holder = document.createElement("template");
    holder.innerHTML = text;
    this.replaceChildren(holder.content);
    for (const details of this.querySelectorAll("details")) if (open.includes(mark(details))) details.open = true;
    const words = this.querySelector("#tray-words");
    if (words && typedInTray) words.value = typedInTray;
    ["into", "to"].forEach((id, number) => {
      const select = this.querySelector(`#${id}`);
      if (chosen[number] && select?.querySelector(`[value="${CSS.escape(chosen[number])}"]`)) select.value = chosen[number];
    });
    this.attach();
    this.querySelector(".tray").scrollTop = scrolled;
    this.lead(this.form.dataset.focus, focus);
    this.dispatchEvent(new CustomEvent("olke-drawn", { bubbles: true }));
  }

  lead(name, within) {
    const row = name && document.getElementById(`r-${name}`);
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    const field = row.querySelector(within || ":scope > details[open] textarea, :scope input:not([type=hidden]), :scope textarea");
    (name === "tray" ? document.getElementById("tray-words") : field ?? row)?.focus({ preventScroll: true });
  }

  async travel(from, to) {
    if (!from.length) return;
    const state = from.pop();
    to.push(this.now);
    if (sameNames(state, this.now)) this.fill(state);
    else {
      const body = this.body(state);
      body.set("do", "show:");
      await this.replace(body);
    }
    this.now = this.state();
    this.dirty = this.unkept = true;
    this.buttons();
    this.sum();
    this.keep();
  }

  fill(state) {
    const values = new Map();
    for (const [name, value] of state) values.set(name, [...(values.get(name) ?? []), value]);
    for (const field of this.form.elements) {
      const wanted = values.get(field.name);
      if (!wanted || field.type === "hidden" || field.type === "submit") continue;
      if (field.type === "checkbox") field.checked = wanted.includes(field.value);
      else if (field.value !== wanted[0]) { field.value = wanted[0]; field.scrollIntoView({ block: "nearest" }); }
    }
  }

  body(state) {
    const body = new URLSearchParams(state);
    // The version this page began from, whatever an older state says.
    body.set("revision", this.form.elements.revision.value);
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    return body;
  }

  async keep(leaving = false) {
    clearTimeout(this.timer);
    if (!this.unkept) return;
    const body = this.body(this.state());
    const options = { method: "POST", body, keepalive: leaving && String(body).length < BEACON };
    try {
      const answer = await fetch(this.dataset.keep, options);
      if (!answer.ok) throw new Error(answer.status);
      const { said, newest } = await answer.json();
      this.unkept = false;
      const late = newest > Number(this.form.elements.revision.value);
      this.say(late ? `${said}. ${this.dataset.again}` : said);
    } catch {
      this.say(this.dataset.lost);
      this.timer = setTimeout(() => this.keep(), KEEP_AFTER * 3);
    }
  }

  say(words) { this.form.querySelector("[data-status]").textContent = words; }

  sum() {
    const minutes = (scope) => [...scope.querySelectorAll(".activity-head input[name$='-minutes']")]
      .reduce((sum, field) => sum + (parseInt(field.value, 10) || 0), 0);
    for (const stage of this.form.querySelectorAll(".stage-edit")) {
      stage.querySelector("[data-stage-sum]").textContent = minutes(stage) || "";
    }
    const planned = minutes(this.form);
    const length = this.form.elements.minutes.value;
    this.form.querySelector("[data-sum]").textContent = planned;
    this.form.querySelector("[data-length]").textContent = length;
    this.form.querySelector("[data-off]").hidden = String(planned) === length.trim();
  }
}

const mark = (details) => {
  const row = details.closest("[id]");
  const number = row ? [...row.querySelectorAll("details")].indexOf(details) : -1;
  return row ? `${row.id}/${number}` : "";
};
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const sameNames = (one, other) => {
  // Hidden fields say what a row was: another one is another row.
  const rows = (state) => JSON.stringify(state.map(([name, value]) => (/(^|-)was$/.test(name) ? [name, value] : name)));
  return rows(one) === rows(other);
};

customElements.define("olke-lesson-editor", OlkeLessonEditor);
