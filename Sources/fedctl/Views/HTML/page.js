// Lays the page's report out. Every text of it is put in as text: nothing of a report is ever taken for
// markup, whatever clusters and files have called their things. A group's inside is made when it is
// opened, so that a thousand clusters open at once.
"use strict";
const report = JSON.parse(document.getElementById("report").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const signs = { create: "+", adopt: "@", update: "~", replace: "-/+", delete: "-", release: ">",
  none: "=", unknown: "?" };
const plan = report.plan, SVG = "http://www.w3.org/2000/svg";

function make(tag, attributes, ...children) {
  const node = tag.startsWith("svg:") ? document.createElementNS(SVG, tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "on") for (const [event, act] of Object.entries(value))
      node.addEventListener(event, act);
    else if (value !== null && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child !== null));
  return node;
}
const put = (id, ...nodes) => document.getElementById(id).replaceChildren(...nodes);
const count = (number, noun) => number + " " + noun + (number === 1 ? "" : "s");
const label = object => object.kind + " " + (object.namespace ? object.namespace + "/" : "")
  + object.name;

// The worst that happens to a cluster decides its colour; a sign says the same without colour.
const worst = ["delete", "replace", "adopt", "update", "release", "create", "none"];
function fate(cluster) {
  if (cluster.unknown) return "unknown";
  const group = plan.groups[cluster.group];
  if (!group) return "none";
  const actions = new Set(group.blocks.map(block => block.action));
  return worst.find(action => actions.has(action)) || "none";
}

function tile(cluster, x, y, width) {
  const kind = fate(cluster);
  const room = Math.floor((width - 24) / 7);
  const name = room < 3 ? "" : cluster.name.length > room ? cluster.name.slice(0, room - 1) + "…"
    : cluster.name;
  const open = () => show(cluster);
  return make("svg:g", { class: "tile " + kind, tabindex: 0, role: "button",
      "aria-label": cluster.name + ": " + words[kind],
      on: { click: open, keydown: event => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } } } },
    make("svg:title", null, cluster.name + ": " + words[kind]),
    make("svg:rect", { x, y, width, height: 30, rx: 6, class: kind }),
    make("svg:text", { x: x + 8, y: y + 20 }, signs[kind] + " " + name));
}

// How many tiles stand in a row, and how wide they are: of many clusters only the sign is shown, and the
// name where the reader points.
const grid = count => count > 120 ? [30, 30] : count > 48 ? [12, 90] : [8, 130];

// The hub above, its clusters in rows below it, and the bucket at the bottom.
function picture() {
  const [hub, ...others] = plan.clusters;
  const [most, width] = grid(others.length), gap = 10;
  const columns = Math.max(1, Math.min(most, others.length));
  const total = Math.max(columns * (width + gap) + gap, 560);
  const rows = Math.ceil(others.length / columns), top = 90;
  const left = (total - columns * (width + gap) + gap) / 2;
  const place = index => [left + index % columns * (width + gap),
    top + Math.floor(index / columns) * 40];
  const middle = total / 2, height = top + rows * 40 + (plan.bucket ? 70 : 20);
  const svg = make("svg:svg", { viewBox: "0 0 " + total + " " + height, width: total, class: "picture",
    role: "group", "aria-label": words.picture });
  const fed = new Set();
  plan.groups.forEach(group => group.blocks.forEach(block => {
    if (block.hand_offs.length) group.clusters.forEach(name => fed.add(name)); }));
  others.slice(0, columns).forEach((cluster, index) => {
    const [x, y] = place(index);
    svg.append(make("svg:line", { class: "edge", x1: middle, y1: 50, x2: x + width / 2, y2: y,
      "stroke-dasharray": fed.has(cluster.name) ? null : "2 4" })); });
  if (hub) svg.append(tile(hub, middle - 80, 20, 160));
  others.forEach((cluster, index) => { const [x, y] = place(index);
    svg.append(tile(cluster, x, y, width)); });
  if (plan.bucket) {
    const y = top + rows * 40 + 20;
    svg.append(make("svg:line", { class: "edge", x1: middle, y1: y - 14, x2: middle, y2: y }),
      make("svg:ellipse", { cx: middle, cy: y + 16, rx: 150, ry: 18, fill: "none",
        class: "edge" }),
      make("svg:text", { x: middle, y: y + 20, "text-anchor": "middle" },
        words.bucket + " " + plan.bucket.name + ": " + plan.bucket.action));
  }
  return svg;
}

