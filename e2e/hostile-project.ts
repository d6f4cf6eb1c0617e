import type { Api } from "./account.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";
import { JO, join } from "./team.ts";

/** As many labels and links as one card can have. */
const FULL = 50;

interface Made {
  id: string;
}

export interface HostileProject {
  id: string;
  key: string;
  /** A card that carries every text in every list it has. */
  card: { id: string; ref: string };
  milestone: Made;
  template: Made;
}

/** A workspace in which every field that takes text holds the hostile ones. */
export async function fillWithHostileTexts(owner: Api): Promise<HostileProject> {
  const make = (path: string, body: unknown) => owner.call<Made>("POST", path, body);
  await nameWorkspace(owner);
  await namePeople(owner);
  const project = await make("/projects", { name: named(0), key: "EVIL", outcome: all() });
  const at = `/projects/${project.id}`;
  await owner.call("PATCH", at, { scopeIn: all(), scopeOut: all() }, { "if-match": '"r1"' });
  const milestone = await fillPlan(owner, at);
  const card = await fillBoard(owner, at, milestone);
  await join(owner.url, owner, { ...JO, name: named(16) }, project.id);
  await fillTalk(owner, project.id, milestone.id, card.id);
  await fillFiles(owner, card.id);
  await fillTrash(owner, at);
  return { id: project.id, key: "EVIL", card, milestone, template: await fillTemplate(owner) };
}

/** Names of the workspace's own things: one project, client, contact and procedure for each text. */
async function nameWorkspace(owner: Api): Promise<void> {
  const year = 2030;
  for (const [n, text] of HOSTILE_TEXTS.entries()) {
    const client = await owner.call<Made>("POST", "/clients", { name: text });
    await owner.call("POST", "/contacts", {
      name: text,
      email: `c${n}@example.test`,
      clientId: client.id,
    });
    const project = { name: text, key: `H${n}`, outcome: text, clientId: client.id };
    await owner.call("POST", "/projects", project);
    await owner.call("POST", "/procedures", { name: text, steps: [text] });
    const onDate = new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10);
    await owner.call("POST", "/holidays", { onDate, name: text });
    await owner.call("POST", "/days-off", { fromOn: onDate, toOn: onDate, reason: text });
  }
}

/** The owner, a member and the workspace itself are called something hostile; a mention mails such words. */
async function namePeople(owner: Api): Promise<void> {
  const me = await owner.call<{ revision: number }>("GET", "/me");
  await owner.call("PATCH", "/me", { name: named(12) }, { "if-match": `"r${me.revision}"` });
  const workspace = await owner.call<{ revision: number }>("GET", "/workspaces/current");
  const ifMatch = { "if-match": `"r${workspace.revision}"` };
  await owner.call("PATCH", "/workspaces/current", { name: named(44) }, ifMatch);
}

async function fillPlan(owner: Api, at: string): Promise<Made> {
  const make = (path: string, body: unknown) => owner.call<Made>("POST", path, body);
  const { person } = await owner.call<{ person: Made }>("GET", "/me");
  const milestones: Made[] = [];
  for (const [n, text] of HOSTILE_TEXTS.entries()) {
    const onDate = new Date(Date.UTC(2031, 0, 1 + n)).toISOString().slice(0, 10);
    const objective = await make(`${at}/objectives`, {
      statement: text,
      ourReason: text,
      clientReason: text,
      measure: text,
      unit: text.slice(0, 40).trim(),
      baseline: 1,
      target: 2,
    });
    const milestone = await make(`${at}/milestones`, {
      title: text,
      outcome: text,
      why: text,
      targetOn: onDate,
      ownerId: person.id,
    });
    milestones.push(milestone);
    await owner.call("PUT", `/milestones/${milestone.id}/objectives`, { objectiveIds: [objective.id] });
    await owner.call("PUT", `/milestones/${milestone.id}/roles`, {
      roles: [{ personId: person.id, role: "responsible", part: text }],
    });
    await make(`${at}/risks`, {
      title: text,
      chance: 50,
      impactLow: 1,
      impactLikely: 2,
      impactHigh: 3,
      trigger: text,
      response: text,
      milestoneIds: [milestone.id],
    });
    await make(`${at}/fixed-dates`, { title: text, onDate });
  }
  const [first] = milestones;
  if (!first) throw new Error("no texts");
  for (const text of HOSTILE_TEXTS) {
    await make(`/milestones/${first.id}/criteria`, { text });
    const deliverable = { title: text, kind: "text" };
    const { deliverables } = await owner.call<{ deliverables: Made[] }>(
      "POST",
      `/milestones/${first.id}/deliverables`,
      deliverable,
    );
    const at = `/deliverables/${deliverables.at(-1)?.id}/content`;
    await owner.call("PUT", at, { text }, { "if-match": '"r1"' });
  }
  return first;
}

