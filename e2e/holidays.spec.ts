import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

let milepost: Milepost;
let owner: Api;
let amara: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  amara = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

/** Next year lies within what is looked at, whatever day the test runs on. */
const YEAR = new Date().getUTCFullYear() + 1;

const CALENDAR = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "BEGIN:VEVENT",
  "UID:closed",
  `DTSTART;VALUE=DATE:${YEAR}0811`,
  `DTEND;VALUE=DATE:${YEAR}0814`,
  "SUMMARY:House closed",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:founders",
  "DTSTART;VALUE=DATE:20200302",
  "RRULE:FREQ=YEARLY",
  "SUMMARY:Founders’ day",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "UID:breakfast",
  `DTSTART;TZID=Europe/Berlin:${YEAR}0901T090000`,
  `DTEND;TZID=Europe/Berlin:${YEAR}0901T100000`,
  "SUMMARY:Breakfast",
  "END:VEVENT",
  "END:VCALENDAR",
].join("\r\n");

const upload = (text: string) =>
  amara
    .getByLabel("Calendar file", { exact: true })
    .setInputFiles({ name: "house.ics", mimeType: "text/calendar", buffer: Buffer.from(text) });

async function closedDays(): Promise<number> {
  const { items } = await owner.call<{ items: { name: string }[] }>("GET", `/holidays?year=${YEAR}`);
  return items.filter(({ name }) => name === "House closed").length;
}

test("the house's own holidays come out of a calendar file, once, and go by one undo", async () => {
  await amara.goto(`${milepost.url}/settings/time`);
  const begin = amara.getByRole("button", { name: "Take days from a calendar file" });
  await begin.click();
  await upload("Dear all, we are closed in August.");
  await expect(amara.getByText(/It holds no calendar/)).toBeVisible();
  await upload(CALENDAR);
  await expect(amara.getByRole("checkbox", { name: /House closed/ })).toBeChecked();
  await expect(amara.getByRole("checkbox", { name: /Founders’ day/ })).toHaveCount(2);
  await expect(amara.getByText("Passed over: 1 event shorter than a day.")).toBeVisible();
  expect(await violations(amara, "holidays")).toEqual([]);
  await amara.getByRole("button", { name: "Add 3 holidays" }).click();
  await expect(amara.getByText(/^5 days added, the first/)).toBeVisible();
  expect(await closedDays()).toBe(3);
  await begin.click();
  await upload(CALENDAR);
  await expect(amara.getByRole("checkbox", { name: /House closed/ })).toBeDisabled();
  await amara.getByRole("button", { name: "Undo" }).click();
  await expect.poll(closedDays).toBe(0);
});
