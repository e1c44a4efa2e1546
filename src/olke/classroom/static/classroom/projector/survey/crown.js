// The shape of a tree: wood, leaves, and places for apples. The same arguments, the same tree.
// Leaves reach so far beyond the round in which apples hang.
const SWELL = 1.2;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

// branches: 1 is one round crown; more stand side by side, each with its own leaves. room: places on
// each. Returns leaves ({cx, cy, r}), wood (trunk and arms, paths), places by branch ({x, y}), size of an apple and
// marks ({x, y, number}), all within width and height.
export function crown(branches, room, width, height) {
  const foot = { x: width / 2, y: height - 12 };
  const balls = ballsOf(branches, width, height);
  const area = Math.PI * balls[0].rx * balls[0].ry;
  const size = Math.min(64, Math.max(9, Math.sqrt((area * 0.74) / room)));
  return {
    balls,
    size,
    leaves: balls.flatMap((ball) => leavesOf(ball)),
    wood: woodOf(balls, foot),
    places: balls.map((ball) => placesOf(ball, room, size)),
    marks: balls.map((ball, number) => ({ x: Math.round(ball.x), y: Math.round(ball.y + ball.ry + 6), number: number + 1 })),
  };
}

function ballsOf(branches, width, height) {
  if (branches === 1) return [{ x: width / 2, y: height * 0.4, rx: width * 0.41, ry: height * 0.33 }];
  // On an arc, the outer ones lower: as branches bend under their apples.
  const radius = Math.min(width / branches / (branches > 3 ? 1.95 : 2.2), height * 0.29);
  return Array.from({ length: branches }, (_, number) => {
    const side = branches > 1 ? (2 * number) / (branches - 1) - 1 : 0;
    const x = width / 2 + side * (width / 2 - radius * SWELL);
    const lift = branches > 3 ? (number % 2 ? -0.12 : 0.1) * height : 0;
    return { x, y: Math.max(radius * SWELL, height * (0.34 + 0.1 * side * side) + lift), rx: radius, ry: radius };
  });
}

function leavesOf({ x, y, rx, ry }) {
  const ring = Array.from({ length: 14 }, (_, n) => {
    const angle = (n / 14) * 2 * Math.PI;
    const swell = 0.86 + 0.06 * Math.sin(n * 2.4);
    return { cx: round(x + Math.cos(angle) * rx * swell), cy: round(y + Math.sin(angle) * ry * swell), r: round(Math.min(rx, ry) * (0.25 + 0.05 * Math.cos(n * 1.7))) };
  });
  return [{ cx: round(x), cy: round(y), r: round(Math.min(rx, ry) * 0.9) }, ...ring, ...fill(x, y, rx, ry)];
}

// A wide crown needs leaves in its middle as well.
function fill(x, y, rx, ry) {
  if (rx < ry * 1.2) return [];
  return [-0.55, -0.28, 0.28, 0.55].map((part) => ({ cx: round(x + rx * part), cy: round(y), r: round(ry * 0.82) }));
}

function woodOf(balls, foot) {
  const fork = foot.y - 120;
  const trunk = `M${foot.x - 62} ${foot.y}C${foot.x - 30} ${foot.y - 40} ${foot.x - 34} ${fork + 40} ${foot.x - 26} ${fork - 60}L${foot.x + 26} ${fork - 60}C${foot.x + 34} ${fork + 40} ${foot.x + 30} ${foot.y - 40} ${foot.x + 62} ${foot.y}Z`;
  const arms = balls.map(({ x, y, ry }) => {
    const end = y + ry * 0.2;
    const bend = fork - (fork - end) * 0.45;
    return `M${foot.x} ${fork + 10}C${foot.x} ${bend} ${x} ${bend + 40} ${x} ${end}`;
  });
  return { trunk, arms };
}

// A sunflower's seeds fill a round evenly; taken by a step that shares no divisor with their number,
// the first few are far from one another.
function placesOf({ x, y, rx, ry }, room, size) {
  const [wide, high] = [rx * 0.97 - size / 2, ry * 0.97 - size / 2];
  const seeds = Array.from({ length: room }, (_, n) => {
    const far = Math.sqrt((n + 0.5) / room);
    const angle = n * GOLDEN;
    return { x: x + Math.cos(angle) * wide * far, y: y + Math.sin(angle) * high * far };
  });
  const step = stepOf(room);
  return seeds.map((_, n) => seeds[(n * step + (room >> 1)) % room]);
}

function stepOf(room) {
  let step = Math.round(room * 0.382);
  while (divisor(step, room) !== 1) step += 1;
  return step;
}

function divisor(a, b) {
  return b ? divisor(b, a % b) : a;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
