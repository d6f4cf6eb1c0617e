import { expect, test } from "vitest";
import { crawler } from "../testing/leak-crawler.ts";
import { seedContacts, sessionCookie } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { app, database, seed, as } = server;
const { dana } = await seedContacts(server);
const db = database.maintenance;
const page = "/portal/birch/acme";

const HOSTILE = [
  "<script>window.hit()</script>",
  "<img src=x onerror=window.hit()>",
  '"><svg onload=window.hit()>',
  "' autofocus onfocus='window.hit()",
  "javascript:window.hit()",
  "[click](javascript:window.hit())",
  "[click](data:text/html,<script>window.hit()</script>)",
  "![x](https://evil.test/pixel.png)",
  "</title><script>window.hit()</script>",
  "</style><script>window.hit()</script>",
  "<iframe srcdoc='<script>window.hit()</script>'>",
  "{{constructor.constructor('window.hit()')()}}",
  "<a href=' javascript:window.hit()'>x</a>",
  "<form action=https://evil.test><button>go</button></form>",
  "<base href=https://evil.test/>",
  "<meta http-equiv=refresh content='0;url=https://evil.test'>",
].join(" ");

interface Tag {
  name: string;
  attributes: [name: string, value: string][];
}

/** The tags as a browser would read them: what stands inside quotes is no tag. */
function tagsIn(html: string): Tag[] {
  const bare = html.replaceAll(/<style>[^<]*<\/style>/g, "");
  return [...bare.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*"|='[^']*'|=[^\s>]+)?)*)\s*\/?>/gi)].map(
    ([, name = "", rest = ""]) => ({
      name: name.toLowerCase(),
      attributes: [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [
        key.toLowerCase(),
        value,
      ]),
    }),
  );
}

const WATCHED = ["script", "iframe", "object", "embed", "base", "svg", "img", "form", "a", "link", "meta"];

function dangersIn(html: string): string[] {
  return tagsIn(html).flatMap(({ name, attributes }) => {
    const value = (key: string) => attributes.find(([each]) => each === key)?.[1] ?? "";
    const found = attributes.filter(([key]) => key.startsWith("on") || key === "srcdoc").map(([key]) => key);
    const leads = ["href", "src", "action", "formaction"]
      .map(value)
      .filter((lead) => /^\s*(javascript|data|https?:)/i.test(lead));
    // Web addresses in texts are links, which tell the other site nothing of where they stood.
    const told =
      name === "a" && value("rel") === "noopener noreferrer" ? /^https?:\/\//i : /^http:\/\/localhost:4280/;
    const foreign = WATCHED.includes(name) ? leads.filter((lead) => !told.test(lead)) : [];
    const script = name === "script" && value("src") !== "/portal.js" ? ["a script"] : [];
    const frame = ["iframe", "object", "embed", "base"].includes(name) ? [name] : [];
    const refresh = value("http-equiv") ? ["a refresh"] : [];
    return [...found, ...foreign, ...script, ...frame, ...refresh].map((what) => `${name}: ${what}`);
  });
}

async function hostileWorld(): Promise<void> {
  const sam = as(seed.sam);
  await db.updateTable("workspaces").set({ name: HOSTILE }).where("slug", "=", "birch").execute();
  await db.updateTable("clients").set({ name: HOSTILE }).execute();
  await db.updateTable("persons").set({ name: HOSTILE }).execute();
  await db
    .updateTable("projects")
    .set({ name: HOSTILE, outcome: HOSTILE, scopeIn: HOSTILE, scopeOut: HOSTILE, securityLevel: "easy" })
    .execute();
  const { ids, publish } = await publishedPlan(server, [{ title: "Launch", targetOn: "2026-04-30" }]);
  await sam.post(`/milestones/${ids[0]}/criteria`, { text: HOSTILE });
  const subject = { kind: "milestone", id: ids[0] };
  await sam.post("/comments", { subject, audience: "client", body: HOSTILE });
  await sam.post("/comments", {
    subject: { kind: "project", id: seed.acme.id },
    audience: "client",
    body: HOSTILE,
  });
  await db.updateTable("milestones").set({ title: HOSTILE, outcome: HOSTILE, why: HOSTILE }).execute();
  await publish(HOSTILE);
}

