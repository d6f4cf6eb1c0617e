import type { LiveMessage } from "@milepost/server/wire";
import { QueryClient } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { openLive } from "../../lib/live.ts";
import { aBoard, aCard } from "../../testing/board.ts";
import { board, full, parts, press } from "../../testing/board-page.tsx";
import { type Asked, fakeApi, Refusal } from "../../testing/fake-api.ts";
import { renderPage } from "../../testing/render-page.tsx";
import { CalendarPage } from "../calendar/calendar.page.tsx";
import { ListPage } from "./list.page.tsx";

const LIST = { ...parts, Cell: () => null };
const BASE = `/projects/${board.project.id}`;
const later = (title: string) => ({
  ...full(aCard("four", { number: 4, title, columnId: null })),
  place: "later",
});
const fields = [{ id: "size", name: "Size", kind: "text", choices: [], revision: 1 }];
const withFields = aBoard(board.cards, { fields: fields as never });
const DAYS = { holidays: [], freeWeekdays: [], away: [] };

let source: { onmessage: ((event: { data: string }) => void) | null } | null = null;

class Source extends EventTarget {
  static readonly CLOSED = 2;
  onmessage: ((event: { data: string }) => void) | null = null;

  constructor() {
    super();
    source = this;
  }

  close() {}
}

function open(replies: Record<string, unknown> = {}, { view = "list", search = "" } = {}) {
  vi.stubGlobal("EventSource", Source);
  openLive(new QueryClient());
  const asked = fakeApi({
    [`GET ${BASE}/board`]: withFields,
    [`GET ${BASE}/cards`]: { items: [later("Put off")], nextCursor: null },
    [`GET ${BASE}/card-values`]: { cards: { one: { size: "M" } } },
    [`GET ${BASE}/days`]: DAYS,
    "GET /saved-views": { items: [] },
    ...replies,
  });
  const Page = () => (view === "list" ? <ListPage parts={LIST} /> : <CalendarPage parts={parts} />);
  const page = renderPage(Page, { path: `/p/$projectKey/${view}`, at: `/p/acme/${view}${search}` });
  return { asked, ...page };
}

function hear(id: string, verb: LiveMessage["verb"]): void {
  const subject = { kind: "card", id };
  const message = { verb, subject, projectId: board.project.id, actorId: "jo", at: "2026-06-01T10:00:00Z" };
  source?.onmessage?.({ data: JSON.stringify(message) });
}

const read = (asked: Asked[]) => asked.map(({ path }) => path).filter((path) => path.startsWith(BASE));

it("reads only the card that somebody changed: its value, its name among those put off, and that it is gone", async () => {
  const detail = { checklist: [], values: [{ fieldId: "size", name: "Size", kind: "text", value: "XL" }] };
  const [one] = board.cards;
  const { asked } = open({
    "GET /cards/one": { ...full(one ?? aCard("one")), ...detail },
    "GET /cards/four": { ...later("Put off again"), ...detail, values: [] },
  });
  await screen.findByRole("row", { name: /Put off/ });
  await screen.findByText("M");
  asked.length = 0;
  hear("one", "card.valueChanged");
  await screen.findByText("XL");
  hear("four", "card.changed");
  await screen.findByRole("row", { name: /Put off again/ });
  fakeApi({});
  hear("four", "card.deleted");
  await waitFor(() => expect(screen.queryByRole("row", { name: /Put off/ })).toBeNull());
  expect(read(asked)).toEqual([]);
});

it("says what could not be read, and tries again; nothing is called empty before it has come", async () => {
  let answer: unknown = new Promise(() => {});
  const { unmount } = open({ [`GET ${BASE}/board`]: aBoard([]), [`GET ${BASE}/cards`]: () => answer });
  await screen.findByRole("heading", { name: "List" });
  await screen.findByRole("grid", { name: "Cards" });
  expect(screen.queryByText("No cards yet")).toBeNull();
  unmount();
  answer = new Refusal(500, { title: "Out of order" });
  const shown = open({ [`GET ${BASE}/cards`]: () => answer });
  await screen.findByText("The cards put off for later could not be read");
  answer = { items: [later("Put off")], nextCursor: null };
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByRole("row", { name: /Put off/ });
  expect(screen.queryByRole("alert")).toBeNull();
  shown.unmount();
  const refused = new Refusal(500, { title: "Out of order" });
  open({ [`GET ${BASE}/cards`]: refused, [`GET ${BASE}/days`]: refused }, { view: "calendar" });
  const notice = await screen.findByRole("alert");
  await within(notice).findByText(/the cards put off for later, holidays and who is away/);
});

it("keeps in the address which groups are folded", async () => {
  const { router, unmount } = open();
  await screen.findByRole("row", { name: /Put off/ });
  fireEvent.click(screen.getByRole("button", { name: "Doing" }));
  await waitFor(() => expect(router.state.location.search).toEqual({ fold: "doing" }));
  unmount();
  open({}, { search: "?fold=doing" });
  await screen.findByRole("row", { name: /Put off/ });
  expect(screen.queryByRole("link", { name: "Launch" })).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Doing" }));
  await screen.findByRole("link", { name: "Launch" });
});

it("peeks at a card of the calendar with the space bar, and closes it the same way", async () => {
  const dated = aCard("one", { number: 1, title: "Write copy", dueOn: "2026-06-03" });
  open({ [`GET ${BASE}/board`]: aBoard([dated]) }, { view: "calendar", search: "?on=2026-06-01" });
  (await screen.findByRole("link", { name: /Write copy/ })).focus();
  press(" ");
  await screen.findByText("Peeks at Write copy");
  press(" ");
  await waitFor(() => expect(screen.queryByText("Peeks at Write copy")).toBeNull());
});