function lines(all) {
  return make("pre", null, ...all.map(line => make("span", { class: line.fate },
    ({ added: "+ ", removed: "- ", kept: "  ", gap: "…" })[line.fate] + line.text)));
}
function who(share, shares) {
  return shares.length > 1 ? share.clusters.join(", ") + ": " : "";
}
function field(shares) {
  return make("div", null, ...shares.map(share => {
    const value = share.value;
    if (value.lines.length) return make("div", null,
      make("p", { class: "mono" }, who(share, shares) + value.path), lines(value.lines));
    const text = value.before === null ? "+ " + value.path + ": " + value.after
      : value.after === null ? "- " + value.path + ": " + value.before
      : "~ " + value.path + ": " + value.before + " → " + value.after;
    return make("p", { class: "mono" }, who(share, shares) + text);
  }));
}
function spread(shares, text, kind) {
  return make("div", null, ...shares.map(share =>
    make("p", { class: kind || "soft" }, who(share, shares) + text(share.value))));
}

// What is short enough to be read without being asked for.
const few = block => block.fields.length > 0 && block.fields.length <= 4 && plan.groups.length <= 3;
function block(block) {
  const names = block.objects.map(label);
  const first = names.slice(0, 3).join(", ") + (names.length > 3 ? " …" : "");
  const title = make("summary", null,
    make("span", { class: "sign " + block.action }, signs[block.action]),
    (names.length > 1 ? count(names.length, "object") + ": " : "") + first,
    block.consequence ? make("span", { class: "problem" }, "  " + block.consequence.message)
      : null);
  return make("details", { open: block.consequence || block.obstacles.length || few(block) ? "" : null }, title,
    make("div", { class: "inside" },
      names.length > 3 ? make("p", { class: "soft" }, names.join(", ")) : null,
      ...block.obstacles.map(all => spread(all, value => value.message, "problem")),
      ...block.notes.map(all => spread(all, value => value.message)),
      block.not_ready.length ? spread(block.not_ready, value => value.message) : null,
      ...block.fields.map(field),
      ...block.hand_offs.map(all => spread(all, value =>
        "< " + value.path + ": " + value.value + " ← " + label(value.from)))));
}

// What is made only when it is opened; paper cannot be opened.
const fills = [];
function group(group, place, named) {
  const title = group.clusters.length > 1
    ? group.clusters.length + " alike: " + (group.clusters.length < 4 ? group.clusters.join(", ")
      : group.clusters[0] + " … " + group.clusters[group.clusters.length - 1])
    : group.clusters[0];
  const sums = {};
  group.blocks.forEach(block =>
    sums[block.action] = (sums[block.action] || 0) + block.objects.length);
  const inside = make("div", { class: "inside" });
  const fill = () => { if (!inside.hasChildNodes()) inside.append(
    group.clusters.length > 1 ? make("p", { class: "soft" }, group.clusters.join(", ")) : "",
    ...group.blocks.filter(each => chosen(each, named)).map(block)); };
  fills.push(fill);
  const details = make("details", { id: "group-" + place, on: { toggle: fill } },
    make("summary", null, make("strong", null, title), "  ",
      ...Object.entries(sums).map(([action, sum]) =>
        make("span", { class: action }, " " + signs[action] + sum + " "))), inside);
  if (plan.groups.length <= 3) { fill(); details.open = true; }
  return details;
}

