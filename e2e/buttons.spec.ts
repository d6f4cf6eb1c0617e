import { expect, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { type Stage, stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface BoardFacts {
  columns: { id: string; name: string }[];
  cards: { title: string; columnId: string; people: string[] }[];
}

let stage: Stage;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  stage = await stageWith(browser, { name: "Shop", key: "SHOP" });
  for (const title of ["Order the sign", "Paint the door"])
    await stage.owner.call("POST", `/projects/${stage.projectId}/cards`, { title });
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

const to = (path: string) => stage.page.goto(`${stage.milepost.url}${path}`);

/** Where each card stands, and on how many of them somebody is. */
const standing = async () => {
  const { owner, projectId } = stage;
  const { columns, cards } = await owner.call<BoardFacts>("GET", `/projects/${projectId}/board`);
  return cards
    .map(({ title, columnId, people }) => [
      title,
      columns.find(({ id }) => id === columnId)?.name,
      people.length,
    ])
    .sort();
};
const UNTOUCHED = [
  ["Order the sign", "To do", 0],
  ["Paint the door", "To do", 0],
];
const BEGUN = [["Order the sign", "Doing", 1], UNTOUCHED[1]];

async function makeButton(name: string, where: string): Promise<void> {
  const { page } = stage;
  await page.getByRole("button", { name: "Add a button" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("combobox", { name: "Where" }).selectOption(where);
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByRole("combobox", { name: "Step 2", exact: true }).selectOption("Move to");
  await page.getByRole("combobox", { name: "Step 2, what" }).selectOption("Doing");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: `Edit ${name}` })).toBeVisible();
}

test("buttons are made of steps, say what they do, and stand in an order that can be changed and taken back", async () => {
  const { page } = stage;
  await to("/p/shop/routines");
  await makeButton("Begin", "On each card");
  await expect(page.getByText("Assign whoever presses · Move to Doing")).toBeVisible();
  await makeButton("Begin all", "For the cards that are selected together");
  expect(await violations(page, "buttons")).toEqual([]);
  const names = () =>
    page.getByRole("button", { name: /^Edit Begin/ }).evaluateAll((all) => all.map((one) => one.ariaLabel));
  await page.getByRole("button", { name: "Move Begin down" }).press("Enter");
  await expect.poll(names).toEqual(["Edit Begin all", "Edit Begin"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(names).toEqual(["Edit Begin", "Edit Begin all"]);
});

test("what was typed stays beside what somebody else has saved meanwhile", async () => {
  const { page, owner, projectId } = stage;
  await page.getByRole("button", { name: "Edit Begin", exact: true }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Start");
  const { items } = await owner.call<{
    items: { id: string; place: string; steps: object[]; revision: number }[];
  }>("GET", `/projects/${projectId}/buttons`);
  const [{ id, revision, ...fields } = { id: "", revision: 0 }] = items;
  const theirs = { ...fields, name: "Go" };
  await owner.call("PUT", `/buttons/${id}`, theirs, { "if-match": String(revision) });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Name: “Go”")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Start");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Edit Start" })).toBeVisible();
});

test("one press in the opened card does all of it, one undo takes all of it back", async () => {
  const { page } = stage;
  await to("/p/shop/board?card=SHOP-1");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("group", { name: "Buttons" }).getByRole("button", { name: "Start" }).click();
  await expect.poll(standing).toEqual(BEGUN);
  await expect(drawer.getByRole("combobox", { name: "Column" })).toHaveValue(/./);
  expect(await violations(page, "buttons of an opened card")).toEqual([]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(standing).toEqual(UNTOUCHED);
  await drawer.getByRole("link", { name: "SHOP-1" }).focus();
  await page.keyboard.press("b");
  await page.keyboard.press("1");
  await expect.poll(standing).toEqual(BEGUN);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(standing).toEqual(UNTOUCHED);
});

test("the menu of a card, two keys and the command menu press it as well", async () => {
  const { page } = stage;
  await to("/p/shop/board");
  const back = async () => {
    await expect.poll(standing).toEqual(BEGUN);
    await page.keyboard.press("Control+z");
    await expect.poll(standing).toEqual(UNTOUCHED);
  };
  await page.getByRole("button", { name: "More for SHOP-1" }).click();
  await page.getByRole("menuitem", { name: /^Start/ }).click();
  await back();
  const card = page.getByRole("link", { name: "Order the sign" });
  await card.focus();
  await page.keyboard.press("b");
  await page.keyboard.press("1");
  await back();
  await card.focus();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Command menu" }).fill("press start");
  await page.keyboard.press("Enter");
  await back();
});

test("those for selected cards do all of them, and come back together", async () => {
  const { page } = stage;
  for (const name of ["Order the sign", "Paint the door"]) {
    await page.getByRole("link", { name }).focus();
    await page.keyboard.press("x");
  }
  await page
    .getByRole("toolbar", { name: "Selected cards" })
    .getByRole("button", { name: "Begin all" })
    .click();
  await expect.poll(standing).toEqual([
    ["Order the sign", "Doing", 1],
    ["Paint the door", "Doing", 1],
  ]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(standing).toEqual(UNTOUCHED);
});
