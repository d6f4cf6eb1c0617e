import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Project } from "../lib/current-project.ts";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { HeadForm } from "./head-form.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
beforeEach(() => localStorage.clear());

function open(project: Project) {
  cleanup();
  const asked = fakeApi({
    "GET /clients": { items: [], nextCursor: null },
    "GET /members": { items: [], nextCursor: null },
    [`PATCH /projects/${acme.id}`]: { ...project, outcome: "Bread sells on Mondays", revision: 9 },
  });
  renderPage(() => <HeadForm project={project} />);
  return () => asked.filter(({ method }) => method !== "GET");
}

const outcome = () => screen.findByRole("textbox", { name: "Outcome" });

it("keeps what was typed while others change the project, and saves only that", async () => {
  open(acme);
  fireEvent.change(await outcome(), { target: { value: "Bread sells on Mondays" } });
  const writes = open({ ...acme, name: "Acme again", revision: 8 });
  expect(await outcome()).toHaveProperty("value", "Bread sells on Mondays");
  expect(screen.getByRole("textbox", { name: /^Name/ })).toHaveProperty("value", "Acme again");
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(writes()[0]?.body).toEqual({ outcome: "Bread sells on Mondays" }));
  await waitFor(() => expect(localStorage.length).toBe(0));
});

it("takes back what was typed", async () => {
  open(acme);
  fireEvent.change(await outcome(), { target: { value: "Nothing sensible" } });
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(await outcome()).toHaveProperty("value", acme.outcome);
});
