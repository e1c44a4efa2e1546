// Makes what stands in a box fit it: in steps, so that a count that grows does not make the text
// breathe. What does not fit even when it is small scrolls: nothing is ever cut.
const STEPS = [1, 0.92, 0.84, 0.76, 0.69, 0.62, 0.56, 0.5, 0.45, 0.4, 0.36, 0.32, 0.28];

export function fit(box) {
  const scale = STEPS.find((step) => {
    box.style.setProperty("--scale", step);
    return box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;
  });
  box.classList.toggle("is-scrolled", scale === undefined);
}
