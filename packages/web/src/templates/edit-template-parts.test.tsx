import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { type Asked, fakeApi } from "../testing/fake-api.ts";
import { renderPage } from "../testing/render-page.tsx";
import { headOf, OUR_WEBSITE, ourTemplate } from "../testing/template.ts";
import { EditTemplatePage } from "./edit-template.page.tsx";

// Fields that grow wait for fonts, which happy-dom has none of.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
afterEach(() => localStorage.clear());

function open(plan = OUR_WEBSITE) {
  const asked = fakeApi({
    "GET /templates/t1": ourTemplate({ plan }),
    "GET /templates": { items: [headOf(ourTemplate())], nextCursor: null },
    "PATCH /templates/t1": headOf(ourTemplate({ revision: 4 })),
  });
  renderPage(EditTemplatePage, { path: "/templates/$templateId/edit", at: "/templates/t1/edit" });
  return asked;
}

const changes = (asked: Asked[]) =>
  asked.filter(({ method }) => method === "PATCH").map(({ body }) => body as Record<string, unknown>);

/** The form that the button puts in its place. */
async function form(button: string, name = button) {
  fireEvent.click(await screen.findByRole("button", { name: button }));
  const inside = within(await screen.findByRole("listitem", { name }));
  return {
    ...inside,
    type: (label: string, value: string) =>
      fireEvent.change(inside.getByRole("textbox", { name: label }), { target: { value } }),
    press: (label: string) => fireEvent.click(inside.getByRole("button", { name: label })),
  };
}

/** The way back that a message offers; the one before it may still be fading. */
async function undoOf(said: string) {
  const message = (await screen.findByText(said)).closest<HTMLElement>("[role=alert]");
  return within(message ?? document.body).getByRole("button", { name: "Undo" });
}

it("changes an objective with its measure and reasons", async () => {
  const asked = open();
  const { type, press } = await form("Edit More orders");
  type("Objective", "Many more orders");
  type("To", "45");
  type("By working day", "20");
  type("Why it matters to the client", "They pay the rent.");
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toEqual({
    objectives: [
      {
        key: "orders",
        statement: "Many more orders",
        ourReason: "It shows that we can.",
        clientReason: "They pay the rent.",
        measure: { name: "Orders", unit: "per week", baseline: 20, target: 45 },
        targetDay: 19,
      },
    ],
  });
});

it("asks what is measured before it sends", async () => {
  const asked = open();
  const { type, press, findByRole } = await form("Add an objective", "New objective");
  type("Objective", "Happier guests");
  type("To", "5");
  press("Save");
  expect((await findByRole("alert")).textContent).toMatch(/^Say what is measured/);
  expect(changes(asked)).toEqual([]);
  type("Measured by", "Stars");
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toMatchObject({
    objectives: [{ key: "orders" }, { key: "objective-2", measure: { name: "Stars", target: 5 } }],
  });
});

it("takes an objective out with what served it, and puts both back", async () => {
  const asked = open();
  fireEvent.click(await screen.findByRole("button", { name: "Remove More orders" }));
  const undo = await undoOf("“More orders” removed");
  expect(changes(asked)[0]).toMatchObject({ objectives: [], milestones: [{ objectiveKeys: [] }, {}] });
  fireEvent.click(undo);
  await waitFor(() => expect(changes(asked)).toHaveLength(2));
  const { objectives, milestones } = OUR_WEBSITE;
  expect(changes(asked)[1]).toEqual({ objectives, milestones });
});

it("says which objectives a milestone serves", async () => {
  const asked = open();
  const { getByRole, press } = await form("Edit Site is live");
  fireEvent.click(getByRole("combobox", { name: "Serves" }));
  fireEvent.click(await screen.findByRole("option", { name: "More orders" }));
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toMatchObject({ milestones: [{}, { objectiveKeys: ["orders"] }] });
});

