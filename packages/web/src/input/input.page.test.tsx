import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import type { InputRound, Proposal, Readiness } from "./input.api.ts";
import { InputPage } from "./input.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

const project = { ...acme, clientId: "0190-rosa" };
const AT = `/projects/${acme.id}`;
const gaps: Readiness = {
  ready: false,
  items: [
    { code: "outcome", place: "plan", gaps: [] },
    { code: "scope", place: "plan", gaps: ["Nothing says what is out of scope."] },
  ],
};
const preview = {
  hash: "a".repeat(64),
  last: 1,
  draft: { clientText: "Here it is.", teamText: "" },
  recipients: [{ id: "dana", name: "Dana", role: "approver" }],
};
const round: InputRound = {
  id: "r1",
  projectId: acme.id,
  publication: 1,
  deadlineOn: "2026-06-05",
  words: "",
  gaps: [],
  gapsReason: "",
  by: { id: amara.person.id, name: "Amara" },
  at: "2026-06-01T09:00:00.000Z",
  heldUntil: "2026-06-01T09:02:00.000Z",
  closedAt: null,
  people: [{ id: "dana", name: "Dana", side: "client", openedAt: null, doneAt: null }],
};
const proposal: Proposal = {
  id: "o1",
  projectId: acme.id,
  roundId: "r1",
  milestone: { id: "m3", ref: "ACME-M3", title: "Content ready" },
  by: { id: "dana", name: "Dana" },
  at: "2026-06-02T09:00:00.000Z",
  words: "Our photographer is late",
  patch: { targetOn: "2026-06-19" },
  state: "open",
  answer: "",
  counter: null,
  answeredBy: null,
  answeredAt: null,
  revision: 1,
};
const effect = {
  fields: [{ field: "targetOn", from: "2026-06-12", to: "2026-06-19", workingDays: 5, calendarDays: 7 }],
  moves: [
    {
      milestoneId: "m4",
      ref: "ACME-M4",
      title: "Launch",
      from: "2026-06-26",
      to: "2026-07-03",
      workingDays: 5,
    },
  ],
  likelyOn: "2026-06-15",
  safeOn: "2026-06-18",
  openMinutes: 480,
  priceMinor: null,
  refusal: null,
};

function open(replies: Record<string, unknown>): Asked[] {
  const asked = fakeApi({
    [`GET ${AT}/input-rounds`]: { items: [] },
    [`GET ${AT}/proposals`]: { items: [] },
    [`GET ${AT}/input-readiness`]: gaps,
    [`GET ${AT}/publication-preview`]: preview,
    [`GET ${AT}/people`]: { items: [] },
    "GET /members": { items: [] },
    ...replies,
  });
  renderPage(InputPage, { project });
  return asked;
}

test("names what is missing with the way there, and sends with gaps only with a reason", async () => {
  const asked = open({ [`POST ${AT}/input-rounds`]: round });
  expect(await screen.findByText("Nothing says what is out of scope.")).toBeDefined();
  expect(screen.getByRole("link", { name: "Open the plan" }).getAttribute("href")).toContain("/plan");
  fireEvent.click(await screen.findByLabelText("Dana, of the client"));
  fireEvent.change(screen.getByLabelText("Answer by"), { target: { value: "2026-06-05" } });
  const send = screen.getByRole("button", { name: "Ask for input" });
  expect(send.hasAttribute("disabled")).toBe(true);
  fireEvent.change(screen.getByLabelText(/^Why it is sent/), { target: { value: "It follows on Monday" } });
  fireEvent.click(send);
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
      personIds: ["dana"],
      deadlineOn: "2026-06-05",
      gapsReason: "It follows on Monday",
      expectedHash: preview.hash,
      expectedLast: 1,
    }),
  );
});

test("a proposal is shown with its effect, and accepted into the draft", async () => {
  const asked = open({
    [`GET ${AT}/input-rounds`]: { items: [round] },
    [`GET ${AT}/proposals`]: { items: [proposal] },
    "POST /proposals/o1/effect": effect,
    "POST /proposals/o1/answer": { ...proposal, state: "accepted" },
  });
  const card = (await screen.findByText("ACME-M3 Content ready")).closest("li");
  if (!card) throw new Error("the proposal stands in a list");
  expect(await within(card).findByText(/ACME-M4 Launch moves along/)).toBeDefined();
  expect(within(card).getByRole("button", { name: "Decline" }).hasAttribute("disabled")).toBe(true);
  fireEvent.click(within(card).getByRole("button", { name: "Accept into the draft" }));
  await waitFor(() =>
    expect(asked.find(({ path }) => path.endsWith("/answer"))?.body).toEqual({
      verdict: "accepted",
      words: "",
    }),
  );
});

test("says who has opened the page and who has said all", async () => {
  open({ [`GET ${AT}/input-rounds`]: { items: [round] } });
  const table = await screen.findByRole("table", { name: "Who was asked" });
  expect(within(table).getAllByText("not yet")).toHaveLength(2);
});
