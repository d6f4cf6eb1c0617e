import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { setUp } from "./account.ts";
import { inDays, projectOfRosa } from "./client-project.ts";
import { startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

const COUNT = 50;
const SLOW_MS = 700;

test("R03: going on to the next of fifty milestones while words are being saved leaves each text on its own", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const milepost = await startMilepost();
  try {
    const owner = await setUp(milepost.url);
    const { projectId } = await projectOfRosa(owner);
    for (let n = 1; n <= COUNT; n += 1) {
      const wanted = { title: `Stone ${n}`, targetOn: inDays(20 + n) };
      await owner.call("POST", `/projects/${projectId}/milestones`, wanted);
    }
    const page = await (await windowOf(browser, milepost.url, owner)).newPage();
    await page.route("**/lines/*", async (route) => {
      await pause(SLOW_MS);
      await route.continue();
    });
    await page.goto(`${milepost.url}/p/ros/review`);
    await page.getByRole("button", { name: "Start the review" }).press("Enter");
    await expect(page.getByRole("heading", { name: /Stone 1$/ })).toBeVisible();
    for (let n = 1; n <= COUNT; n += 1) {
      await expect(page.getByRole("heading", { name: `M${n} Stone ${n}`, exact: true })).toBeVisible();
      await page.keyboard.press("n");
      await page.keyboard.type(`Words of stone ${n}`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("j");
    }
    const said = async () => {
      const { next } = await owner.call<{ next: { id: string } }>("GET", `/projects/${projectId}/reviews`);
      const { lines } = await owner.call<{ lines: { title: string; clientNote: string }[] }>(
        "GET",
        `/reviews/${next.id}`,
      );
      return lines.map(({ title, clientNote }) => `${title}: ${clientNote}`);
    };
    await expect
      .poll(said, { timeout: 20_000 })
      .toEqual(Array.from({ length: COUNT }, (_, at) => `Stone ${at + 1}: Words of stone ${at + 1}`));
  } finally {
    await milepost.stop();
    milepost.remove();
  }
});