it("adds, changes and takes away what the client is asked for", async () => {
  const asked = open();
  const { type, press, getByRole } = await form("Edit Brief agreed");
  type("Request 1", "Logo as a drawing");
  type("Working days before the target", "3");
  press("Add a request");
  type("Request 2", "Your guests");
  fireEvent.click(within(getByRole("group", { name: "Request 2" })).getByRole("combobox", { name: "Kind" }));
  fireEvent.click(await screen.findByRole("option", { name: /^Answers/ }));
  type("Questions", "Who are they?\nWhen do they come?");
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  const logo = { kind: "files", why: "For the head.", questions: [], roleKey: "approver" };
  const guests = { kind: "answers", title: "Your guests", why: "", daysBefore: null, roleKey: null };
  expect(changes(asked)[0]).toMatchObject({
    milestones: [
      {
        requests: [
          { ...logo, title: "Logo as a drawing", daysBefore: 3 },
          { ...guests, questions: ["Who are they?", "When do they come?"] },
        ],
      },
      {},
    ],
  });
  fireEvent.click(await undoOf("“Our website” changed"));
  await waitFor(() => expect(changes(asked)).toHaveLength(2));
  expect(changes(asked)[1]).toEqual({ milestones: OUR_WEBSITE.milestones });
});

it("asks nothing once the last request is taken away", async () => {
  const asked = open();
  expect(await screen.findByText("Logo (Client approver), 5 working days before the target")).toBeTruthy();
  const { press } = await form("Edit Brief agreed");
  press("Remove request 1");
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toMatchObject({ milestones: [{ title: "Brief agreed" }, {}] });
  expect(JSON.stringify(changes(asked)[0])).not.toContain("requests");
});

it("writes a checklist, and gives it to an activity that had another", async () => {
  const asked = open();
  const { type, press, getByRole } = await form("Add a checklist", "New checklist");
  type("Name", "Publish");
  type("Steps", "- Check the links\n- Tell the client");
  fireEvent.click(getByRole("combobox", { name: "Used by" }));
  fireEvent.click(await screen.findByRole("option", { name: "Ask (instead of “First talk”)" }));
  press("Save");
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toMatchObject({
    procedures: [
      { key: "kickoff" },
      { key: "checklist-2", name: "Publish", steps: ["Check the links", "Tell the client"] },
    ],
    milestones: [{ activities: [{ title: "Ask", procedureKey: "checklist-2" }] }, {}],
  });
});

it("takes a checklist out, says who had it, and puts it back", async () => {
  const asked = open();
  expect(await screen.findByText("Used by")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Remove First talk" }));
  const undo = await undoOf("“First talk” removed; 1 activity had it");
  expect(changes(asked)[0]).toMatchObject({
    procedures: [],
    milestones: [{ activities: [{ procedureKey: null }] }, {}],
  });
  fireEvent.click(undo);
  await waitFor(() => expect(changes(asked)).toHaveLength(2));
  expect(changes(asked)[1]).toMatchObject({ procedures: OUR_WEBSITE.procedures });
});

it("opens again with what was typed and not saved", async () => {
  open();
  const objective = await form("Edit More orders");
  objective.type("Objective", "Half a sen");
  const checklist = await form("Add a checklist", "New checklist");
  checklist.type("Steps", "One step");
  cleanup();
  const asked = open();
  expect(await screen.findByDisplayValue("Half a sen")).toBeTruthy();
  expect(screen.getByDisplayValue("One step")).toBeTruthy();
  const left = within(screen.getByRole("listitem", { name: "New checklist" }));
  fireEvent.click(left.getByRole("button", { name: "Cancel" }));
  expect(screen.getByRole("button", { name: "Add a checklist" })).toBeTruthy();
  expect(localStorage).toHaveLength(1);
  expect(changes(asked)).toEqual([]);
});

it("forgets in a milestone's form what was removed meanwhile", async () => {
  open();
  const milestone = await form("Edit Brief agreed");
  milestone.type("High effort of activity 1", "8h");
  cleanup();
  const asked = open({ ...OUR_WEBSITE, procedures: [] });
  const left = within(await screen.findByRole("listitem", { name: "Edit Brief agreed" }));
  fireEvent.click(left.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(changes(asked)).toHaveLength(1));
  expect(changes(asked)[0]).toMatchObject({
    milestones: [{ activities: [{ high: 480, procedureKey: null }] }, {}],
  });
});

it("says what belongs there while a template has neither", async () => {
  open({ ...OUR_WEBSITE, objectives: [], procedures: [] });
  expect(await screen.findByText(/how that is measured. None yet/)).toBeTruthy();
  expect(screen.getByText(/begin with them. None yet/)).toBeTruthy();
});
