import { createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { TemplateHead } from "../lib/template-query.ts";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { aTemplate, headOf, ourTemplate } from "../testing/template.ts";
import { GalleryPage } from "./gallery.page.tsx";

const own = headOf(ourTemplate());
const brand = headOf(aTemplate("brand"));

function open(items: TemplateHead[], replies: Record<string, unknown> = {}, at = "/templates", me = amara) {
  const asked = fakeApi({ "GET /templates": { items, nextCursor: null }, ...replies });
  renderPage(GalleryPage, { path: "/templates", at, me });
  return asked;
}

function drop(...files: File[]) {
  const event = createEvent.drop(document.body, { bubbles: true, cancelable: true });
  Object.defineProperty(event, "dataTransfer", { value: { files, types: ["Files"] } });
  fireEvent(document.body, event);
}

async function menuOf(name: string): Promise<(item: string) => void> {
  fireEvent.click(await screen.findByRole("button", { name: `More for ${name}` }));
  await screen.findByRole("menu");
  return (item) => fireEvent.click(screen.getByRole("menuitem", { name: item }));
}

it("shows the workspace's own before those that come along", async () => {
  open([own, brand]);
  const mine = await screen.findByRole("region", { name: "Your own" });
  expect(within(mine).getByText("2 milestones, 30 working days (6 weeks)")).toBeTruthy();
  expect(within(mine).getByRole("img").getAttribute("aria-label")).toBe(
    "Road of Our website: Brief agreed on working day 10, Site is live on working day 30",
  );
  expect(screen.getByRole("link", { name: "Use Brand identity" }).getAttribute("href")).toContain(
    "/projects/new?template=brand",
  );
  const ready = screen.getByRole("region", { name: "Ready-made" });
  expect(within(ready).getByText("5 milestones, 72 working days (about 14 weeks)")).toBeTruthy();
});

it("says what belongs there while there is none", async () => {
  open([brand]);
  const mine = await screen.findByRole("region", { name: "Your own" });
  expect(mine.textContent).toContain("makes again and again belong here");
});

it("is filtered by trade and by word", async () => {
  open([own, brand], {}, "/templates?trade=web");
  expect(await screen.findByRole("link", { name: "Our website" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Brand identity" })).toBeNull();
  fireEvent.change(screen.getByRole("textbox", { name: "Filter" }), { target: { value: "sign" } });
  expect(await screen.findByText("None of your own fits these filters.")).toBeTruthy();
});

it("keeps what came along from being changed", async () => {
  open([own, brand]);
  await menuOf("Brand identity");
  expect(screen.getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual([
    "Copy",
    "Export as a file",
  ]);
  expect(screen.getByRole("menuitem", { name: "Export as a file" }).getAttribute("href")).toBe(
    "/api/v1/templates/brand/file",
  );
});

it("takes a deleted one back from its own file", async () => {
  const file = { format: "milepost-template", version: 1, template: { name: "Our website" } };
  const asked = open([own, brand], {
    "GET /templates/t1/file": file,
    "DELETE /templates/t1": () => undefined,
    "POST /templates/imports": { template: own, leftOut: [] },
  });
  (await menuOf("Our website"))("Delete");
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked.at(-2)?.path).toBe("/templates/imports"));
  expect(asked.at(-2)?.body).toEqual({ text: JSON.stringify(file) });
  expect(asked.map(({ method }) => method)).toContain("DELETE");
});

it("takes dropped files, and lists what could not be read with its place and why", async () => {
  const reasons = [{ path: "", message: "An estimate goes from low over likely to high." }];
  const leftOut = [{ path: "milestones.1.activities.0", name: "Ask", taken: false, reasons }];
  const title = { path: "title", message: "This is missing." };
  const facts = { leftOut: [{ path: "milestones.0", name: "", taken: false, reasons: [title] }] };
  open([brand], {
    "POST /templates/imports": ({ body }: { body: { text: string } }) =>
      body.text === "good"
        ? { template: own, leftOut }
        : new Refusal(422, { title: "Not a template", detail: "No milestone can be read.", facts }),
  });
  await screen.findByRole("region", { name: "Ready-made" });
  drop(new File(["good"], "ours.json"), new File(["bad"], "photo.png"));
  const outcome = await screen.findByText(
    "One part of the file could not be taken over as written. All else was:",
  );
  const status = outcome.closest("[role=status]");
  expect(status?.textContent).toContain("Our website is among your own now, with 2 milestones.");
  expect(status?.textContent).toContain("Milestone 2, activity 1 “Ask” left out. An estimate goes from low");
  expect(status?.textContent).toContain("photo.png: Not a template");
  expect(status?.textContent).toContain("Milestone 1 left out. Title: This is missing.");
});

it("is closed to guests, who are told so", async () => {
  const asked = open([], {}, "/templates", { ...amara, role: "guest", can: ["workspace.read"] });
  expect(await screen.findByText(/Templates are for those who plan/)).toBeTruthy();
  expect(asked).toEqual([]);
});
