import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { type Asked, fakeApi, Refusal } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { headOf, OUR_WEBSITE, ourTemplate } from "../testing/template.ts";
import { EditTemplatePage } from "./edit-template.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

function open(replies: Record<string, unknown> = {}) {
  const asked = fakeApi({
    "GET /templates/t1": ourTemplate(),
    "GET /templates": { items: [headOf(ourTemplate())], nextCursor: null },
    "PATCH /templates/t1": headOf(ourTemplate({ revision: 4 })),
    ...replies,
  });
  renderPage(EditTemplatePage, { path: "/templates/$templateId/edit", at: "/templates/t1/edit" });
  return asked;
}

const changes = (asked: Asked[]) => asked.filter(({ method }) => method === "PATCH");

async function edit(title: string) {
  fireEvent.click(await screen.findByRole("button", { name: `Edit ${title}` }));
  return within(screen.getByRole("listitem", { name: `Edit ${title}` }));
}

it("renames it, over the revision that was seen", async () => {
  const asked = open();
  expect(await screen.findByText("Projects made from it stay as they are.")).toBeTruthy();
  fireEvent.change(screen.getByRole("textbox", { name: "Name" }), { target: { value: "Ours" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]?.body).toEqual({ name: "Ours" });
  expect(changes(asked)[0]?.headers.get("if-match")).toBe('"r3"');
});

it("changes a milestone's words, and what comes after a longer one moves", async () => {
  const asked = open();
  const form = await edit("Brief agreed");
  fireEvent.change(form.getByRole("textbox", { name: "Title" }), { target: { value: "Brief signed" } });
  fireEvent.change(form.getByRole("textbox", { name: "Working days" }), { target: { value: "12" } });
  fireEvent.change(form.getByRole("textbox", { name: "Done when" }), { target: { value: "- One\n- Two" } });
  fireEvent.change(form.getByRole("textbox", { name: "High effort of activity 1" }), {
    target: { value: "8h" },
  });
  fireEvent.click(form.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]?.body).toMatchObject({
    milestones: [
      {
        key: "brief",
        title: "Brief signed",
        targetDay: 11,
        criteria: ["One", "Two"],
        activities: [{ title: "Ask", low: 60, likely: 120, high: 480 }],
      },
      { key: "live", startDay: 12, targetDay: 31 },
    ],
  });
});

it("says why an effort cannot be read, and sends nothing", async () => {
  const asked = open();
  const form = await edit("Brief agreed");
  fireEvent.change(form.getByRole("textbox", { name: "Low effort of activity 1" }), {
    target: { value: "soon" },
  });
  fireEvent.click(form.getByRole("button", { name: "Save" }));
  expect(await form.findByText(/“Ask”: Low: write hours or minutes/)).toBeTruthy();
  expect(changes(asked)).toEqual([]);
});

it("shows both texts when somebody else was faster, and the next save decides", async () => {
  let revision = 3;
  const theirs = OUR_WEBSITE.milestones.map((each) =>
    each.key === "brief" ? { ...each, title: "Brief written" } : each,
  );
  const asked = open({
    "GET /templates/t1": () =>
      revision === 3
        ? ourTemplate()
        : ourTemplate({ revision, plan: { ...OUR_WEBSITE, milestones: theirs } }),
    "PATCH /templates/t1": ({ headers }: Asked) => {
      if (headers.get("if-match") === '"r4"') return headOf(ourTemplate({ revision: 5 }));
      revision = 4;
      return new Refusal(412, { title: "Changed meanwhile", detail: "Somebody has saved this." });
    },
  });
  const form = await edit("Brief agreed");
  fireEvent.change(form.getByRole("textbox", { name: "Title" }), { target: { value: "Brief signed" } });
  fireEvent.click(form.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Title: “Brief written”")).toBeTruthy();
  const both = within(screen.getByRole("listitem", { name: "Edit Brief written" }));
  fireEvent.click(both.getByRole("button", { name: "Save" }));
  const saves = () => changes(asked).filter(({ headers }) => headers.get("if-match") === '"r4"');
  await waitFor(() => expect(saves()).toHaveLength(1));
  expect(saves()[0]?.body).toMatchObject({ milestones: [{ title: "Brief signed" }, {}] });
});

it("adds a milestone after the last, and takes one out with what stood on it", async () => {
  const asked = open();
  fireEvent.change(await screen.findByRole("textbox", { name: "New milestone" }), {
    target: { value: "Guests taught" },
  });
  fireEvent.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]?.body).toMatchObject({
    milestones: [{}, {}, { key: "milestone-3", title: "Guests taught", startDay: 30, targetDay: 34 }],
    links: [{}, { from: "live", to: "milestone-3" }],
  });
  fireEvent.click(screen.getByRole("button", { name: "Remove Site is live" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(2));
  expect(changes(asked)[1]?.body).toMatchObject({
    milestones: [{ key: "brief" }],
    links: [],
    fixedDate: null,
  });
});

it("renames roles, and nobody does what a removed one did", async () => {
  const asked = open();
  fireEvent.click(await screen.findByRole("button", { name: "Edit roles" }));
  fireEvent.change(screen.getByRole("textbox", { name: "Name of role 1" }), { target: { value: "Lead" } });
  fireEvent.click(screen.getByRole("button", { name: "Remove role 2" }));
  const roles = within(screen.getByRole("region", { name: "Roles" }));
  fireEvent.click(roles.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]?.body).toMatchObject({
    roles: [{ key: "lead", name: "Lead", side: "team" }],
    milestones: [{ ownerRole: "lead", approverRole: null }, {}],
  });
});

it("sends one that comes along back to be copied", async () => {
  open({ "GET /templates/t1": ourTemplate({ builtIn: true, revision: null }) });
  expect(await screen.findByText(/copied rather than changed/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
});
