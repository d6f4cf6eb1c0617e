import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Adjustment } from "../lib/adjustments.ts";
import { listenForKeys } from "../lib/keyboard.ts";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { Notice, Preview, Publication } from "./publications.api.ts";
import { PublishPage } from "./publish.page.tsx";
import { PublishButton, ViewAsClient } from "./publish-button.tsx";
import { PublishingBar } from "./publishing-bar.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

const withClient = { ...acme, clientId: "0190-rosa" };
const AT = `/projects/${acme.id}`;

function aPreview(change: Partial<Preview> = {}): Preview {
  return {
    hash: "a".repeat(64),
    last: 1,
    changes: [
      {
        kind: "milestone",
        id: "m2",
        number: 2,
        title: "Content ready",
        change: "changed",
        fields: [
          { field: "targetOn", from: "2026-06-05", to: "2026-06-12", workingDays: 5, calendarDays: 7 },
          { field: "health", from: "on_track", to: "at_risk", workingDays: null, calendarDays: null },
        ],
      },
    ],
    count: 1,
    version: 2,
    recipients: [{ id: "dana", name: "Dana", role: "approver" }],
    team: [{ id: "jo", name: "Jo" }],
    teamOnly: [
      { id: "m5", ref: "ACME-M5", title: "Audit", targetOn: null, revision: 3 },
      { id: "m6", ref: "ACME-M6", title: "Server moved", targetOn: "2026-06-19", revision: 1 },
    ],
    blocked: null,
    held: null,
    draft: { clientText: "We adjusted M2 Content ready.", teamText: "We adjusted M2 Content ready." },
    ...change,
  };
}

function aPublication(change: Partial<Publication> = {}): Publication {
  return {
    id: "p1",
    projectId: acme.id,
    n: 1,
    at: "2026-06-01T09:00:00.000Z",
    heldUntil: "2026-06-01T09:02:00.000Z",
    by: { id: amara.person.id, name: "Amara" },
    clientText: "Here is our plan.",
    teamText: "First plan is out.",
    hash: "b".repeat(64),
    version: 1,
    ...change,
  };
}

const told = { sentAt: "2026-06-01T09:02:00.000Z", readAt: null, acknowledgedAt: null, questionedAt: null };
const dana = { id: "dana", name: "Dana", side: "client" as const, ...told, question: "", handedOverBy: null };
const jo = { ...dana, id: "jo", name: "Jo", side: "team" as const, mail: null };
const failed = { id: "mail1", state: "failed" as const, lastError: "No such mailbox", bouncedAt: null };

function aNotice(change: Partial<Notice> = {}): Notice {
  return {
    ...aPublication(),
    recipients: [
      { ...jo, acknowledgedAt: "2026-06-01T10:00:00.000Z" },
      { ...dana, mail: failed },
    ],
    acknowledged: 1,
    mine: null,
    ...change,
  };
}

const anAdjustment: Adjustment = {
  id: "a1",
  projectId: acme.id,
  milestoneId: "m2",
  ref: "ACME-M2",
  title: "Content ready",
  field: "date",
  changes: [{ field: "targetOn", from: "2026-06-05", to: "2026-06-12", workingDays: 5, calendarDays: 7 }],
  reasonCode: null,
  reason: "",
  because: null,
  by: { id: amara.person.id, name: "Amara" },
  at: "2026-06-02T09:00:00.000Z",
  reviewId: null,
  eventId: "e1",
  undoneAt: null,
  told: null,
};

function open(preview: Preview, replies: Record<string, unknown> = {}): Asked[] {
  const asked = fakeApi({
    [`GET ${AT}/publication-preview`]: preview,
    "GET /notices": { items: [aNotice()] },
    [`GET ${AT}/adjustments`]: { items: [] },
    [`GET ${AT}/people`]: { items: [] },
    ...replies,
  });
  renderPage(PublishPage, {
    at: "/p/acme/publish",
    path: "/p/$projectKey/publish",
    project: withClient,
    me: { ...amara, mailConfigured: true },
  });
  return asked;
}

