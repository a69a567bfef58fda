// A message's text with what is bold, linked or code in it.

import { make } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function words(text, entities = [], onCommand = () => {}) {
  const root = document.createDocumentFragment();
  root.append(...nest(text, 0, text.length, [...entities].sort(outerFirst), onCommand));
  return root;
}

function outerFirst(one, other) {
  return one.offset - other.offset || other.length - one.length;
}

// Offsets count UTF-16 units, which is what a string index is here.
function nest(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(to, entity.offset + entity.length);
    const inner = others.filter((other) => other.offset < end);
    rest = others.filter((other) => other.offset >= end);
    if (entity.offset < at) continue;
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    nodes.push(wrap(entity, text.slice(entity.offset, end), nest(text, entity.offset, end, inner, onCommand), onCommand));
    at = end;
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function wrap(entity, plain, children, onCommand) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(plain, children);
    case "email":
      return link(`mailto:${plain}`, children);
    case "bot_command":
      return make("button", { type: "button", class: "command", onclick: () => onCommand(plain) }, ...children);
    case "spoiler":
      return make("button", {
        type: "button", class: "spoiler", "aria-label": "Hidden text",
        onclick: (event) => event.currentTarget.classList.add("seen"),
      }, ...children);
    default:
      return make(TAGS[entity.type] ?? "span", {}, ...children);
  }
}

// A bot may write any address; only harmless ones become links.
export function link(address, children) {
  const safe = /^(https?|mailto|tel):/i.test(address);
  if (!safe) return make("span", {}, ...children);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}
