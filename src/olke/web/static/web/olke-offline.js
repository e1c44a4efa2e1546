// Shows its text while the server cannot be reached.
class OlkeOffline extends HTMLElement {
  connectedCallback() {
    addEventListener("offline", () => this.show(true));
    addEventListener("online", () => this.show(false));
    document.addEventListener("htmx:sendError", () => this.show(true));
    document.addEventListener("htmx:afterOnLoad", () => this.show(false));
    this.show(!navigator.onLine && !["localhost", "127.0.0.1"].includes(location.hostname));
  }

  show(lost) {
    this.hidden = !lost;
  }
}

customElements.define("olke-offline", OlkeOffline);
