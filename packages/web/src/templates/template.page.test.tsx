import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ourTemplate } from "../testing/template.ts";
import { TemplatePage } from "./template.page.tsx";

function open(at = "/templates/t1") {
  fakeApi({ "GET /templates/t1": ourTemplate() });
  renderPage(TemplatePage, { path: "/templates/$templateId", at });
}

it("shows everything that a project made from it will have", async () => {
  open();
  expect(await screen.findByRole("heading", { level: 1, name: "Our website" })).toBeTruthy();
  const page = document.body.textContent ?? "";
  for (const said of [
    "Orders 20 → 30 per week, by the last day",
    "Working days 1 to 10 (2 weeks)",
    "Working days 11 to 30 (4 weeks). Fixed: Opening",
    "Nobody builds the wrong thing.",
    "The brief fits on a page",
    "1 h to 5 h, likely 2 h · Project lead · Checklist: First talk",
    "Send the questions",
    "Client approver",
    "on which “Site is live” must be reached",
  ])
    expect(page).toContain(said);
});

it("shows the client's words alone", async () => {
  open("/templates/t1?view=client");
  const part = await screen.findByRole("region", { name: "The way there" });
  expect(within(part).getByText("Answer our questions.")).toBeTruthy();
  const page = document.body.textContent ?? "";
  expect(page).toContain("Orders pay the rent.");
  for (const own of ["It shows that we can.", "Nobody builds the wrong thing.", "likely 2 h"])
    expect(page).not.toContain(own);
});
