// A field above a long list of ticks that hides what does not match; ticked ones always stay.
class OlkeFilter extends HTMLElement {
  connectedCallback() {
    const ticks = [...this.querySelectorAll(".tick")];
    if (this.input || ticks.length < 9) return;
    this.input = document.createElement("input");
    this.input.type = "search";
    this.input.setAttribute("aria-label", this.dataset.label);
    this.input.placeholder = this.dataset.label;
    this.input.addEventListener("input", () => {
      const wanted = this.input.value.trim().toLocaleLowerCase();
      for (const tick of ticks) {
        const keep = tick.querySelector("input").checked || tick.textContent.toLocaleLowerCase().includes(wanted);
        tick.hidden = !keep;
      }
    });
    // Enter would send the form before anything is ticked.
    this.input.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
    this.querySelector(".scroll-box").before(this.input);
  }
}

customElements.define("olke-filter", OlkeFilter);
