// Suggestions under a text field, after the ARIA combobox pattern (list autocomplete, manual
// selection). Options come from data-source (JSON: {items: [{value, label, note}]}) or from the
// field's own <datalist>. Without script the field is a plain text field.
const DELAY = 150;

class OlkeCombobox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    if (!this.input || this.list) return;
    this.known = [...(this.input.list?.options ?? [])].map(({ value }) => ({ value, label: value }));
    this.input.removeAttribute("list");
    this.build();
    this.input.addEventListener("input", () => { this.say(""); this.ask(); });
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
  }

  build() {
    this.list = document.createElement("ul");
    this.list.id = `${this.input.id}-options`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.dataset.label);
    this.list.hidden = true;
    // Before the field loses the focus to the list.
    this.list.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
    this.status = document.createElement("output");
    this.status.className = "for-ears";
    this.append(this.list, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": this.list.id, autocomplete: "off",
    })) this.input.setAttribute(name, value);
  }

  ask() {
    clearTimeout(this.timer);
    this.request?.abort();
    const words = this.input.value.trim();
    if (!words) return this.close();
    this.timer = setTimeout(() => this.find(words), DELAY);
  }

  async find(words) {
    if (!this.dataset.source) {
      const small = words.toLocaleLowerCase();
      return this.show(this.known.filter(({ label }) => label.toLocaleLowerCase().includes(small)).slice(0, 12));
    }
    this.request = new AbortController();
    const address = new URL(this.dataset.source, location.href);
    address.searchParams.set("q", words);
    try {
      const answer = await fetch(address, { signal: this.request.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show((await answer.json()).items);
    } catch (fault) {
      // Typed on, or no connection: the field itself still works.
      if (fault.name !== "AbortError") this.close();
    }
  }

  show(items) {
    this.list.replaceChildren(...items.map((item, number) => this.option(item, number)));
    this.status.className = items.length ? "for-ears" : "";
    this.status.textContent = items.length ? items.length : this.dataset.none;
    this.expand(items.length > 0);
    this.mark(null);
  }

  option({ value, label, note }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.dataset.value = value;
    option.textContent = label ?? value;
    if (note) {
      const small = document.createElement("small");
      small.textContent = note;
      option.append(small);
    }
    return option;
  }

  press(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) this.move(event.key === "ArrowDown" ? 1 : -1); else this.find(this.input.value.trim());
    } else if (event.key === "Enter" && open && this.marked) {
      event.preventDefault();
      this.choose(this.marked);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      this.close();
    } else if (event.key === "Tab") this.close();
  }

  move(step) {
    const options = [...this.list.children];
    const place = options.indexOf(this.marked) + step;
    this.mark(options.at(place < -1 ? -1 : place % options.length) ?? null);
  }

  mark(option) {
    this.marked?.removeAttribute("aria-selected");
    this.marked = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(option) {
    this.input.value = option.dataset.value;
    // A key alone tells little: its name stands where the page's own hint stands.
    if (option.dataset.value !== option.firstChild.textContent) this.say(option.firstChild.textContent);
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  say(name) {
    const id = `${this.input.id}_helptext`;
    let hint = document.getElementById(id);
    if (!hint && name) {
      hint = document.createElement("p");
      hint.className = "hint";
      hint.id = id;
      this.before(hint);
      const described = this.input.getAttribute("aria-describedby");
      this.input.setAttribute("aria-describedby", described ? `${described} ${id}` : id);
    }
    if (hint && (name || this.dataset.source)) hint.textContent = name;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.expand(false);
    this.mark(null);
    this.status.textContent = "";
    this.status.className = "for-ears";
  }

  expand(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }
}

customElements.define("olke-combobox", OlkeCombobox);
