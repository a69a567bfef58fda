// Small line drawings.

import { draw } from "./dom.js";

const PATHS = {
  pin: "M12 21c-1.5-5-7-7.5-7-12a7 7 0 0 1 14 0c0 4.5-5.5 7-7 12zM12 6.5a2.5 2.5 0 1 0 .1 0",
  upload: "M12 16V5M7.5 9L12 4.5 16.5 9M5 15.5V19h14v-3.5",
  file: "M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5",
  person: "M12 4a4 4 0 1 0 .1 0M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6",
  microphone: "M12 3.5a2.8 2.8 0 0 0-2.8 2.8v5a2.8 2.8 0 0 0 5.6 0v-5A2.8 2.8 0 0 0 12 3.5zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
};

export function icon(name) {
  return draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: PATHS[name] }));
}
