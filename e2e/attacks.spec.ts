import { expect, type Page, test } from "@playwright/test";
import { type Api, OWNER, setUp } from "./account.ts";
import { fillWithHostileTexts, type HostileProject, upload } from "./hostile-project.ts";
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS } from "./hostile-texts.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let owner: Api;
let evil: HostileProject;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  evil = await fillWithHostileTexts(owner);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

/** Where somebody's words are read, and how many texts at least must be found there as words. */
const SCREENS: { path: string; words: number }[] = [
  { path: "/portfolio", words: 20 },
  { path: "/p/evil", words: 5 },
  { path: "/p/evil/edit", words: 5 },
  { path: "/p/evil/plan", words: 20 },
  { path: "/p/evil/roadmap", words: 20 },
  { path: "/p/evil/risks", words: 20 },
  { path: "/p/evil/board", words: 3 },
  { path: "/p/evil/board?card=$CARD", words: 20 },
  { path: "/c/$CARD", words: 20 },
  { path: "/m/EVIL-M1", words: 5 },
  { path: "/settings/people", words: 1 },
  { path: "/settings/clients", words: 20 },
  { path: "/settings/time", words: 5 },
  { path: "/settings/workspace", words: 1 },
  { path: "/settings/you", words: 1 },
  { path: "/settings/security", words: 0 },
  { path: "/settings/mail", words: 1 },
  { path: "/settings/trash", words: 5 },
  { path: "/projects/new", words: 1 },
  { path: "/projects/new?template=$TEMPLATE", words: 20 },
  { path: "/templates", words: 1 },
  { path: "/templates/$TEMPLATE", words: 20 },
  { path: "/templates/$TEMPLATE?view=client", words: 20 },
  { path: "/templates/$TEMPLATE/edit", words: 20 },
  { path: "/import", words: 0 },
  { path: "/api/docs", words: 0 },
];

test("A64: hostile texts in every field stay words on every page of the team", async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  const alarms = listenFor(page);
  for (const { path, words } of SCREENS) {
    await test.step(path, async () => {
      const at = path.replace("$CARD", evil.card.ref).replace("$TEMPLATE", evil.template.id);
      await page.goto(milepost.url + at);
      await expect(page.locator("h1, h2").first()).toBeVisible({ timeout: 20_000 });
      await page.evaluate(unfold);
      await expect.poll(() => page.evaluate(countWords), { timeout: 20_000 }).toBeGreaterThanOrEqual(words);
      expect(await page.evaluate(foreignParts)).toEqual([]);
      expect(await page.evaluate(() => "__xss" in window)).toBe(false);
    });
  }
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").locator("input")).toBeFocused();
  await page.keyboard.type("onerror");
  await expect(page.getByRole("dialog")).toContainText("__xss");
  expect(await page.evaluate(foreignParts)).toEqual([]);
  expect(alarms).toEqual([]);
});

test("A64: pages for people who are not signed in show what was sent as words", async ({ page }) => {
  const alarms = listenFor(page);
  for (const text of HOSTILE_TEXTS.slice(0, 16)) {
    const sent = encodeURIComponent(text);
    await page.goto(`${milepost.url}/signin?next=${sent}&done=${sent}`);
    expect(await page.evaluate(foreignParts)).toEqual([]);
  }
  for (const path of ["/invitation/", "/p/", "/c/", "/reset/"]) {
    await page.goto(`${milepost.url}${path}${encodeURIComponent('"><img src=x onerror=__xss=1>')}`);
    expect(await page.evaluate(foreignParts)).toEqual([]);
  }
  await page.goto(`${milepost.url}/signin?next=javascript:__xss=1`);
  await page.getByLabel("Mail address").fill('"onfocus=__xss=1//@example.test');
  await page.getByLabel("Password", { exact: true }).fill('"><script>__xss=1</script>');
  await page
    .locator("form")
    .first()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  expect(await page.evaluate(foreignParts)).toEqual([]);
  expect(alarms).toEqual([]);
});

test("A64: a link field takes web addresses only", async () => {
  for (const url of HOSTILE_ADDRESSES) {
    const link = owner.call("POST", `/cards/${evil.card.id}/links`, { url, title: "x" });
    await expect(link, url).rejects.toThrow(": 400 ");
  }
});

test("A60: the session is in its cookie and nowhere a script, an address or another page can read it", async ({
  page,
  context,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url(), request.headers().referer ?? ""));
  await page.goto(milepost.url);
  await page.getByLabel("Mail address").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.goto(`${milepost.url}/c/${evil.card.ref}`);
  await page.getByRole("textbox", { name: "Comment for the team" }).fill("A draft");
  const cookies = await context.cookies();
  const session = cookies.filter(({ httpOnly }) => httpOnly);
  expect(session.length).toBeGreaterThan(0);
  const readable = await page.evaluate(() => [
    document.cookie,
    location.href,
    document.documentElement.outerHTML,
    ...Object.entries({ ...localStorage, ...sessionStorage }).flat(),
  ]);
  expect(readable.join()).toContain("A draft");
  for (const { value, sameSite } of session) {
    expect(sameSite).not.toBe("None");
    const [token = value] = decodeURIComponent(value).split(".");
    expect([...readable, ...asked].filter((text) => text.includes(token))).toEqual([]);
  }
});

