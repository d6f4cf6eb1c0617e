import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { aBoard } from "../testing/board.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { anObjective, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { PlanPage } from "./plan.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
beforeEach(() => localStorage.clear());

const objective = anObjective("o1", { statement: "More orders", measure: "Orders", targetOn: "2031-06-30" });

function open() {
  cleanup();
  const plan = aPlan([], { objectives: [objective] });
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`GET /projects/${acme.id}/board`]: aBoard([]),
    [`GET /projects/${acme.id}/people`]: { items: [], nextCursor: null },
    "PATCH /objectives/o1": objective,
  });
  renderPage(PlanPage, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  return () => asked.filter(({ method }) => method !== "GET");
}

const why = () => screen.findByRole("textbox", { name: "Why it matters to us" });

it("opens again with what was typed when it was left by accident, and sends only that", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Edit More orders" }));
  fireEvent.change(await why(), { target: { value: "A number that both can count" } });
  fireEvent.keyDown(await why(), { key: "Escape" });
  expect(screen.queryByRole("textbox", { name: "Why it matters to us" })).toBeNull();

  const writes = open();
  expect(await why()).toHaveProperty("value", "A number that both can count");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ ourReason: "A number that both can count" }));
});

it("forgets what was typed when it is cancelled", async () => {
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Edit More orders" }));
  fireEvent.change(await why(), { target: { value: "Not this" } });
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  open();
  fireEvent.click(await screen.findByRole("button", { name: "Edit More orders" }));
  expect(await why()).toHaveProperty("value", "");
});
