import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { linkToken } from "../kit/secret.ts";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { emptyServer, type TestServer, testServer } from "../testing/server.ts";
import { totpOf } from "../testing/totp.ts";

const server = await testServer();
const { seed, as, app, kit, database } = server;
await givePassword(server, seed.sam, seed.jo);

/** A browser without JavaScript: keeps cookies, fills the form it was shown. */
function browser({ app }: Pick<TestServer, "app">) {
  const jar = new Map<string, string>();
  const keep = (lines: unknown) => {
    for (const line of [lines ?? []].flat()) {
      const [name = "", value = ""] = (String(line).split(";")[0] ?? "").split("=", 2);
      jar.set(name, value);
    }
  };
  const headers = () => ({ cookie: [...jar].map((pair) => pair.join("=")).join("; ") });
  return {
    jar,
    async get(url: string) {
      const answer = await app.inject({ url, headers: headers() });
      keep(answer.headers["set-cookie"]);
      return answer;
    },
    async send(url: string, html: string, fields: Record<string, string>, more: Record<string, string> = {}) {
      const form = /name="form" value="([^"]+)"/.exec(html)?.[1] ?? "";
      const answer = await app.inject({
        method: "POST",
        url,
        headers: { ...headers(), "content-type": "application/x-www-form-urlencoded", ...more },
        payload: new URLSearchParams({ form, ...fields }).toString(),
      });
      keep(answer.headers["set-cookie"]);
      return answer;
    },
  };
}

