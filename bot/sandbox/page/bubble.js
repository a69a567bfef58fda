// One message as a phone shows it.

import { fileAddress } from "./api.js";
import { make } from "./dom.js";
import { icon } from "./icons.js";
import { map } from "./map.js";
import { words } from "./words.js";

// `hands` is what can be done with the message: tap, say, vote, menu.
export function bubble(message, bot, places, hands) {
  const side = message.by_bot ? "theirs" : "mine";
  const body = make("div", { class: "bubble", dir: "auto" }, quote(message), ...media(message, bot, places, hands), text(message, hands), stamp(message));
  return make(
    "li",
    { class: `message ${side} ${message.content}${said(message) ? "" : " wordless"}`, "data-id": message.message_id },
    body, reactions(message), actions(message, hands), keys(message, hands),
  );
}

export function said(message) {
  return message.text ?? message.caption ?? "";
}

export function day(seconds) {
  const date = new Date(seconds * 1000);
  if (date.toDateString() === new Date().toDateString()) return "Today";
  return date.toLocaleDateString(undefined, { day: "numeric", month: "long" });
}

function text(message, hands) {
  if (!said(message)) return null;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return make("div", { class: "words" }, words(said(message), entities, hands.say));
}

function stamp(message) {
  const at = new Date(message.date * 1000);
  const time = at.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return make(
    "span", { class: "stamp", dir: "ltr" },
    message.edit_date ? make("span", {}, "edited ") : null,
    make("time", { datetime: at.toISOString() }, time),
    message.by_bot ? null : make("span", { class: "ticks", "aria-label": "sent" }, "✓✓"),
  );
}

function quote(message) {
  const earlier = message.reply_to_message;
  if (!earlier) return null;
  const kind = earlier.photo ? "Photo" : earlier.location ? "Location" : "Message";
  return make("div", { class: "quote", dir: "auto" }, make("strong", {}, earlier.from.first_name), make("span", {}, said(earlier) || kind));
}

function media(message, bot, places, hands) {
  if (message.photo) {
    const size = message.photo.at(-1);
    const address = fileAddress(bot, size.file_id);
    const image = make("img", { src: address, width: size.width, height: size.height, alt: said(message) || "Photo" });
    return [make("a", { class: "picture", href: address, target: "_blank", rel: "noopener" }, image)];
  }
  if (message.location) return place(message.location, places);
  if (message.document) return [attachment("file", message.document.file_name || "File", size(message.document.file_size))];
  if (message.contact) return [attachment("person", message.contact.first_name, message.contact.phone_number)];
  if (message.voice) return [attachment("microphone", "Voice message", `0:0${message.voice.duration}`)];
  if (message.sticker) return [make("span", { class: "big", role: "img", "aria-label": `Sticker ${message.sticker.emoji}` }, message.sticker.emoji)];
  return message.poll ? poll(message, hands) : [];
}

function place({ latitude, longitude }, places) {
  const known = places.find(([, lat, lon]) => Math.abs(lat - latitude) < 1e-6 && Math.abs(lon - longitude) < 1e-6);
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const label = known ? [make("strong", {}, known[0]), make("span", {}, where)] : [make("span", {}, where)];
  return [map(latitude, longitude), make("div", { class: "place" }, ...label)];
}

function attachment(sign, title, detail) {
  const lines = make("span", {}, make("strong", {}, title), make("small", {}, detail));
  return make("div", { class: "attachment" }, make("span", { class: "sign", "aria-hidden": "true" }, icon(sign)), lines);
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function poll(message, hands) {
  const options = message.poll.options.map((option, at) =>
    make("button", { type: "button", class: option.voter_count ? "option chosen" : "option", onclick: () => hands.vote(message.message_id, [at]) }, option.text));
  return [make("div", { class: "poll" }, make("strong", {}, message.poll.question), ...options)];
}

function reactions(message) {
  const all = Object.values(message.reactions ?? {});
  return all.length ? make("span", { class: "reactions", "aria-label": `Reactions: ${all.join(" ")}` }, ...all) : null;
}

function actions(message, hands) {
  return make("button", {
    type: "button", class: "more", "aria-label": "Reply, react or edit", onclick: (event) => hands.menu(message, event.currentTarget),
  }, "⋯");
}

function keys(message, hands) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return make("div", { class: "keys" }, ...rows.map((row) => make("div", { class: "row" }, ...row.map((key) => button(key, message, hands)))));
}

function button(key, message, hands) {
  const safe = key.url && /^https?:/i.test(key.url);
  if (safe) return make("a", { class: "key link", href: key.url, target: "_blank", rel: "noopener noreferrer" }, key.text);
  return make("button", {
    type: "button", class: "key", dir: "auto", disabled: key.callback_data === undefined,
    onclick: (event) => hands.tap(message.message_id, key.callback_data, event.currentTarget),
  }, key.text);
}
