import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface TemplateSeen {
  id: string;
  plan: {
    name: string;
    objectives: { key: string; statement: string; measure: object | null }[];
    milestones: {
      key: string;
      title: string;
      objectiveKeys: string[];
      activities: { procedureKey: string | null }[];
      requests?: object[];
    }[];
    procedures: { key: string; name: string; steps: string[] }[];
  };
}

let milepost: Milepost;
let owner: Api;
let page: Page;
/** What was exported, and where it lies. */
let file: { path: string; name: string };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  page = await (await windowOf(browser, milepost.url, owner, { acceptDownloads: true })).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J2 gallery: eight ready-made templates, and one of them is copied", async () => {
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByRole("link", { name: "Templates", exact: true })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { level: 1, name: "Templates" })).toBeVisible();
  const ready = page.getByRole("region", { name: "Ready-made" });
  await expect(ready.getByRole("listitem")).toHaveCount(8);
  await expect(own()).toContainText("belong here");

  await page.getByRole("combobox", { name: "Trade" }).click();
  await page.getByRole("option", { name: "Marketing" }).click();
  await expect(ready.getByRole("listitem")).toHaveCount(2);
  await choose("Product launch", "Copy");
  await expect(own().getByRole("link", { name: "Product launch (copy)", exact: true })).toBeVisible();
});

test("J2 gallery: the preview holds all of it, and the client's words alone", async () => {
  await page.getByRole("link", { name: "Preview Product launch", exact: true }).click();
  await expect(page.getByText("Working days 41 to 45 (1 week). Fixed: Launch day")).toBeVisible();
  await expect(
    page.getByRole("listitem").filter({ hasText: "Embargo date in the subject" }).first(),
  ).toBeVisible();
  await page.getByText("What the client reads", { exact: true }).click();
  await expect(page.getByText("Approve the media plan and its budget.")).toBeVisible();
  await expect(page.getByText("Negotiate and book")).toHaveCount(0);
  await page.goBack();
});

test("J2 gallery: a milestone of the copy is renamed and made longer", async () => {
  await choose("Product launch (copy)", "Edit");
  await expect(page.getByText("Projects made from it stay as they are.")).toBeVisible();
  await page.getByRole("button", { name: "Edit Launch story and audience agreed" }).click();
  await page.getByLabel("Title").fill("Story signed");
  await page.getByLabel("Working days", { exact: true }).fill("15");
  await page.getByLabel("Title").press("Enter");
  await expect(page.getByRole("heading", { name: "1. Story signed" })).toBeVisible();
  await expect(page.getByText("Working days 1 to 15 (3 weeks)")).toBeVisible();
  await expect(page.getByText("70 working days (14 weeks)")).toBeVisible();
  const [first] = (await only()).plan.milestones;
  expect(first?.title).toBe("Story signed");
});

test("J2 gallery: an objective and a checklist are written, used, and survive a reload half typed", async () => {
  await page.getByRole("button", { name: "Add an objective" }).click();
  await page.getByRole("textbox", { name: "Objective", exact: true }).fill("Shops ask for it");
  await page.reload();
  const objective = page.getByRole("listitem", { name: "New objective" });
  await expect(objective.getByRole("textbox", { name: "Objective", exact: true })).toHaveValue(
    "Shops ask for it",
  );
  await objective.getByLabel("To", { exact: true }).fill("40");
  await objective.getByRole("button", { name: "Save" }).click();
  await expect(objective.getByRole("alert")).toContainText("Say what is measured");
  await objective.getByLabel("Measured by").fill("Shops");
  await objective.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Shops 40, by the last day")).toBeVisible();

  await page.getByRole("button", { name: "Edit Story signed" }).click();
  const milestone = page.getByRole("listitem", { name: "Edit Story signed" });
  await milestone.getByRole("combobox", { name: "Serves" }).click();
  await page.getByRole("option", { name: "Shops ask for it" }).click();
  await page.keyboard.press("Escape");
  await milestone.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Edit Story signed" })).toBeFocused();

  await page.getByRole("button", { name: "Add a checklist" }).click();
  const checklist = page.getByRole("listitem", { name: "New checklist" });
  await checklist.getByLabel("Name").fill("Before a talk");
  await checklist.getByLabel("Steps").fill("- Read the brief\n- Print the questions");
  await checklist.getByRole("combobox", { name: "Used by" }).click();
  await page.getByRole("option").first().click();
  await page.keyboard.press("Escape");
  await checklist.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Remove Before a talk" })).toBeVisible();
  const { plan } = await only();
  const [story] = plan.milestones;
  const made = plan.objectives.find(({ statement }) => statement === "Shops ask for it");
  expect(made?.measure).toMatchObject({ name: "Shops", target: 40 });
  expect(story?.objectiveKeys).toContain(made?.key);
  const written = plan.procedures.find(({ name }) => name === "Before a talk");
  expect(written?.steps).toEqual(["Read the brief", "Print the questions"]);
  expect(story?.activities[0]?.procedureKey).toBe(written?.key);
});

