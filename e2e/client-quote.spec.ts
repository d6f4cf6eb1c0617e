import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { DANA, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const CLI = fileURLToPath(new URL("../packages/server/dist/cli.js", import.meta.url));
const SENTENCE = "They named a day and kept it, five times out of five.";

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;

test.beforeAll(async () => {
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url } });
  owner = await setUp(milepost.url);
  const { projectId } = await projectOfRosa(owner);
  let revision = 1;
  for (const state of ["proposed", "agreed", "active", "completed"]) {
    const step = await owner.call<{ revision: number }>(
      "PATCH",
      `/projects/${projectId}`,
      { state },
      { "if-match": `"r${revision}"` },
    );
    revision = step.revision;
  }
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("a client confirms a sentence on the phone, and the record of the project proves it", async ({
  browser,
}, info) => {
  const team = await (await windowOf(browser, milepost.url, owner)).newPage();
  await team.goto(`${milepost.url}/p/ros/retrospective`);
  const section = team.getByRole("region", { name: "A sentence from the client" });
  await section.getByRole("combobox", { name: "Who" }).click();
  await team.getByRole("option", { name: DANA.name }).click();
  await section.getByLabel("The sentence").fill("They kept every day.");
  await section.getByRole("button", { name: "Ask whether we may quote it" }).click();
  await expect(section.getByText(`${DANA.name} was asked on`)).toBeVisible();
  expect(await violations(team, "retrospective with a sentence")).toEqual([]);

  const link = linkIn(await mailbox.next(DANA.email, /may we quote you/));
  const scanner = await fetch(link);
  expect(scanner.status).toBe(200);
  const phone = await (await browser.newContext(PHONE)).newPage();
  await phone.goto(link);
  await expect(phone.getByLabel("Your sentence")).toHaveValue("They kept every day.");
  const seen = await (await browser.newContext({ viewport: PHONE.viewport })).newPage();
  await seen.goto(link);
  expect(await violations(seen, "sentence for a client")).toEqual([]);
  await phone.getByLabel("Your sentence").fill(SENTENCE);
  await phone.getByRole("button", { name: "Yes, quote me with this" }).click();
  await expect(phone.getByText(`With your name: ${DANA.name}`)).toBeVisible();
  await expect(phone.getByText(SENTENCE)).toBeVisible();

  await team.reload();
  await expect(section.getByText(`“${SENTENCE}”`)).toBeVisible();
  await team.getByRole("button", { name: "Make a delivery record" }).click();
  const download = team.waitForEvent("download");
  await team.getByRole("link", { name: "Download" }).click();
  const path = info.outputPath("record.json");
  await (await download).saveAs(path);
  const checked = await verify(path);
  expect(checked).toContain(`“${SENTENCE}” ${DANA.name}`);
  expect(checked).toContain("1 quote against the seals");

  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace("five times out of five", "four times out of five"));
  await expect(verify(path)).rejects.toMatchObject({ stdout: expect.stringContaining("ALTERED  quote 1") });
});

async function verify(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [CLI, "verify", path]);
  return stdout;
}
