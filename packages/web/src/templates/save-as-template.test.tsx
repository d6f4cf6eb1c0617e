import { TEMPLATE_CARRIES, TEMPLATE_LEAVES } from "@milepost/planning";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { acme } from "../testing/people.ts";
import { aMilestone, aPlan } from "../testing/plan.ts";
import { renderPage } from "../testing/render-page.tsx";
import { headOf, ourTemplate } from "../testing/template.ts";
import { SaveAsTemplate } from "./save-as-template.tsx";

afterEach(() => localStorage.clear());

function open(plan = aPlan([aMilestone("m1")])) {
  const asked = fakeApi({
    [`GET /projects/${acme.id}/plan`]: plan,
    [`POST /projects/${acme.id}/templates`]: headOf(ourTemplate()),
    "GET /templates": { items: [headOf(ourTemplate())], nextCursor: null },
  });
  const shown = renderPage(SaveAsTemplate, { path: "/p/$projectKey/plan", at: "/p/acme/plan" });
  return { asked, ...shown };
}

it("says what goes along and what stays, as planning has it, and leads to what was made", async () => {
  const { asked, router } = open();
  fireEvent.click(await screen.findByRole("button", { name: "Save as template" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.click(dialog.getByText("All that goes along, and what stays"));
  const said = dialog.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(said).toEqual([...Object.values(TEMPLATE_CARRIES), ...TEMPLATE_LEAVES]);
  fireEvent.change(dialog.getByRole("textbox", { name: "Name" }), { target: { value: "Our website" } });
  fireEvent.change(dialog.getByRole("combobox", { name: "Trade" }), { target: { value: "Web" } });
  fireEvent.click(dialog.getByRole("button", { name: "Save as template" }));
  fireEvent.click(await screen.findByRole("button", { name: "Look at it" }));
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    name: "Our website",
    trade: "Web",
    summary: "",
  });
  await waitFor(() => expect(router.state.location.pathname).toBe("/templates/t1"));
});

it("keeps what was typed until it is saved or given up", async () => {
  open();
  const dialog = async () => {
    fireEvent.click(await screen.findByRole("button", { name: "Save as template" }));
    return within(await screen.findByRole("dialog"));
  };
  const name = async () => (await dialog()).getByRole<HTMLInputElement>("textbox", { name: "Name" });
  fireEvent.change(await name(), { target: { value: "Half a na" } });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((await name()).value).toBe("Half a na");
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((await name()).value).toBe(acme.name);
});

it("is not offered where there is nothing to keep", async () => {
  const { asked } = open(aPlan([]));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.queryByRole("button", { name: "Save as template" })).toBeNull();
});