test("the eye for dangers sees each of them", () => {
  expect(dangersIn(HOSTILE).length).toBeGreaterThan(7);
});

test("A64: hostile texts stay words on every page that a client can follow, and no page lets a script in", async () => {
  await hostileWorld();
  const walk = crawler(server, await sessionCookie(server, dana, "account"));
  await walk.follow(page);
  const pages = walk.fetched.filter(({ kind, status }) => kind === "html" && status === 200);
  expect(pages.length).toBeGreaterThanOrEqual(5);
  expect(pages.filter(({ texts }) => texts[0]?.includes("window.hit()")).length).toBeGreaterThanOrEqual(5);
  for (const { path, texts } of pages) expect([path, dangersIn(texts[0] ?? "")]).toEqual([path, []]);
  const policy = String(
    (await app.inject({ url: page, headers: { cookie: "" } })).headers["content-security-policy"],
  );
  expect(policy).toContain("script-src 'self'");
  expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|\*|data:|blob:/);
  expect(policy).toMatch(/default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/);
});

const FILES = [
  ["page.html", "text/html", "<script>window.hit()</script>"],
  [
    "image.svg",
    "image/svg+xml",
    "<svg xmlns='http://www.w3.org/2000/svg'><script>window.hit()</script></svg>",
  ],
  ["feed.xml", "text/xml", "<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'><script/></x>"],
  ["x.svg", "image/svg+xml;x", "<svg onload='window.hit()'/>"],
  ["both.pdf", "application/pdf", "%PDF-1.4 <script>window.hit()</script>"],
] as const;

test("A61: what somebody uploaded is kept, never shown as a page, however it is asked for", async () => {
  const cookie = await sessionCookie(server, dana, "account");
  const form = /name="form" value="([^"]+)"/.exec(
    (await app.inject({ url: `${page}/files`, headers: { cookie } })).body,
  )?.[1];
  const parts = FILES.map(
    ([name, type, text]) =>
      `--edge\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${text}\r\n`,
  );
  const sent = await app.inject({
    method: "POST",
    url: `${page}/files`,
    headers: { cookie, "content-type": "multipart/form-data; boundary=edge" },
    payload: `--edge\r\ncontent-disposition: form-data; name="form"\r\n\r\n${form}\r\n${parts.join("")}--edge--\r\n`,
  });
  expect(sent.statusCode).toBe(303);
  const walk = crawler(server, cookie);
  await walk.follow(`${page}/files`);
  const downloads = walk.fetched.filter(({ path }) => /\/files\/[0-9a-f-]{36}\//.test(path));
  expect(downloads.length).toBeGreaterThanOrEqual(FILES.length);
  for (const { path } of downloads)
    for (const [query, dest] of [
      ["", "document"],
      ["?inline=1", "iframe"],
      ["?type=text/html", "embed"],
    ] as const) {
      const { headers, statusCode } = await app.inject({
        url: path.split("?", 1)[0] + query,
        headers: { cookie, "sec-fetch-dest": dest, accept: "text/html" },
      });
      expect([path, statusCode]).toEqual([path, 200]);
      expect(String(headers["content-disposition"])).toMatch(/^attachment/);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(String(headers["content-security-policy"])).toContain("sandbox");
      expect(String(headers["content-type"])).not.toMatch(/html|svg|xml/);
    }
});

test("A41: backups, exports and what lies in the data folder are behind no address", async () => {
  const cookies = [await sessionCookie(server, dana, "account"), seed.jo.cookie, seed.amara.cookie, ""];
  const paths = [
    "/backup",
    "/backups",
    "/backup.tar",
    "/export",
    "/exports/birch.zip",
    "/dump.sql",
    "/data/backup",
    "/files/",
    "/secrets/link.key",
    "/..%2fsecrets%2flink.key",
    "/portal/birch/backup",
    "/portal/birch/acme/export",
    "/api/v1/backup",
    "/api/v1/backups",
    "/api/v1/export",
    "/api/v1/workspaces/current/export",
  ];
  for (const cookie of cookies)
    for (const url of paths) {
      const { statusCode } = await app.inject({ url, headers: { cookie, accept: "*/*" } });
      expect([url, [401, 404].includes(statusCode)]).toEqual([url, true]);
    }
});
