import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { Approval } from "./approvals.api.ts";
import { ApprovalsPage } from "./approvals.page.tsx";

// A growing field measures itself again when fonts come in.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

const project = { ...acme, clientId: "0190-rosa" };
const AT = `/projects/${acme.id}`;
const dana = { id: "dana", name: "Dana Reyes" };
const HASH = "a".repeat(64);

const approval: Approval = {
  id: "a1",
  projectId: acme.id,
  number: 1,
  kind: "question",
  round: 1,
  title: "Which provider?",
  question: "Which provider?",
  changed: "",
  rule: "any",
  dueOn: null,
  hash: HASH,
  state: "open",
  outcome: null,
  outcomeAt: null,
  opensAt: "2026-06-01T09:00:00.000Z",
  cancelledReason: "",
  acceptance: null,
  milestone: null,
  planVersionId: null,
  earlierId: null,
  askedBy: null,
  askedAt: "2026-06-01T09:00:00.000Z",
  waitingDays: 6,
  choices: [
    { id: "1", text: "Stripe", days: null, priceMinor: null },
    { id: "2", text: "Mollie", days: 3, priceMinor: null },
  ],
  people: [
    {
      person: dana,
      delegate: null,
      part: "decider",
      turn: true,
      mail: { state: "sent", error: null, at: "2026-06-01T09:01:00.000Z" },
      openedAt: "2026-06-02T09:00:00.000Z",
      commentedAt: null,
      nudgedAt: null,
      saidYesAt: null,
    },
  ],
  files: [],
  decisions: [],
  mayProve: true,
};

/** As the log has it: one entry, whose rounds are these. */
function logged(rounds: readonly Approval[]) {
  return {
    ...{ id: "entry", kind: "completion", audience: "client", number: 1, title: "Content ready" },
    ...{ question: "", options: [], rule: "any", deciders: [], waitingFor: [], askedBy: null },
    ...{ askedAt: approval.askedAt, opensAt: null, dueOn: null, state: "decided", isEstimated: true },
    ...{ outcome: "approved", choice: null, closedAt: null, answers: [], reason: "", isRecorded: false },
    ...{ milestone: null, planVersion: null },
    rounds: rounds.map(({ id, number, round }) => ({
      ...{ approvalId: id, number, round, outcome: null, closedAt: null, answers: [] },
    })),
  };
}

function open(approvals: Approval[], replies: Record<string, unknown> = {}): Asked[] {
  const past = approvals.filter(({ state }) => state === "decided");
  const asked = fakeApi({
    [`GET ${AT}/approvals`]: { items: approvals },
    [`GET ${AT}/decisions`]: ({ query }: Asked) => ({
      items: past.length > 0 && query.get("state") === "decided" ? [logged(past)] : [],
      nextCursor: null,
    }),
    [`GET ${AT}/people`]: { items: [{ ...dana, kind: "contact", role: "approver", projectRole: null }] },
    ...replies,
  });
  renderPage(ApprovalsPage, { project });
  return asked;
}

const sent = (asked: Asked[], method: string, path: string) =>
  asked.find((one) => one.method === method && one.path === path)?.body;

test("who was sent it, has opened it and is waited for stands in one row", async () => {
  open([approval]);
  const table = await screen.findByRole("table", { name: "Who is asked" });
  const row = within(table).getAllByRole("row")[1];
  expect(row?.textContent).toMatch(/Dana Reyes.*Jun.*Jun.*not yet.*not yet/);
  expect(screen.getByText("Waiting 6 working days")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Hand over/ })).toBeNull();
});

test("a nudge goes to the person, and a link can be handed over where the mail did not arrive", async () => {
  const [person] = approval.people;
  const failed = { state: "failed", error: "No such mailbox", at: "2026-06-01T09:01:00.000Z" };
  const asked = open([{ ...approval, people: person ? [{ ...person, mail: failed }] : [] }], {
    "POST /approvals/a1/nudges": null,
    "POST /approvals/a1/links": { address: "https://x.test/d/secret" },
  });
  fireEvent.click(await screen.findByRole("button", { name: "Nudge Dana Reyes" }));
  await waitFor(() => expect(sent(asked, "POST", "/approvals/a1/nudges")).toEqual({ personId: "dana" }));
  expect(screen.getByText("did not arrive: No such mailbox")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Hand over a link for Dana Reyes" }));
  expect(await screen.findByText("https://x.test/d/secret")).toBeTruthy();
});

test("what was said elsewhere is written down in its person's name, with how", async () => {
  const asked = open([approval], { "POST /approvals/a1/decisions-on-behalf": approval });
  fireEvent.click(await screen.findByRole("button", { name: "Record on behalf of" }));
  fireEvent.click(await screen.findByLabelText("Mollie"));
  fireEvent.change(screen.getByLabelText(/How and in which words/), { target: { value: "On the phone" } });
  fireEvent.click(screen.getByRole("button", { name: "Record" }));
  await waitFor(() =>
    expect(sent(asked, "POST", "/approvals/a1/decisions-on-behalf")).toEqual({
      personId: "dana",
      verdict: "chosen",
      choice: "2",
      words: "On the phone",
      hash: HASH,
    }),
  );
});

test("decisions stay in the log with who said what, by which way, also what was taken back", async () => {
  const said = {
    id: "d1",
    person: dana,
    verdict: "approved" as const,
    choice: null,
    words: "Fine",
    criteria: [],
    pins: [],
    hash: HASH,
    way: "member" as const,
    through: "Amara",
    at: "2026-06-03T09:00:00.000Z",
    takenBackAt: "2026-06-03T09:02:00.000Z",
  };
  open([{ ...approval, state: "decided", outcome: "approved", kind: "completion", decisions: [said] }]);
  fireEvent.click(await screen.findByRole("button", { name: "Content ready" }));
  expect(await screen.findByText(/written down by Amara, on their behalf/)).toBeTruthy();
  expect(screen.getByText(/^Taken back \w/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "New version" })).toBeNull();
});

