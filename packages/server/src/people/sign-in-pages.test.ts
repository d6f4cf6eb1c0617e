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

test("after five wrong codes the step is over, and says so where it begins", async () => {
  const cookie = cookieOf(await as(null).post("/session", { email: seed.sam.email, password: PASSWORD }));
  const { body } = await as(null).post("/me/totp", { password: PASSWORD }, { cookie });
  const on = await as(null).post("/me/totp/confirm", { code: totpOf(body.uri) }, { cookie });
  const tab = browser(server);
  const fields = { email: seed.sam.email, password: PASSWORD, next: "/p/acme" };
  const first = await tab.send("/signin", (await tab.get("/signin")).body, fields);
  let page = await tab.get(String(first.headers.location));
  for (let n = 0; n < 5; n++) {
    page = await tab.send("/signin/code", page.body, { totp: "000000", next: "/p/acme" });
    expect(page.statusCode).toBe(401);
  }
  const right = { totp: totpOf(body.uri, 1), next: "/p/acme" };
  const over = await tab.send("/signin/code", page.body, right);
  expect(over).toMatchObject({
    statusCode: 303,
    headers: { location: "/signin?done=over&next=%2Fp%2Facme" },
  });
  const start = await tab.get(String(over.headers.location));
  expect(start.body).toContain("too many tries. Sign in again.");
  expect(start.body).toContain('name="next" value="/p/acme"');
  await as(null).delete("/me/totp", { password: PASSWORD }, { cookie: cookieOf(on) });
});

test("too many wrong passwords are told until when to wait, with the address kept", async () => {
  const tab = browser(server);
  let page = await tab.get("/signin");
  for (let n = 0; n < 11; n++)
    page = await tab.send("/signin", page.body, { email: "lou@example.test", password: "not this one" });
  expect(page.statusCode).toBe(429);
  expect(page.headers["retry-after"]).toBe("900");
  expect(page.body).toContain("Too many tries. Try again in 15 minutes.");
  expect(page.body).toContain('value="lou@example.test"');
});

test("the cursor stands in the first field that is wrong, else in the first that is empty", async () => {
  const tab = browser(server);
  const at = ({ body }: { body: string }) => /<input id="(\w+)"[^>]* data-first=""/.exec(body)?.[1];
  const page = await tab.get("/signin");
  expect(at(page)).toBe("email");
  expect(at(await tab.send("/signin", page.body, { email: seed.sam.email, password: "not it" }))).toBe(
    "password",
  );
  expect(at(await tab.send("/signin", page.body, { email: "sam", password: PASSWORD }))).toBe("email");
});

test("without a mail server no form pretends to mail a link", async () => {
  kit.mail.configured = false;
  const tab = browser(server);
  const page = await tab.get("/reset");
  kit.mail.configured = true;
  expect(page.body).not.toContain("<form");
  expect(page.body).toContain("milepost user reset-password");
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
  const wrong = await tab.send("/setup", page.body, { ...fields, to: "07:00", email: "amara" });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.body).toContain('value="Studio Birch"');
  expect(wrong.body).toContain("Give times from early to late, without overlap.");
  expect(wrong.body).toContain("Use a whole mail address");
  expect(wrong.body).toContain("Type it once more");
  const idle = await tab.send("/setup", page.body, { ...fields, day0: "", day3: "" });
  expect(idle.body).toContain("Choose at least one working day.");
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
