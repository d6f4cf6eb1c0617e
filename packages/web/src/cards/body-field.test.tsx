import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";
import type { CardDetail } from "../lib/board-query.ts";
import { aCard } from "../testing/board.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { BodyField } from "./body-field.tsx";

const card: CardDetail = {
  ...aCard("one", { revision: 3 }),
  projectId: acme.id,
  ref: "ACME-1",
  place: "board",
  archivedAt: null,
  blockedReason: null,
  touchedAt: "2026-06-01T10:00:00Z",
  body: "The old text",
  createdAt: "2026-06-01T10:00:00Z",
  checklist: [],
  watchers: [],
  links: [],
  values: [],
  estimates: [],
  dependencies: [],
};
const theirs = { ...card, body: "What Jo wrote", revision: 4 };

// A growing field waits for fonts, which the test's document does not know.
beforeAll(() => {
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
});
afterEach(() => localStorage.clear());

const edit = async (words: string) => {
  fireEvent.click(await screen.findByRole("button", { name: "Edit description" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Description" }), { target: { value: words } });
};

it("saves over the revision that was read", async () => {
  const asked = fakeApi({ "PATCH /cards/one": { ...card, body: "Mine", revision: 4 } });
  renderPage(() => <BodyField card={card} />);
  await edit("Mine");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(asked.at(-1)?.headers.get("if-match")).toBe('"r3"'));
  expect(asked.at(-1)?.body).toEqual({ body: "Mine" });
});

it("shows both texts when somebody else saved first, and saves over what was seen", async () => {
  const asked = fakeApi({
    "PATCH /cards/one": ({ headers }: { headers: Headers }) =>
      headers.get("if-match") === '"r4"' ? { ...theirs, body: "Mine", revision: 5 } : new Refusal(412, {}),
    "GET /cards/one": theirs,
  });
  renderPage(() => <BodyField card={card} />);
  await edit("Mine");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("textbox", { name: "Theirs, saved" })).toHaveProperty(
    "value",
    "What Jo wrote",
  );
  expect(screen.getByRole("textbox", { name: "Yours" })).toHaveProperty("value", "Mine");
  fireEvent.click(screen.getByRole("button", { name: "Save mine instead" }));
  await waitFor(() => expect(asked.at(-1)?.headers.get("if-match")).toBe('"r4"'));
});

it("does not write an old draft over a text that was saved since", async () => {
  fakeApi({ "PATCH /cards/one": new Refusal(412, {}), "GET /cards/one": theirs });
  const first = renderPage(() => <BodyField card={card} />);
  await edit("My draft");
  first.unmount();
  renderPage(() => <BodyField card={theirs} />);
  expect(await screen.findByRole("textbox", { name: "Description" })).toHaveProperty("value", "My draft");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("textbox", { name: "Theirs, saved" })).toHaveProperty(
    "value",
    "What Jo wrote",
  );
});