// Filters: an action, and a text that a name of a cluster or an object holds.
const filter = { action: "", text: "" };
function chosen(block, named) {
  return (!filter.action || block.action === filter.action) && (named || !filter.text
    || block.objects.some(object => label(object).toLowerCase().includes(filter.text)));
}
function groups() {
  fills.length = 0;
  const found = plan.groups.map((each, place) => {
    const named = !!filter.text
      && each.clusters.some(name => name.toLowerCase().includes(filter.text));
    return each.blocks.some(block => chosen(block, named)) ? group(each, place, named) : null;
  }).filter(node => node !== null);
  put("groups", ...(found.length ? found : [make("p", { class: "soft" }, words.nothing)]));
}
function show(cluster) {
  const target = document.getElementById("group-" + cluster.group);
  if (!target) return;
  target.open = true;
  target.scrollIntoView({ block: "start" });
  target.querySelector("summary").focus();
}

function matrix() {
  const rows = new Map();
  plan.groups.forEach((group, place) => group.blocks.forEach(block =>
    block.objects.forEach(object => {
      const key = label(object);
      if (!rows.has(key)) rows.set(key, {});
      rows.get(key)[place] = block.action;
    })));
  const head = plan.groups.map(group => group.clusters.length > 1
    ? group.clusters[0] + " … (" + group.clusters.length + ")" : group.clusters[0]);
  return make("div", { class: "scroll" }, make("table", null,
    make("thead", null, make("tr", null, make("th", null, words.object),
      ...head.map(name => make("th", { scope: "col" }, name)))),
    make("tbody", null, ...[...rows].map(([name, actions]) => make("tr", null,
      make("th", { scope: "row" }, name), ...plan.groups.map((_, place) =>
        make("td", { class: "sign " + (actions[place] || "") },
          actions[place] ? signs[actions[place]] : "")))))));
}

function outcome() {
  const failed = [...report.outcome.failed, ...report.outcome.not_ready];
  return failed.map(each => make("li", { class: "problem" },
    each.cluster + ": " + label(each) + ": " + each.message));
}
function status() {
  return report.status.clusters.map(cluster => {
    const waiting = cluster.objects.filter(object => object.state !== "ready");
    return make("details", { open: waiting.length || cluster.unknown ? "" : null },
      make("summary", null, make("strong", null, cluster.name), "  " + (cluster.unknown
        ? cluster.unknown.message : cluster.objects.length - waiting.length + "/"
        + cluster.objects.length)),
      make("div", { class: "inside" }, ...waiting.map(object => make("p", { class: "problem" },
        label(object) + ": " + (object.reason ? object.reason.message : object.state)))));
  });
}

const told = [...report.errors, ...report.deviations, ...(plan ? plan.dangers : [])];
if (told.length) put("dangers", make("ul", { class: "dangers" },
  ...told.map(danger => make("li", null, danger.message))));
if (report.warnings.length) put("warnings", make("ul", null,
  ...report.warnings.map(warning => make("li", { class: "soft" }, warning.message))));
if (report.outcome) put("outcome", make("ul", null, ...outcome()));
if (report.status) put("status", ...status());
if (plan) {
  document.getElementById("plan").hidden = false;
  put("picture", picture());
  const actions = document.getElementById("action");
  Object.keys(signs).filter(action => plan.counts[action]).forEach(action => actions.append(
    make("option", { value: action }, signs[action] + " " + words[action]
      + " (" + plan.counts[action] + ")")));
  actions.addEventListener("change", () => { filter.action = actions.value; groups(); });
  const text = document.getElementById("text");
  text.addEventListener("input", () => { filter.text = text.value.trim().toLowerCase();
    groups(); });
  groups();
  const whole = document.getElementById("matrix");
  whole.addEventListener("toggle", () => { if (whole.open && whole.children.length < 2)
    whole.append(matrix()); });
  window.addEventListener("beforeprint", () => {
    fills.forEach(fill => fill());
    document.querySelectorAll("#groups details").forEach(details => details.open = true);
  });
}