const RUN = "fetch('/ran-in-a-file');alert(1)";
const HTML = `<!doctype html><title>x</title><script>${RUN}</script><img src=x onerror="${RUN}">`;
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"><script>${RUN}</script></svg>`;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
// A PDF's own words come from the browser's viewer, which has neither the page nor its cookies.
const VIEWER = "the viewer of the browser";
const PDF = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\('${VIEWER}'\\))>>>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
trailer<</Root 1 0 R>>\n%%EOF\n`;

const FILES: { name: string; type: string; bytes: string | Uint8Array<ArrayBuffer> }[] = [
  { name: "drawing.svg", type: "image/svg+xml", bytes: SVG },
  { name: "drawing.svg", type: "image/svg+xml;x", bytes: `<?xml version="1.0"?>${SVG}` },
  { name: "photo.png", type: "image/png", bytes: HTML },
  { name: "photo.png.html", type: "text/html", bytes: joined(PNG, HTML) },
  { name: "page.html", type: "text/html; charset=utf-7", bytes: HTML },
  {
    name: "page.xhtml",
    type: "application/xhtml+xml",
    bytes: `<html xmlns="http://www.w3.org/1999/xhtml">${SVG}</html>`,
  },
  { name: "data.xml", type: "text/xml", bytes: `<?xml-stylesheet href="data:text/xsl,x"?>${SVG}` },
  { name: "anim.gif", type: "image/gif", bytes: `GIF89a/*${HTML}*/=1;` },
  { name: "paper.pdf", type: "application/pdf", bytes: PDF },
  { name: "paper.pdf", type: "text/html", bytes: `${PDF}${HTML}` },
  { name: "mail.mht", type: "multipart/related", bytes: `MIME-Version: 1.0\n\n${HTML}` },
];

test("A61: no uploaded file runs anything, opened by its address or put into a page", async ({ browser }) => {
  const context = await windowOf(browser, milepost.url, owner);
  const page = await context.newPage();
  const alarms: string[] = [];
  context.on("request", (request) => request.url().includes("ran-in-a-file") && alarms.push(request.url()));
  context.on("dialog", (dialog) => {
    if (!dialog.message().includes(VIEWER)) alarms.push(dialog.message());
    void dialog.dismiss().catch(() => undefined);
  });
  for (const file of FILES) {
    const id = await upload(owner, evil.card.id, file);
    const at = `${milepost.url}/api/v1/files/${id}/versions/1`;
    const { headers } = await fetch(`${at}/content`, { headers: { cookie: owner.cookie } });
    expect(headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(headers.get("content-type")).not.toMatch(/html|xml|svg/);
    // What is saved instead of shown ends the navigation; that is the wished answer.
    for (const way of ["content", "preview"]) await page.goto(`${at}/${way}`).catch(() => null);
    await page.goto(`${milepost.url}/robots.txt`);
    await page.evaluate(putIntoPage, [`${at}/content`, `${at}/preview`]);
  }
  await page.goto(`${milepost.url}/c/${evil.card.ref}`);
  await expect(page.getByText("mail.mht").first()).toBeVisible({ timeout: 20_000 });
  expect(alarms).toEqual([]);
});

function joined(bytes: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array([...bytes, ...new TextEncoder().encode(text)]);
}

/** Everything that a program in a text would cause. */
function listenFor(page: Page): string[] {
  const alarms: string[] = [];
  page.on("dialog", (dialog) => {
    alarms.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/content security policy|violates/i.test(message.text())) alarms.push(message.text());
  });
  page.on("pageerror", (error) => alarms.push(String(error)));
  return alarms;
}

function unfold(): void {
  for (const details of document.querySelectorAll("details")) details.open = true;
}

/** How often the mark of the hostile texts stands in the page as something to read. */
function countWords(): number {
  const fields = [...document.querySelectorAll("input, textarea")].map((field) =>
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : "",
  );
  return [document.body.innerText, ...fields].join("\n").split("__xss").length - 1;
}

/** Parts of the page that only a text could have brought: event attributes, script addresses, foreign frames. */
function foreignParts(): string[] {
  const script = /^(javascript|vbscript|file|data:(?!image\/(gif|png|jpe?g|webp|svg)))/i;
  const found = [...document.querySelectorAll("*")].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => {
        if (name.startsWith("on") || name === "srcdoc") return true;
        const address = /^(href|xlink:href|src|action|formaction|data)$/.test(name);
        return address && script.test(value.replaceAll(/[\s\p{Cc}\p{Cf}]/gu, ""));
      })
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  );
  const alien = document.querySelectorAll(
    "script:not([src]):not([type='application/json']), base, object, embed, marquee, meta[http-equiv='refresh'], math",
  );
  return [...found, ...[...alien].map((element) => element.outerHTML.slice(0, 120))];
}

/** As an image, a frame and an object, as a foreign text would try it. */
async function putIntoPage(addresses: string[]): Promise<void> {
  const made = addresses.flatMap((address) => {
    const image = Object.assign(document.createElement("img"), { src: address });
    const frame = Object.assign(document.createElement("iframe"), { src: address });
    const object = Object.assign(document.createElement("object"), { data: address });
    return [image, frame, object];
  });
  const settled = made.map(
    (element) =>
      new Promise((resolve) => {
        element.addEventListener("load", resolve);
        element.addEventListener("error", resolve);
        setTimeout(resolve, 500);
      }),
  );
  document.body.append(...made);
  await Promise.all(settled);
}
