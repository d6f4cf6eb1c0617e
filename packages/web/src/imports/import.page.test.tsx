import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeApi, Refusal } from "../testing/fake-api.ts";
import { amara } from "../testing/people.ts";
import { renderPage } from "../testing/render-page.tsx";
import { ImportPage } from "./import.page.tsx";
import type { Preview, Report } from "./imports.api.ts";

const me = { ...amara, can: [...amara.can, "import.run"] };
const preview: Preview = {
  board: { id: "b1", name: "Rosa Bakery" },
  importedInto: null,
  lists: [
    {
      id: "l1",
      name: "Ideas",
      archived: false,
      cards: 3,
      archivedCards: 0,
      suggestion: { to: "column", category: "todo" },
    },
    {
      id: "l2",
      name: "Erledigt",
      archived: false,
      cards: 1,
      archivedCards: 1,
      suggestion: { to: "column", category: "done" },
    },
  ],
  members: [{ id: "m1", name: "Jo", username: "jo", cards: 2, suggestion: null }],
  labels: [],
  customFields: [],
  counts: {
    lists: 2,
    archivedLists: 0,
    cards: 4,
    archivedCards: 1,
    checklistItems: 3,
    comments: 2,
    links: 0,
  },
  leftOut: [{ what: "votes", words: "votes on cards", count: 2 }],
  notes: ["Trello puts only the last 1,000 entries of its log into an export."],
};
const report: Report = {
  importId: "i1",
  project: { id: "p1", key: "ROSA", name: "Rosa Bakery", isNew: true },
  added: {
    columns: 2,
    milestones: 0,
    labels: 0,
    customFields: 0,
    cards: 4,
    archivedCards: 1,
    checklistItems: 3,
    comments: 2,
    links: 0,
    assignments: 0,
  },
  already: 0,
  deleted: 0,
  leftOut: preview.leftOut,
  notes: [],
};

async function show(replies: Record<string, unknown>) {
  const asked = fakeApi({
    "GET /members": { items: [] },
    "GET /clients": { items: [] },
    "GET /projects": { items: [] },
    ...replies,
  });
  renderPage(ImportPage, { me });
  const picker = await screen.findByLabelText("Trello export");
  fireEvent.change(picker, {
    target: { files: [new File(['{"lists":[]}'], "rosa.json", { type: "application/json" })] },
  });
  return asked;
}

test("a file is previewed, mapped, imported, and the report leads to the board", async () => {
  const asked = await show({ "POST /imports": preview, "POST /imports/run": report });
  await screen.findByRole("heading", { level: 1, name: "Import Rosa Bakery" });
  expect(asked.find(({ path }) => path === "/imports")?.body).toEqual({
    source: "trello",
    document: '{"lists":[]}',
  });
  within(screen.getByRole("list", { name: "In the file" })).getByText("4 cards");
  screen.getByText("Votes on cards: 2");
  fireEvent.click(screen.getByRole("combobox", { name: "Erledigt becomes" }));
  fireEvent.click(await screen.findByRole("option", { name: "Milestone that its cards serve" }));
  fireEvent.click(screen.getByRole("button", { name: "Import" }));
  const open = await screen.findByRole("link", { name: "Open the board" });
  expect(open.getAttribute("href")).toBe("/p/rosa/board");
  expect(asked.find(({ path }) => path === "/imports/run")?.body).toEqual({
    source: "trello",
    document: '{"lists":[]}',
    mapping: {
      lists: { l1: { to: "column", category: "todo" }, l2: { to: "milestone" } },
      members: { m1: null },
    },
    newProject: { name: "Rosa Bakery", clientId: null },
  });
});

test("a file that cannot be read is said in its sentence, and another one can be tried", async () => {
  await show({
    "POST /imports": new Refusal(422, {
      title: "This file cannot be imported",
      detail: "This is not a Trello board export. Nothing was changed.",
    }),
  });
  await screen.findByText("This is not a Trello board export. Nothing was changed.");
  screen.getByRole("button", { name: "Choose a Trello export" });
});

test("what was chosen stays when the import is refused", async () => {
  let tries = 0;
  const run = () =>
    tries++ === 0 ? new Refusal(503, { title: "Busy", detail: "Nothing was saved; try again." }) : report;
  await show({ "POST /imports": preview, "POST /imports/run": run });
  const name = await screen.findByRole("textbox", { name: "Name" });
  fireEvent.change(name, { target: { value: "Rosa, moved in" } });
  fireEvent.click(screen.getByRole("button", { name: "Import" }));
  await screen.findByText("Nothing was saved; try again.");
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Name" }).value).toBe("Rosa, moved in");
  fireEvent.click(screen.getByRole("button", { name: "Import" }));
  await waitFor(() => screen.getByRole("heading", { level: 1, name: "Imported" }));
});

test("a board that came before goes where it went", async () => {
  const asked = await show({
    "POST /imports": { ...preview, importedInto: { id: "p1", key: "ROSA", name: "Rosa Bakery" } },
    "POST /imports/run": { ...report, project: { ...report.project, isNew: false }, already: 5 },
  });
  await screen.findByText(/leaves cards that are there as they are/);
  fireEvent.click(screen.getByRole("button", { name: "Import" }));
  await screen.findByText(/were here already and stay as they are: 5/);
  expect(asked.find(({ path }) => path === "/imports/run")?.body).toMatchObject({ projectId: "p1" });
});