async function linkOf(kind: "reset" | "invitation", email: string): Promise<string> {
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("toEmail", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return `/${kind}/${linkToken(kit.linkKey, kind, (mail.data as { linkId: string }).linkId)}`;
}

test("signing in with a form keeps the address typed and goes where it was asked to", async () => {
  const tab = browser(server);
  const page = await tab.get("/signin?next=%2Fp%2Facme%3Fwho%3Dme");
  expect(page.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  expect(page.body).toMatch(/autocomplete="current-password"/i);
  const next = "/p/acme?who=me";
  const wrong = await tab.send("/signin", page.body, {
    email: seed.sam.email,
    password: "not this one",
    next,
  });
  expect(wrong.statusCode).toBe(401);
  expect(wrong.body).toContain(`value="${seed.sam.email}"`);
  expect(wrong.body).not.toContain("not this one");
  expect(wrong.body).toContain('role="alert"');
  const right = await tab.send(
    "/signin",
    wrong.body,
    { email: seed.sam.email, password: PASSWORD, next },
    { origin: "null" },
  );
  expect(right).toMatchObject({ statusCode: 303, headers: { location: next } });
  expect((await tab.get("/api/v1/me")).json().person.name).toBe("Sam");
  expect((await tab.get("/signin")).headers.location).toBe("/");
});

test("A58: a form of another site or without its own token is refused", async () => {
  const tab = browser(server);
  const page = await tab.get("/signin");
  const fields = { email: seed.sam.email, password: PASSWORD };
  expect((await tab.send("/signin", page.body, fields, { origin: "https://evil.example" })).statusCode).toBe(
    403,
  );
  expect((await tab.send("/signin", page.body, fields, { "sec-fetch-site": "cross-site" })).statusCode).toBe(
    403,
  );
  expect((await tab.send("/signin", "", fields, { origin: "null" })).statusCode).toBe(403);
  const stranger = browser(server);
  expect((await stranger.send("/signin", page.body, fields)).statusCode).toBe(403);
  expect(tab.jar.has("milepost.session_token")).toBe(false);
});

test("the second step asks for the code alone, on its own page", async () => {
  const cookie = cookieOf(await as(null).post("/session", { email: seed.jo.email, password: PASSWORD }));
  const { body } = await as(null).post("/me/totp", { password: PASSWORD }, { cookie });
  await as(null).post("/me/totp/confirm", { code: totpOf(body.uri) }, { cookie });
  const tab = browser(server);
  const first = await tab.send("/signin", (await tab.get("/signin")).body, {
    email: seed.jo.email,
    password: PASSWORD,
    next: "/p/acme",
  });
  expect(first.headers.location).toBe("/signin/code?next=%2Fp%2Facme");
  expect((await tab.get("/api/v1/me")).statusCode).toBe(401);
  const page = await tab.get(String(first.headers.location));
  expect(page.body).not.toContain(PASSWORD);
  const wrong = await tab.send("/signin/code", page.body, { totp: "000000", next: "/p/acme" });
  expect(wrong.statusCode).toBe(401);
  const right = await tab.send("/signin/code", wrong.body, { totp: totpOf(body.uri, 1), next: "/p/acme" });
  expect(right).toMatchObject({ statusCode: 303, headers: { location: "/p/acme" } });
  expect((await tab.get("/api/v1/me")).json().person.name).toBe("Jo");
});

test("looking at a reset link does not use it, sending the form does", async () => {
  const tab = browser(server);
  const asked = await tab.send("/reset", (await tab.get("/reset")).body, { email: seed.sam.email });
  expect(asked.body).toContain("Look at your mail");
  const link = await linkOf("reset", seed.sam.email);
  for (let n = 0; n < 3; n++) expect((await app.inject({ url: link })).statusCode).toBe(200);
  const page = await tab.get(link);
  const short = await tab.send(link, page.body, { password: "short" });
  expect(short.statusCode).toBe(400);
  expect(short.body).toContain("Use at least 10 characters.");
  const done = await tab.send(link, short.body, { password: "a new long password" });
  expect(done.headers.location).toBe("/signin?done=reset");
  const again = await tab.get(link);
  expect(again.statusCode).toBe(410);
  expect(again.body).toContain("no longer valid");
  expect((await tab.get("/reset/not-a-token")).statusCode).toBe(410);
});

test("an invited person joins with a form", async () => {
  await as(seed.amara).post("/invitations", { email: "nia@example.test", role: "member" });
  const link = await linkOf("invitation", "nia@example.test");
  const tab = browser(server);
  const page = await tab.get(link);
  expect(page.body).toContain("Join Studio Birch");
  const joined = await tab.send(link, page.body, { name: "Nia", password: PASSWORD });
  expect(joined).toMatchObject({ statusCode: 303, headers: { location: "/" } });
  expect((await tab.get("/api/v1/me")).json()).toMatchObject({ person: { name: "Nia" }, role: "member" });
});

test("the first start asks in one form and opens the workspace", async () => {
  const fresh = await emptyServer();
  const tab = browser(fresh);
  expect((await tab.get("/signin")).headers.location).toBe("/setup");
  const page = await tab.get("/setup");
  const fields = {
    name: "Amara",
    email: "amara@example.test",
    password: PASSWORD,
    workspaceName: "Studio Birch",
    timeZone: "Europe/Berlin",
    day0: "on",
    day3: "on",
    from: "08:30",
    to: "12:30",
  };
  const wrong = await tab.send("/setup", page.body, { ...fields, to: "07:00" });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.body).toContain('value="Studio Birch"');
  expect((await tab.send("/setup", wrong.body, fields)).headers.location).toBe("/");
  const workspace = (await tab.get("/api/v1/workspaces/current")).json();
  expect(workspace.week).toEqual([[[510, 750]], [], [], [[510, 750]], [], [], []]);
  expect((await tab.get("/setup")).headers.location).toBe("/signin");
});

test("every page is small, and the script is no part of it", async () => {
  const fresh = await emptyServer();
  const sizes = await Promise.all(
    [fresh.app.inject({ url: "/setup" }), app.inject({ url: "/signin" }), app.inject({ url: "/reset" })].map(
      async (answer) => Buffer.byteLength((await answer).body),
    ),
  );
  const script = gzipSync((await app.inject({ url: "/sign-in.js" })).body).length;
  for (const size of sizes) expect(size + script).toBeLessThan(40 * 1024);
});
