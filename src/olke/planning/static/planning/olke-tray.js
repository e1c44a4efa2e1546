// Narrows the claims in the tray while somebody types; without script the button does it.
class OlkeTray extends HTMLElement {
  connectedCallback() {
    const words = this.querySelector("#tray-words");
    if (!words) return;
    this.querySelector(".tray-search .btn").hidden = true;
    words.addEventListener("input", () => this.narrow(words.value));
    this.narrow(words.value);
  }

  narrow(text) {
    const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const claim of this.querySelectorAll(".tray-claims > li[data-drag]")) {
      const words = claim.textContent.toLocaleLowerCase();
      claim.hidden = !wanted.every((one) => words.includes(one));
    }
  }
}

customElements.define("olke-tray", OlkeTray);