test("J2 gallery: what the client is asked for is written, changed, taken away and put back", async () => {
  const asks = async () => (await only()).plan.milestones[0]?.requests ?? [];
  const open = async () => {
    await page.getByRole("button", { name: "Edit Story signed" }).click();
    return page.getByRole("listitem", { name: "Edit Story signed" });
  };
  const adding = await open();
  await adding.getByRole("button", { name: "Add a request" }).click();
  await adding.getByRole("textbox", { name: "Request 1" }).fill("What may we promise?");
  await adding.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Answers" }).click();
  await adding.getByRole("combobox", { name: "Asked of" }).click();
  await page.getByRole("option", { name: "Client approver" }).click();
  await adding.getByLabel("Working days before the target").fill("5");
  await adding.getByLabel("Why", { exact: true }).fill("The story rests on it.");
  await adding.getByLabel("Questions").fill("Which date?\nWhich price?");
  await adding.getByRole("button", { name: "Save" }).click();
  const line = page.getByText("What may we promise? (Client approver), 5 working days before the target");
  await expect(line).toBeVisible();
  expect(await asks()).toMatchObject([{ kind: "answers", questions: ["Which date?", "Which price?"] }]);

  const removing = await open();
  await removing.getByRole("button", { name: "Remove request 1" }).click();
  await removing.getByRole("button", { name: "Save" }).click();
  await expect(line).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(line).toBeVisible();
  expect(await asks()).toMatchObject([{ title: "What may we promise?", daysBefore: 5 }]);
});

test("J2 gallery: a checklist that is removed comes back to who had it", async () => {
  const [before] = (await only()).plan.milestones;
  await page.getByRole("button", { name: "Remove Before a talk" }).click();
  const removed = page.getByRole("alert").filter({ hasText: "“Before a talk” removed; 1 activity had it" });
  await expect(removed).toBeVisible();
  await expect.poll(async () => (await only()).plan.milestones[0]?.activities[0]?.procedureKey).toBeNull();
  await removed.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "Remove Before a talk" })).toBeVisible();
  expect((await only()).plan.milestones[0]).toEqual(before);
});

test("J2 gallery: it goes out as a file, is deleted, and comes in again by a drop", async () => {
  await page.goto(`${milepost.url}/templates`);
  const download = page.waitForEvent("download");
  await choose("Product launch (copy)", "Export as a file");
  const saved = await download;
  file = { path: await saved.path(), name: saved.suggestedFilename() };
  expect(file.name).toBe("Product launch (copy).milepost.json");
  await choose("Product launch (copy)", "Delete");
  await expect(own()).toContainText("belong here");

  const text = await readFile(file.path, "utf8");
  await drop([{ name: file.name, text }]);
  await expect(page.getByRole("status").getByText("is among your own now, with 6 milestones.")).toBeVisible();
  await expect(own().getByText("70 working days (14 weeks)")).toBeVisible();
});

test("J2 gallery: what cannot be read of a file is named, the rest is taken", async () => {
  const whole = JSON.parse(await readFile(file.path, "utf8"));
  whole.template.name = "Half a launch";
  whole.template.milestones[1].title = "";
  whole.template.milestones[1].startDay = 2.5;
  await page.getByLabel("Template files").setInputFiles([
    { name: "half.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(whole)) },
    { name: "photo.json", mimeType: "application/json", buffer: Buffer.from("\u0089PNG") },
  ]);
  const told = page.getByRole("main").getByRole("status");
  await expect(told).toContainText("with 5 milestones");
  await expect(told).toContainText("Milestone 2 left out. Title: Write at least one character.");
  await expect(told).toContainText("First working day: Use a whole number.");
  await expect(told).toContainText("photo.json");
  await expect(told).toContainText("it is not JSON");
});

test("J2 gallery: a project's plan becomes a template, and a change of it leaves the project alone", async () => {
  const { project } = await owner.call<{ project: { id: string; key: string } }>("POST", "/sample");
  const before = await titles(project.id);
  await page.goto(`${milepost.url}/p/${project.key.toLowerCase()}/plan`);
  await page.getByRole("button", { name: "Save as template" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as template" });
  await dialog.getByText("All that goes along, and what stays").click();
  await expect(dialog.getByText("comments and files")).toBeVisible();
  await dialog.getByLabel("Name").fill("Our way");
  await dialog.getByRole("button", { name: "Save as template" }).click();
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Our way" })).toBeVisible();

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page
    .getByRole("region", { name: "Milestones" })
    .getByRole("button", { name: /^Remove / })
    .first()
    .click();
  await expect.poll(async () => (await named("Our way"))?.plan.milestones.length).toBe(before.length - 1);
  expect(await titles(project.id)).toEqual(before);
});

function own() {
  return page.getByRole("region", { name: "Your own" });
}

async function choose(name: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function drop(files: { name: string; text: string }[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

async function templates(): Promise<TemplateSeen[]> {
  const { items } = await owner.call<{ items: { id: string; builtIn: boolean }[] }>("GET", "/templates");
  const mine = items.filter(({ builtIn }) => !builtIn);
  return Promise.all(mine.map(({ id }) => owner.call<TemplateSeen>("GET", `/templates/${id}`)));
}

/** The one template of the workspace. */
async function only(): Promise<TemplateSeen> {
  const [one, ...others] = await templates();
  if (!one || others.length > 0) throw new Error("There is not exactly one template.");
  return one;
}

async function named(name: string): Promise<TemplateSeen | undefined> {
  return (await templates()).find(({ plan }) => plan.name === name);
}

async function titles(projectId: string): Promise<string[]> {
  const { milestones } = await owner.call<{ milestones: { title: string; state: string }[] }>(
    "GET",
    `/projects/${projectId}/plan`,
  );
  return milestones.filter(({ state }) => state !== "dropped").map(({ title }) => title);
}
