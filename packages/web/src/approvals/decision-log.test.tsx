import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ApprovalsPage } from "./approvals.page.tsx";
import type { Logged } from "./decision-log.api.ts";

// A growing field measures itself again when fonts come in.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

const project = { ...acme, clientId: "0190-rosa" };
const AT = `/projects/${acme.id}`;
const dana = { id: "dana", name: "Dana Reyes" };
const sam = { id: "sam", name: "Sam" };

const answer = {
  person: dana,
  verdict: "chosen" as const,
  choice: "Mollie",
  words: "It takes SEPA.",
  way: "link" as const,
  through: null,
  at: "2026-06-03T09:00:00.000Z",
};

const decided: Logged = {
  id: "e1",
  kind: "question",
  audience: "client",
  number: 1,
  title: "Which provider?",
  question: "Which provider?",
  options: [
    { id: "1", text: "Stripe", days: 0, priceMinor: 0 },
    { id: "2", text: "Mollie", days: 3, priceMinor: 25_000 },
  ],
  rule: "any",
  deciders: [{ ...dana, delegate: null }],
  waitingFor: [],
  askedBy: sam,
  askedAt: "2026-06-01T09:00:00.000Z",
  opensAt: null,
  dueOn: "2026-06-10",
  state: "decided",
  isEstimated: true,
  outcome: "chosen",
  choice: "Mollie",
  closedAt: "2026-06-03T09:00:00.000Z",
  answers: [answer],
  reason: "",
  isRecorded: false,
  milestone: null,
  planVersion: null,
  rounds: [],
};

const wish: Logged = {
  ...decided,
  ...{ id: "w1", kind: "change", number: null, title: "A Spanish version", options: [], deciders: [] },
  ...{ state: "open", isEstimated: false, outcome: null, choice: null, closedAt: null, answers: [] },
  ...{ askedBy: dana, dueOn: null },
};

function open(entries: Logged[], replies: Record<string, unknown> = {}, at = "/p/acme/approvals"): Asked[] {
  const asked = fakeApi({
    [`GET ${AT}/approvals`]: { items: [] },
    [`GET ${AT}/decisions`]: ({ query }: Asked) => ({
      items: entries.filter(
        ({ kind, state }) => (query.get("kind") ?? kind) === kind && (query.get("state") ?? state) === state,
      ),
      nextCursor: null,
    }),
    [`GET ${AT}/people`]: {
      items: [
        { ...dana, kind: "contact", role: "approver", projectRole: null },
        { ...sam, kind: "member", role: "member", projectRole: "lead" },
      ],
    },
    ...replies,
  });
  renderPage(ApprovalsPage, { project, at, path: "/p/$projectKey/approvals" });
  return asked;
}

const entry = (name: string) => screen.findByRole("article", { name });

test("a decision says what was chosen, by whom, when and why; its answers unfold", async () => {
  open([decided]);
  const card = await entry("Which provider?");
  for (const text of ["Mollie", /^Dana Reyes, Wed .*Jun/, "It takes SEPA."])
    expect(within(card).getByText(text)).toBeTruthy();
  const title = within(card).getByRole("button", { name: "Which provider?" });
  expect(title.getAttribute("aria-expanded")).toBe("false");
  fireEvent.click(title);
  expect(await within(card).findByText("Mollie: 3 working days later, + €250")).toBeTruthy();
  expect(within(card).getByText("Stripe: no date moves, no effect on the price")).toBeTruthy();
});

test("a wish without days and price is the team's turn, above everything that was decided", async () => {
  open([wish, decided]);
  const turn = await screen.findByRole("region", { name: "Your turn" });
  const link = within(turn).getByRole("link", { name: "A Spanish version" });
  expect(link.getAttribute("href")).toBe("/p/acme/requests");
  expect(within(turn).getByText(/^Asked Mon .*Jun.* by Dana Reyes/)).toBeTruthy();
});

test("the address says what is looked for, and the server is asked for that", async () => {
  const asked = open([decided, wish], {}, "/p/acme/approvals?kind=change&state=all&q=spanish");
  expect(await entry("A Spanish version")).toBeTruthy();
  const searched = asked.find(({ query }) => query.get("q") === "spanish");
  expect([searched?.query.get("kind"), searched?.query.get("state")]).toEqual(["change", null]);
  const field = screen.getByRole("searchbox", { name: "Words in a decision" });
  fireEvent.change(field, { target: { value: "nothing" } });
  await waitFor(() => expect(asked.some(({ query }) => query.get("q") === "nothing")).toBe(true));
  const file = screen.getByRole("link", { name: "CSV" }).getAttribute("href");
  expect(file).toContain(`${AT}/decisions/file`);
  expect(file).toContain("kind=change&q=nothing");
});

test("what was decided in a call is written down with who, and read as not signed", async () => {
  const said = { ...answer, way: "member" as const, through: "Amara" };
  const asked = open([{ ...decided, answers: [said], isRecorded: true }], {
    [`POST ${AT}/decisions`]: decided,
  });
  expect(await screen.findByText("written down by Amara on their behalf, not signed")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Record a decision" }));
  const fill = (label: RegExp, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  fill(/What was the question/, "Who writes the texts?");
  fill(/What was decided/, "The bakery");
  fill(/Why, and how/, "In the call on Friday");
  fireEvent.click(screen.getByRole("combobox", { name: /Who decided/ }));
  const people = await screen.findByRole("listbox", { name: /Who decided/, hidden: true });
  fireEvent.click(within(people).getByRole("option", { name: "Dana Reyes", hidden: true }));
  fireEvent.click(screen.getByRole("button", { name: "Record" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
      question: "Who writes the texts?",
      outcome: "The bakery",
      words: "In the call on Friday",
      personId: "dana",
      milestoneId: null,
    }),
  );
});

test("nothing decided yet says what belongs here", async () => {
  open([]);
  expect(await screen.findByText("Nothing was decided yet")).toBeTruthy();
  expect(screen.queryByRole("searchbox")).toBeNull();
});
