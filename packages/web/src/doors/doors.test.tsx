import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { undoLast } from "../lib/undo.tsx";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { Doors } from "./doors.tsx";

const path = `/projects/${acme.id}/doors`;
const design = { id: "design", name: "Designs", url: "https://design.example.test/acme", revision: 1 };
const code = { id: "code", name: "Code", url: "https://code.example.test/acme", revision: 1 };
const answer = (items: object[]) => ({ [`GET ${path}`]: { items, nextCursor: null } });

it("leads outside in a window of its own that learns nothing of this page", async () => {
  fakeApi(answer([design]));
  renderPage(Doors);
  const link = await screen.findByRole("link", { name: "Designs" });
  expect([link.getAttribute("href"), link.getAttribute("target"), link.getAttribute("rel")]).toEqual([
    design.url,
    "_blank",
    "noopener noreferrer",
  ]);
});

it("says what belongs here, and adds a door by its address alone", async () => {
  const asked = fakeApi({ ...answer([]), [`POST ${path}`]: design });
  renderPage(Doors);
  await screen.findByText(/designs, code, the staging site/);
  fireEvent.click(screen.getByRole("button", { name: "Add a door" }));
  fireEvent.change(await screen.findByLabelText(/Address/), { target: { value: design.url } });
  fireEvent.click(screen.getByRole("button", { name: "Add door" }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ name: "", url: design.url }),
  );
});

it("moves a door among the others and back", async () => {
  const asked = fakeApi({ ...answer([design, code]), [`PUT ${path}/order`]: () => undefined });
  renderPage(Doors);
  fireEvent.click(await screen.findByRole("button", { name: "More for Designs" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Move down" }));
  const sent = () => asked.filter(({ method }) => method === "PUT").map(({ body }) => body);
  await screen.findByText("Designs moved");
  await act(() => undoLast());
  expect(sent()).toEqual([
    { ids: ["code", "design"], expected: ["design", "code"] },
    { ids: ["design", "code"], expected: ["code", "design"] },
  ]);
});
