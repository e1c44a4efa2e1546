// Says what a mark is while the pointer is on it or the keyboard has reached it: value, time and
// citation. Everything it says is already the mark's own accessible name; without script the
// browser shows that as a plain tooltip.
class OlkeChart extends HTMLElement {
  connectedCallback() {
    if (this.tip) return;
    this.tip = document.createElement("div");
    this.tip.className = "chart-tip";
    this.tip.hidden = true;
    this.tip.setAttribute("aria-hidden", "true");
    this.append(this.tip);
    for (const kind of ["pointerover", "focusin"]) this.addEventListener(kind, (event) => this.show(event));
    for (const kind of ["pointerleave", "focusout"]) this.addEventListener(kind, () => this.hide());
    this.addEventListener("keydown", (event) => { if (event.key === "Escape") this.hide(); });
  }

  show(event) {
    const mark = event.target.closest?.("a.mark");
    if (!mark) return this.hide();
    const { value, when, what, cited } = mark.dataset;
    mark.querySelector("title")?.remove();  // else the browser's tooltip covers this one
    this.tip.replaceChildren(
      this.line("b", value ?? mark.getAttribute("aria-label")),
      ...[what, when].filter(Boolean).map((words) => this.line("span", words, true)),
      ...(cited ? [this.line("small", cited)] : []),
    );
    this.tip.hidden = false;
    this.place(mark);
  }

  line(tag, words, ends = false) {
    const element = document.createElement(tag);
    element.textContent = words;
    if (!ends) return element;
    const block = document.createElement("div");
    block.append(element);
    return block;
  }

  place(mark) {
    const box = this.getBoundingClientRect(), at = mark.getBoundingClientRect();
    const width = this.tip.offsetWidth, height = this.tip.offsetHeight;
    const left = at.left - box.left + at.width / 2 - width / 2;
    const above = at.top - box.top - height - 8;
    // Set through the object model, which a strict policy on style attributes allows.
    this.tip.style.left = `${Math.max(0, Math.min(left, box.width - width))}px`;
    this.tip.style.top = `${above < -40 ? at.bottom - box.top + 8 : above}px`;
  }

  hide() {
    this.tip.hidden = true;
  }
}

customElements.define("olke-chart", OlkeChart);
