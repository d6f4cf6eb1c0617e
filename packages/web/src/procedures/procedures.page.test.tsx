import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { fakeApi } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ProceduresPage } from "./procedures.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
beforeEach(() => localStorage.clear());

const procedure = { id: "p1", name: "Publish", steps: ["Check", "Tell"], revision: 1 };

function open(items: (typeof procedure)[]) {
  cleanup();
  const asked = fakeApi({
    "GET /procedures": { items, nextCursor: null },
    "POST /procedures": procedure,
    "PATCH /procedures/p1": { ...procedure, steps: ["Tell", "Check"], revision: 2 },
  });
  renderPage(ProceduresPage, { me: { ...amara, can: ["procedure.edit"] } });
  return () => asked.filter(({ method }) => method !== "GET");
}

const field = (name: RegExp) => screen.findByRole("textbox", { name });

it("writes down steps from a pasted list, and keeps them when it was left by accident", async () => {
  open([]);
  fireEvent.click(await screen.findByRole("button", { name: "Write down a procedure" }));
  fireEvent.change(await field(/^Name/), { target: { value: "Publish" } });
  expect(screen.getByRole("button", { name: "Save" })).toHaveProperty("disabled", true);
  fireEvent.change(await field(/^Steps/), { target: { value: "1. Check\n\n- Tell" } });
  fireEvent.keyDown(await field(/^Steps/), { key: "Escape" });

  const writes = open([]);
  expect(await field(/^Name/)).toHaveProperty("value", "Publish");
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ name: "Publish", steps: ["Check", "Tell"] }));
});

it("puts the steps in another order, with a way back", async () => {
  const writes = open([procedure]);
  fireEvent.click(await screen.findByRole("button", { name: "Edit Publish" }));
  fireEvent.change(await field(/^Steps/), { target: { value: "Tell\nCheck" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await screen.findByText("“Publish” changed");
  expect(writes()[0]?.body).toEqual({ steps: ["Tell", "Check"] });
  await undoLast();
  expect(writes()[1]?.body).toEqual({ name: "Publish", steps: ["Check", "Tell"] });
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Edit Publish" }));
});