const posted = (asked: Asked[]) => asked.filter(({ method }) => method !== "GET");

it("says what changes for the client, old beside new, who is told, and what came before", async () => {
  open(aPreview());
  const changes = within(await screen.findByRole("region", { name: "What changes for the client" }));
  expect(changes.getByText("M2 Content ready")).toBeDefined();
  expect(changes.getByText(/^Target: .*Jun 5.* → .*Jun 12.* \(5 working days later\)$/)).toBeDefined();
  expect(changes.getByText("Health: On track → At risk")).toBeDefined();
  const told = screen.getByRole("region", { name: "Who is told" });
  expect(told.textContent).toContain("Dana approver");
  expect(told.textContent).toContain("Jo");
  const before = await screen.findByText(/^1 · .* · Amara · plan version 1$/);
  expect(before.closest("li")?.textContent).toContain("Here is our plan.");
});

it("says who acknowledged and whom no mail has reached, and sends to that one again", async () => {
  const asked = open(aPreview(), { "POST /mails/mail1/send": {} });
  expect(await screen.findByText("1 of 2 acknowledged · 1 not reached by mail")).toBeDefined();
  expect(screen.getByText("The mail could not be sent: No such mailbox")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Send to Dana again" }));
  await waitFor(() => expect(posted(asked)).toMatchObject([{ path: "/mails/mail1/send" }]));
});

it("shows in which lines the two texts differ", async () => {
  open(aPreview());
  fireEvent.change(await screen.findByLabelText("For the team"), {
    target: { value: "We adjusted M2 Content ready.\nDana was on holiday." },
  });
  expect(
    (await screen.findByText("Dana was on holiday.", { selector: "li" })).closest("div")?.textContent,
  ).toBe("Only the team reads:Dana was on holiday.");
  expect(screen.getByText("Only the client reads: nothing beyond the other text.")).toBeDefined();
});

it("asks lightly why a promise was changed, and takes no answer for one", async () => {
  const asked = open(aPreview(), {
    [`GET ${AT}/adjustments`]: { items: [anAdjustment, { ...anAdjustment, id: "a2", milestoneId: "m3" }] },
    "PATCH /adjustments/a1": anAdjustment,
  });
  fireEvent.click(await screen.findByRole("button", { name: "Client input late" }));
  await waitFor(() =>
    expect(posted(asked)).toMatchObject([
      { path: "/adjustments/a1", body: { reasonCode: "client_input_late", reason: "" } },
    ]),
  );
  const leave = async () => fireEvent.click(await screen.findByRole("button", { name: "No reason needed" }));
  await leave();
  await leave();
  await waitFor(() =>
    expect(screen.queryByRole("complementary", { name: "Why was it changed?" })).toBeNull(),
  );
});

it("lets whoever was told acknowledge it or ask", async () => {
  const mine = { readAt: "2026-06-01T09:30:00.000Z", acknowledgedAt: null, questionedAt: null };
  const asked = open(aPreview(), {
    "GET /notices": { items: [aNotice({ mine })] },
    "POST /notices/p1/acknowledge": aNotice(),
    "POST /notices/p1/question": aNotice(),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Acknowledge" }));
  fireEvent.click(screen.getByRole("button", { name: "Ask about it" }));
  fireEvent.change(screen.getByLabelText("Your question"), { target: { value: "Does M3 follow?" } });
  fireEvent.click(screen.getByRole("button", { name: "Ask" }));
  await waitFor(() =>
    expect(posted(asked)).toMatchObject([
      { path: "/notices/p1/acknowledge" },
      { path: "/notices/p1/question", body: { words: "Does M3 follow?" } },
    ]),
  );
});

it("publishes exactly what was seen, in the words that were typed, from the keyboard too", async () => {
  const stop = listenForKeys();
  const asked = open(aPreview(), { [`POST ${AT}/publications`]: aPublication({ n: 2 }) });
  const words = await screen.findByLabelText("For the client");
  expect(words).toHaveProperty("value", "We adjusted M2 Content ready.");
  fireEvent.change(words, { target: { value: "One week more for M2." } });
  fireEvent.keyDown(words, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(posted(asked)).toHaveLength(1));
  expect(posted(asked)[0]?.body).toEqual({
    clientText: "One week more for M2.",
    teamText: "We adjusted M2 Content ready.",
    expectedHash: "a".repeat(64),
    expectedLast: 1,
  });
  expect(await screen.findByText("Publishing: the client reads it in two minutes")).toBeDefined();
  stop();
});

it("says that the plan moved meanwhile, reads it again and keeps the words", async () => {
  const refusal = new Refusal(409, { title: "Changed", detail: "The plan has changed since you looked." });
  const asked = open(aPreview(), { [`POST ${AT}/publications`]: refusal });
  fireEvent.change(await screen.findByLabelText("For the client"), { target: { value: "Ours" } });
  fireEvent.click(screen.getByRole("button", { name: "Publish" }));
  expect(await screen.findByText(/has changed since you looked/)).toBeDefined();
  const previews = () => asked.filter(({ path }) => path.endsWith("publication-preview"));
  await waitFor(() => expect(previews()).toHaveLength(2));
  expect(screen.getByLabelText("For the client")).toHaveProperty("value", "Ours");
});

it("shows milestones to the client one by one or all at once, with a way back", async () => {
  const patched = (id: string) => ({ id, title: "Audit", revision: 9 });
  const asked = open(aPreview({ blocked: "no-dated-milestone", changes: [], last: 0 }), {
    "PATCH /milestones/m5": patched("m5"),
    "PATCH /milestones/m6": patched("m6"),
  });
  expect(await screen.findByText(/Show at least one to the client, below/)).toBeDefined();
  expect(screen.getByRole("button", { name: "Publish" })).toHaveProperty("disabled", true);
  fireEvent.click(screen.getByRole("button", { name: "Show “Audit” to the client" }));
  await waitFor(() => expect(posted(asked).map(({ body }) => body)).toEqual([{ audience: "client" }]));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(posted(asked).at(-1)?.body).toEqual({ audience: "team" }));
  fireEvent.click(screen.getByRole("button", { name: "Show all to client" }));
  await waitFor(() => expect(posted(asked)).toHaveLength(4));
});

it("is no dead end where nothing has changed, nobody is told or somebody may not publish", async () => {
  open(aPreview({ changes: [], count: 0, version: null, recipients: [], blocked: "no-contact" }));
  expect(await screen.findByText(/Nothing has changed for the client/)).toBeDefined();
  const way = screen.getByRole("link", { name: "Give one of the client's people a part in it" });
  expect(way.getAttribute("href")).toBe("/p/acme/edit#people");
});

it("tells everybody that something is leaving, and stops it", async () => {
  const held = aPublication({ heldUntil: new Date(Date.now() + 100_000).toISOString() });
  const asked = fakeApi({
    [`GET ${AT}/publication-state`]: { count: 3, last: held, held },
    "POST /publications/p1/withdraw": undefined,
  });
  renderPage(() => <PublishingBar projectId={acme.id} />, { project: withClient });
  const bar = within(await screen.findByRole("complementary", { name: "Being published" }));
  expect(bar.getByText(/^Publishing at .* by Amara\./).textContent).toMatch(/1:(39|40)$/);
  fireEvent.click(bar.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(posted(asked)).toMatchObject([{ path: "/publications/p1/withdraw" }]));
});

it("counts in the head of the project what the client has not been told", async () => {
  fakeApi({ [`GET ${AT}/publication-state`]: { count: 3, last: null, held: null } });
  const Head = () => (
    <>
      <ViewAsClient project={withClient} milestone={2} />
      <PublishButton project={withClient} />
    </>
  );
  renderPage(Head, { project: withClient });
  const button = await screen.findByRole("link", { name: "Publish 3 changes not published" });
  expect(button.getAttribute("href")).toBe("/p/acme/publish");
  expect(screen.getByRole("link", { name: "View as client" }).getAttribute("href")).toBe(
    "/portal/birch/acme/m/2?as=client",
  );
});
