// The plan: which activity and step are on, and the time each has taken.
import { clock, put } from "../screen.js";

const TICK = 1000;

export class Plan {
  constructor(console) {
    this.console = console;
    setInterval(() => console.state && this.#times(console.state), TICK);
  }

  show(state) {
    const rows = this.console.find("plan").children;
    [...rows].forEach((row, number) => this.#mark(row, number, state));
    this.#times(state);
  }

  #mark(row, number, { activity, step, phase, plan }) {
    const isNow = phase !== "lobby" && phase !== "ended" && number + 1 === activity.number;
    current(row, isNow);
    row.classList.toggle("is-done", plan[number].taken != null && !isNow);
    const steps = row.querySelectorAll(".plan-steps > li");
    steps.forEach((one, place) => current(one, isNow && place + 1 === step.number));
    for (const button of row.querySelectorAll("button")) button.disabled = phase === "ended";
  }

  #times({ plan }) {
    const now = this.console.connection.now();
    const rows = this.console.find("plan").children;
    [...rows].forEach((row, number) => {
      const { minutes, taken, since } = plan[number];
      const spent = (taken ?? 0) * 1000 + (since ? now - since : 0);
      const begun = taken != null || since;
      const planned = this.console.say("console.plan.minutes", { minutes });
      put(row.querySelector(".plan-time"), begun ? `${clock(spent)} / ${planned}` : planned);
      row.classList.toggle("is-long", minutes > 0 && spent > minutes * 60000);
    });
  }
}

function current(row, isNow) {
  if (isNow) row.setAttribute("aria-current", "step");
  else row.removeAttribute("aria-current");
}
