// A drawn tile around a place: no network, but the same place always looks the same.

import { draw } from "./dom.js";

const WIDTH = 264;
const HEIGHT = 150;

export function map(lat, lon) {
  const dice = seeded(Math.round(lat * 2000) * 7919 + Math.round(lon * 2000));
  const turn = dice() * 50 - 25;
  const town = draw("g", { transform: `rotate(${turn} ${WIDTH / 2} ${HEIGHT / 2})` }, ...blocks(dice), ...streets(dice));
  return draw(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "map", role: "img", "aria-label": `Map of ${lat.toFixed(4)}, ${lon.toFixed(4)}` },
    draw("rect", { width: WIDTH, height: HEIGHT, class: "map-land" }), water(dice), town, pin(),
  );
}

function seeded(seed) {
  let state = Math.abs(seed) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function blocks(dice) {
  const found = [];
  for (let x = -60; x < WIDTH + 60; x += 44) {
    for (let y = -60; y < HEIGHT + 60; y += 36) {
      const kind = dice();
      const shape = { x: x + 4, y: y + 4, width: 36, height: 28, rx: 3 };
      if (kind < 0.14) found.push(draw("rect", { ...shape, class: "map-park" }));
      else if (kind < 0.62) found.push(draw("rect", { ...shape, width: 14 + dice() * 20, height: 12 + dice() * 14, class: "map-house" }));
    }
  }
  return found;
}

function streets(dice) {
  const found = [];
  for (let x = -60; x <= WIDTH + 60; x += 44) found.push(street(x, -90, x, HEIGHT + 90, dice() < 0.25));
  for (let y = -60; y <= HEIGHT + 60; y += 36) found.push(street(-90, y, WIDTH + 90, y, dice() < 0.25));
  return found;
}

function street(x1, y1, x2, y2, wide) {
  return draw("line", { x1, y1, x2, y2, class: wide ? "map-avenue" : "map-street" });
}

function water(dice) {
  const y = dice() < 0.5 ? 8 + dice() * 22 : HEIGHT - 8 - dice() * 22;
  const bend = dice() * 50 - 25;
  return draw("path", { d: `M-20 ${y} Q ${WIDTH / 2} ${y + bend} ${WIDTH + 20} ${y - bend / 2}`, class: "map-water" });
}

function pin() {
  const x = WIDTH / 2;
  const y = HEIGHT / 2 + 6;
  return draw(
    "g", {},
    draw("ellipse", { cx: x, cy: y + 1, rx: 7, ry: 2.5, class: "map-shadow" }),
    draw("path", { d: `M${x} ${y} c-3 -8 -13 -13 -13 -23 a13 13 0 0 1 26 0 c0 10 -10 15 -13 23z`, class: "map-pin" }),
    draw("circle", { cx: x, cy: y - 23, r: 5, class: "map-dot" }),
  );
}