async function fillBoard(owner: Api, at: string, milestone: Made): Promise<HostileProject["card"]> {
  const make = (path: string, body: unknown) => owner.call<HostileProject["card"]>("POST", path, body);
  const column = await make(`${at}/columns`, { name: named(12), category: "todo" });
  const labels: string[] = [];
  for (const text of HOSTILE_TEXTS) {
    const label = await make(`${at}/labels`, { name: text, color: "teal" });
    labels.push(label.id);
    const card = await make(`${at}/cards`, {
      title: text,
      body: text,
      columnId: column.id,
      milestoneId: milestone.id,
      labels: [label.id],
    });
    await owner.call("PUT", `/cards/${card.id}/blocked`, { reason: text });
    await make(`/cards/${card.id}/links`, linkTo(text));
  }
  const told = { title: named(44), body: all(), labels: labels.slice(0, FULL) };
  const card = await make(`${at}/cards`, { ...told, columnId: column.id });
  await make(`/cards/${card.id}/items`, { texts: HOSTILE_TEXTS, heading: named(1) });
  for (const text of HOSTILE_TEXTS.slice(0, FULL)) await make(`/cards/${card.id}/links`, linkTo(text));
  return card;
}

function linkTo(text: string): { url: string; title: string } {
  return { url: `https://a.test/${encodeURIComponent(text)}`, title: text };
}

async function fillTalk(owner: Api, projectId: string, milestoneId: string, cardId: string): Promise<void> {
  const subjects = [
    { kind: "card", id: cardId },
    { kind: "milestone", id: milestoneId },
    { kind: "project", id: projectId },
  ];
  for (const body of HOSTILE_TEXTS) await owner.call("POST", "/comments", { subject: subjects[0], body });
  for (const subject of subjects.slice(1)) await owner.call("POST", "/comments", { subject, body: all() });
  const { items } = await owner.call<{ items: Made[] }>("GET", `/mentionable?subject=card:${cardId}`);
  const mentions = items.map(({ id }) => id);
  await owner.call("POST", "/comments", { subject: subjects[0], body: all(), mentions });
}

async function fillFiles(owner: Api, cardId: string): Promise<void> {
  for (const name of HOSTILE_TEXTS) await upload(owner, cardId, { name, type: "text/plain", bytes: "x" });
}

async function fillTrash(owner: Api, at: string): Promise<void> {
  for (const title of HOSTILE_TEXTS.slice(0, 12)) {
    const card = await owner.call<Made>("POST", `${at}/cards`, { title });
    await owner.call("DELETE", `/cards/${card.id}`);
  }
}

/** A template comes as a file, so nobody here has typed what it says. */
async function fillTemplate(owner: Api): Promise<Made> {
  const texts = HOSTILE_TEXTS.slice(0, FULL);
  const template = {
    name: named(1),
    trade: named(12),
    summary: named(12),
    outcome: all().slice(0, 2_000),
    roles: texts.map((name, n) => ({ key: `role-${n}`, name, side: n === 0 ? "client" : "team" })),
    objectives: texts.map((text, n) => ({
      key: `objective-${n}`,
      statement: text,
      ourReason: text,
      clientReason: text,
      measure: { name: text, unit: text.slice(0, 80), baseline: 1, target: 2 },
      targetDay: null,
    })),
    milestones: texts.map(hostileMilestone),
    procedures: texts.map((name, n) => ({ key: `list-${n}`, name, steps: [name] })),
    links: [],
    fixedDate: { title: named(12), milestoneKey: "stone-0" },
  };
  const text = JSON.stringify({ format: "milepost-template", version: 1, template });
  const taken = await owner.call<{ template: Made; leftOut: object[] }>("POST", "/templates/imports", {
    text,
  });
  if (taken.leftOut.length > 0) throw new Error(JSON.stringify(taken.leftOut));
  return taken.template;
}

function hostileMilestone(text: string, n: number) {
  return {
    key: `stone-${n}`,
    title: text,
    outcome: text,
    why: text,
    clientPart: text,
    startDay: n,
    targetDay: n + 1,
    ownerRole: "role-1",
    approverRole: "role-0",
    objectiveKeys: [`objective-${n}`],
    criteria: [text],
    deliverables: [text],
    activities: [
      { title: text, low: 60, likely: 60, high: 60, roleKey: "role-1", procedureKey: `list-${n}` },
    ],
  };
}

export interface Sent {
  name: string;
  type: string;
  bytes: string | Uint8Array<ArrayBuffer>;
}

/** Hangs a file on a card, as the page's own form would. */
export async function upload(owner: Api, cardId: string, { name, type, bytes }: Sent): Promise<string> {
  const form = new FormData();
  form.set("subjectKind", "card");
  form.set("subjectId", cardId);
  form.set("audience", "team");
  form.set("file", new Blob([bytes], { type }), name);
  const headers = { cookie: owner.cookie };
  const answer = await fetch(`${owner.url}/api/v1/files`, { method: "POST", headers, body: form });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as Made).id;
}

function named(n: number): string {
  return HOSTILE_TEXTS[n] ?? "";
}

function all(): string {
  return HOSTILE_TEXTS.join("\n\n");
}
