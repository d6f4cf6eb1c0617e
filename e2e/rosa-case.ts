import type { Locator, Page } from "@playwright/test";
import type { Api } from "./account.ts";

export const OBJECTIVES = [
  {
    statement: "Raise online orders to 150 a week",
    measure: "Orders",
    unit: "a week",
    from: "120",
    to: "150",
  },
  {
    statement: "Answer every question within a day",
    measure: "Hours to an answer",
    unit: "h",
    from: "40",
    to: "24",
  },
  {
    statement: "Bring 900 visits a month from search",
    measure: "Visits",
    unit: "a month",
    from: "500",
    to: "900",
  },
];
export const OUTLINE = `Brief agreed
    Talk to Rosa
    Write the brief
    Read it with her
Design approved
    Draw the shop
    Show it
    Change it
Content ready
    Write the pages
    Choose pictures
    Read proofs
Shop live
    Build the pages
    Fill in the products
    Test the payment
Results presented
    Count the orders
    Write the report
    Show it to Rosa`;
export const TITLES = ["Brief agreed", "Design approved", "Content ready", "Shop live", "Results presented"];

export interface CaseMilestone {
  id: string;
  title: string;
  state: string;
  targetOn: string | null;
  criteria: { id: string }[];
  health: { word: string } | null;
}

export function planOf(owner: Api, projectId: string): Promise<{ milestones: CaseMilestone[] }> {
  return owner.call("GET", `/projects/${projectId}/plan`);
}

interface CaseCard {
  id: string;
  title: string;
  number: number;
  columnId: string;
  milestoneId: string;
}

interface Board {
  cards: CaseCard[];
  columns: { id: string; category: string }[];
}

export async function cardsOf(owner: Api, projectId: string): Promise<CaseCard[]> {
  return (await owner.call<Board>("GET", `/projects/${projectId}/board`)).cards;
}

/** What is left to do for a milestone is done. */
export async function workOff(owner: Api, projectId: string, title: string): Promise<void> {
  const { cards, columns } = await owner.call<Board>("GET", `/projects/${projectId}/board`);
  const milestone = (await planOf(owner, projectId)).milestones.find((one) => one.title === title);
  for (const category of ["doing", "done"]) {
    const columnId = columns.find((one) => one.category === category)?.id;
    for (const card of cards.filter((one) => one.milestoneId === milestone?.id)) {
      const now = (await cardsOf(owner, projectId)).find(({ id }) => id === card.id);
      await owner.call("POST", `/cards/${card.id}/move`, {
        columnId,
        expected: { place: "board", columnId: now?.columnId },
      });
    }
  }
}

export async function choose(page: Page, field: string, option: string, n = 0): Promise<void> {
  await page.getByRole("combobox", { name: field }).nth(n).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("listbox").getByRole("option", { name: option }).click();
}

export async function paste(line: Locator, text: string): Promise<void> {
  await line.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

export function after(day: string | null | undefined, days: number): string {
  return new Date(Date.parse(day ?? "") + days * 86_400_000).toISOString().slice(0, 10);
}

export function cardIn(on: Page, column: string, title: string): Locator {
  return on.getByRole("region", { name: column }).locator("article").filter({ hasText: title });
}

/** The project itself is no proposal any more. */
export async function begin(owner: Api, projectId: string): Promise<void> {
  let { revision } = await owner.call<{ revision: number }>("GET", `/projects/${projectId}`);
  for (const state of ["proposed", "agreed", "active"])
    ({ revision } = await owner.call<{ revision: number }>(
      "PATCH",
      `/projects/${projectId}`,
      { state },
      { "if-match": `"r${revision}"` },
    ));
}
