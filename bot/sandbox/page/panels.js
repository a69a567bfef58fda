// What opens above the typing box: things to attach, the bot's commands, what can be done with a message.

import { base64 } from "./api.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";

const STICKERS = ["👋", "👍", "🎉", "❤️", "😂", "🤔", "😡", "🙏"];
const REACTIONS = ["👍", "❤️", "🎉", "👎"];

export function attachPanel({ pictures, places, send }) {
  const file = make("input", {
    type: "file", accept: "image/*", multiple: true, class: "unseen", tabindex: "-1", "aria-hidden": "true",
    onchange: (event) => upload([...event.target.files], send),
  });
  return [
    section("Photo", make("div", { class: "thumbs" },
      ...pictures.map((name) => thumb(name, send)),
      make("button", { type: "button", class: "thumb pick", onclick: () => file.click() }, icon("upload"), "Upload"), file)),
    section("Location", make("div", { class: "chips" }, ...places.map((place) => spot(place, send))), coordinates(send)),
    section("Sticker", make("div", { class: "emojis" },
      ...STICKERS.map((emoji) => make("button", { type: "button", "aria-label": `Sticker ${emoji}`, onclick: () => send("sticker", { sample: emoji }) }, emoji)))),
    section("More", make("div", { class: "chips" },
      make("button", { type: "button", class: "chip", onclick: () => send("contact", { phone: "+15550100" }) }, "My phone number"),
      make("button", { type: "button", class: "chip", onclick: () => send("voice", {}) }, "Voice message"),
      make("button", { type: "button", class: "chip", onclick: () => send("album", { samples: pictures.slice(0, 3) }) }, "Album"))),
  ];
}

export function commandPanel(commands, say) {
  return commands.map(({ command, description }) =>
    make("button", { type: "button", class: "command-row", onclick: () => say(`/${command}`) },
      make("span", {}, description), make("code", {}, `/${command}`)));
}

export function messagePanel(message, { reply, react, edit }) {
  const mine = message.reactions?.person;
  const emojis = REACTIONS.map((emoji) =>
    make("button", { type: "button", "aria-pressed": String(mine === emoji), "aria-label": `React with ${emoji}`, onclick: () => react(mine === emoji ? "" : emoji) }, emoji));
  const own = !message.by_bot && (message.text ?? message.caption) !== undefined;
  return [
    make("div", { class: "emojis" }, ...emojis),
    make("div", { class: "chips" },
      make("button", { type: "button", class: "chip", onclick: reply }, "Reply"),
      own ? make("button", { type: "button", class: "chip", onclick: edit }, "Edit") : null),
  ];
}

function section(title, ...children) {
  return make("div", { class: "section" }, make("h3", {}, title), ...children);
}

function thumb(name, send) {
  const label = name.replaceAll("-", " ");
  const image = make("img", { src: `/page/samples/${name}.jpg`, alt: "" });
  return make("button", { type: "button", class: "thumb", "aria-label": `Sample: ${label}`, title: label, onclick: () => send("photo", { sample: name }) }, image);
}

function spot([name, lat, lon], send) {
  return make("button", { type: "button", class: "chip", onclick: () => send("location", { lat, lon }) }, icon("pin"), name);
}

function coordinates(send) {
  const lat = make("input", { "aria-label": "Latitude", placeholder: "Latitude", inputmode: "decimal", required: true });
  const lon = make("input", { "aria-label": "Longitude", placeholder: "Longitude", inputmode: "decimal", required: true });
  return make("form", {
    class: "coordinates",
    onsubmit: (event) => {
      event.preventDefault();
      send("location", { lat: number(lat.value), lon: number(lon.value) });
    },
  }, lat, lon, make("button", { class: "chip" }, "Send"));
}

function number(written) {
  const value = Number(written.trim().replace(",", "."));
  return Number.isFinite(value) && written.trim() ? value : written;
}

async function upload(files, send) {
  if (!files.length) return;
  const data = await Promise.all(files.map(base64));
  if (data.length === 1) send("photo", { base64: data[0] });
  else send("album", { base64: data.slice(0, 10) });
}