test("changes that were asked for are the team's turn, until a newer version is out", async () => {
  const sentBack = { ...approval, kind: "files" as const, state: "decided" as const };
  const first = { ...sentBack, outcome: "changes_requested" as const, outcomeAt: approval.askedAt };
  open([first]);
  const turn = await screen.findByRole("region", { name: "Your turn" });
  expect(within(turn).getByRole("button", { name: "New version" })).toBeTruthy();
  cleanup();
  open([{ ...first, id: "a2", number: 2, state: "open", outcome: null, earlierId: "a1" }, first]);
  expect(await screen.findByRole("region", { name: "Waiting for a decision" })).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Your turn" })).toBeNull();
});

test("an internal project has nobody to ask", async () => {
  const nothing = { items: [], nextCursor: null };
  fakeApi({ [`GET ${AT}/approvals`]: nothing, [`GET ${AT}/decisions`]: nothing });
  renderPage(ApprovalsPage, { project: { ...acme, clientId: null } });
  expect(await screen.findByText(/there is no client to ask/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ask for a decision" })).toBeNull();
  expect(screen.getByRole("button", { name: "Record a decision" })).toBeTruthy();
});

test("what proves a decision can be had once it is decided: the record at once, the certificate when it is final", async () => {
  const said = {
    id: "d9",
    person: dana,
    verdict: "approved" as const,
    choice: null,
    words: "",
    criteria: [],
    pins: [],
    way: "link" as const,
    through: null,
    hash: HASH,
    at: new Date().toISOString(),
    takenBackAt: null,
  };
  const decided = { ...approval, state: "decided" as const, outcome: "approved" as const, decisions: [said] };
  open([
    { ...decided, id: "new", number: 2, outcomeAt: new Date().toISOString() },
    { ...decided, id: "old", number: 1, outcomeAt: "2026-06-01T09:00:00.000Z" },
  ]);
  fireEvent.click(await screen.findByRole("button", { name: "Content ready" }));
  const records = await screen.findAllByRole("link", { name: "Record to verify (JSON)" });
  expect(records).toHaveLength(2);
  const certificates = screen.getAllByRole("link", { name: "Certificate (PDF)" });
  expect(certificates.map((link) => link.getAttribute("href"))).toEqual([
    expect.stringContaining("/approvals/old/certificate.pdf"),
  ]);
});

test("points that were set on a picture are drawn on it, and stand in a list that says where", async () => {
  const [pin, other] = [
    { file: 1, x: 25, y: 75, words: "Too dark" },
    { file: 0, x: 99.5, y: 50, words: "" },
  ];
  const version = { fileId: "f2", n: 3 };
  const decision: Approval["decisions"][number] = {
    id: "d1",
    person: dana,
    verdict: "changes_requested",
    choice: null,
    words: "Almost",
    criteria: [],
    pins: [pin, other],
    hash: HASH,
    way: "link",
    through: null,
    at: "2026-06-02T09:00:00.000Z",
    takenBackAt: null,
  };
  const files = [
    { position: 0, name: "brief.pdf", mediaType: "application/pdf", version: { fileId: "f1", n: 1 } },
    { position: 1, name: "home.png", mediaType: "image/png", version },
  ];
  open([{ ...approval, kind: "completion", files, decisions: [decision] }]);
  const picture = await screen.findByRole("img", { name: "home.png, opens large" });
  expect(picture.getAttribute("src")).toContain("/files/f2/versions/3/preview");
  const dot = picture.nextElementSibling;
  expect([dot?.textContent, dot?.getAttribute("style")]).toEqual(["1", "left: 25%; top: 75%;"]);
  const list = screen.getByRole("list", { name: "Points on home.png" });
  expect(list.textContent).toBe("Too dark (at the bottom left)");
  expect(screen.getByRole("list", { name: "Points on brief.pdf" }).textContent).toBe(
    "No words (at the middle right)",
  );
  fireEvent.error(picture);
  expect(screen.getByText(/^The picture cannot be shown/)).toBeTruthy();
  expect(list.isConnected).toBe(true);
});

test("a yes by mail is told as what it is, and the link goes to who can confirm it", async () => {
  const people = approval.people.map((one) => ({ ...one, saidYesAt: "2026-06-03T09:00:00.000Z" }));
  const asked = open([{ ...approval, people }], { "POST /approvals/a1/nudges": () => undefined });
  expect(await screen.findByText("Dana Reyes wrote “approved” by mail")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Send Dana Reyes the link to confirm" }));
  await waitFor(() => expect(sent(asked, "POST", "/approvals/a1/nudges")).toEqual({ personId: "dana" }));
});
