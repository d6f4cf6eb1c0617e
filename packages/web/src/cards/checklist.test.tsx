import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { CardDetail } from "../lib/board-query.ts";
import { undoLast } from "../lib/undo.tsx";
import { aBoard, aCard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme, amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { Checklist } from "./checklist.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
beforeEach(() => localStorage.clear());

const card: CardDetail = {
  ...aCard("k1"),
  projectId: acme.id,
  ref: "ACME-1",
  place: "board",
  archivedAt: null,
  blockedReason: null,
  createdAt: "2031-05-01T10:00:00.000Z",
  touchedAt: "2031-05-01T10:00:00.000Z",
  body: "",
  checklist: [],
  watchers: [],
  links: [],
  values: [],
  estimates: [],
  dependencies: [],
};
const line = (id: string, text: string) => ({
  ...{ id, cardId: "k1", heading: "Publish", text, position: id },
  ...{ done: false, doneAt: null, doneBy: null, revision: 1 },
  ...{ personId: null, dueOn: null, madeCard: null },
});

function open(procedures: { id: string; name: string }[]) {
  const asked = fakeApi({
    "GET /procedures": { items: procedures, nextCursor: null },
    "POST /cards/k1/procedure": { items: [line("a", "Check"), line("b", "Tell")] },
    "POST /cards/k1/items": { items: [] },
    "DELETE /items/a": {},
    "DELETE /items/b": {},
  });
  renderPage(() => <Checklist board={aBoard([])} card={card} />, {
    me: { ...amara, can: ["procedure.edit"] },
  });
  return () => asked.filter(({ method }) => method !== "GET");
}

it("uses a procedure, and takes its lines away again", async () => {
  const writes = open([{ id: "p1", name: "Publish" }]);
  fireEvent.click(await screen.findByRole("button", { name: "Use a procedure" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Publish" }));
  await screen.findByText("“Publish”: 2 lines added");
  expect(writes()[0]?.body).toEqual({ procedureId: "p1" });
  await undoLast();
  expect(writes().map(({ path }) => path)).toEqual(["/cards/k1/procedure", "/items/a", "/items/b"]);
});

it("leads to where procedures are written while there is none", async () => {
  open([]);
  fireEvent.click(await screen.findByRole("button", { name: "Use a procedure" }));
  const link = await screen.findByRole("menuitem", { name: "Write one down" });
  expect(link.getAttribute("href")).toBe("/settings/procedures");
});

it("takes pasted lines without their bullets", async () => {
  const writes = open([]);
  const field = await screen.findByRole("textbox", { name: "New checklist line" });
  fireEvent.change(field, { target: { value: "- Ask\n2. Write\n" } });
  fireEvent.click(screen.getByRole("button", { name: "Add 2 lines" }));
  await waitFor(() =>
    expect(writes()[0]?.body).toMatchObject({ texts: [{ text: "Ask" }, { text: "Write" }] }),
  );
});
