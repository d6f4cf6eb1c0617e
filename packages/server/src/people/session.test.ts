import { expect, test } from "vitest";
import { sha256 } from "../kit/secret.ts";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";
import { authOf } from "./auth.ts";

const server = await testServer();
const { seed, as, app, database } = server;
const nobody = as(null);

await givePassword(server, seed.amara, seed.rex);

test("a right password opens a session, signing out ends it", async () => {
  const opened = await nobody.post(
    "/session",
    { email: "Amara@example.test", password: PASSWORD },
    { "user-agent": "Firefox" },
  );
  expect(opened).toMatchObject({ status: 201, body: { personId: seed.amara.id, name: "Amara" } });
  const cookie = cookieOf(opened);
  expect((await nobody.get("/me", { cookie })).body.person.name).toBe("Amara");
  const list = await nobody.get("/sessions", { cookie });
  expect(list.body.items[0]).toMatchObject({ current: true, address: "127.0.0.1", device: "Firefox" });
  const ended = await nobody.delete("/session", undefined, { cookie });
  expect(ended.status).toBe(204);
  expect(String(ended.headers["set-cookie"])).toContain("Max-Age=0");
  expect((await nobody.get("/me", { cookie })).status).toBe(401);
});

test("A60: the token is in an HttpOnly cookie and nowhere else, in the database only its hash", async () => {
  const opened = await nobody.post("/session", { email: seed.amara.email, password: PASSWORD });
  const line = String(opened.headers["set-cookie"]);
  expect(line).toMatch(/^milepost\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const token = decodeURIComponent(cookieOf(opened)).split("=")[1]?.split(".")[0] ?? "";
  expect(token.length).toBeGreaterThanOrEqual(32);
  expect(JSON.stringify(opened.body)).not.toContain(token);
  const kept = await database.outside.selectFrom("auth.session").select(["token"]).execute();
  expect(kept.map((row) => row.token)).toContain(sha256(token));
  expect(kept.map((row) => row.token)).not.toContain(token);
});

test("A51: an unknown address, a wrong password and a removed member sound the same", async () => {
  const tries = [
    { email: "nobody@example.test", password: PASSWORD },
    { email: seed.amara.email, password: "not the password" },
    { email: seed.rex.email, password: PASSWORD },
    { email: seed.gil.email, password: PASSWORD },
  ];
  const answers = await Promise.all(tries.map((body) => nobody.post("/session", body)));
  const shapes = new Set(
    answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: "" })),
  );
  expect(shapes.size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401, body: { type: "urn:milepost:problem:wrong-credentials" } });
  expect(answers.every(({ headers }) => headers["set-cookie"] === undefined)).toBe(true);
});

test("A53: somebody else's session is not there", async () => {
  const theirs = await as(seed.jo).get("/sessions");
  const id = theirs.body.items[0].id;
  expect((await as(seed.amara).delete(`/sessions/${id}`)).status).toBe(404);
  expect((await as(seed.jo).get("/me")).status).toBe(200);
  expect((await as(seed.jo).delete(`/sessions/${id}`)).status).toBe(204);
  expect((await as(seed.jo).get("/me")).status).toBe(401);
});

test("A58: other sites cannot sign anybody in or out, whatever they send", async () => {
  const foreign = { origin: "https://evil.example", cookie: seed.sam.cookie };
  expect((await nobody.delete("/session", undefined, foreign)).status).toBe(403);
  expect(
    (await nobody.delete("/session", undefined, { "sec-fetch-site": "cross-site", cookie: seed.sam.cookie }))
      .status,
  ).toBe(403);
  for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
    const answer = await app.inject({
      method: "POST",
      url: "/api/v1/session",
      headers: { "content-type": type },
      payload: JSON.stringify({ email: seed.amara.email, password: PASSWORD }),
    });
    expect(answer.statusCode).toBe(415);
  }
  const upload = await app.inject({
    method: "POST",
    url: "/api/v1/session",
    headers: { ...foreign, "content-type": "multipart/form-data; boundary=x" },
    payload: "--x--",
  });
  expect(upload.statusCode).toBe(403);
  expect((await nobody.get("/session", { cookie: seed.sam.cookie })).status).toBe(404);
  const overridden = await nobody.post(
    "/session",
    {},
    { "x-http-method-override": "DELETE", cookie: seed.sam.cookie },
  );
  expect(overridden.status).toBe(400);
  expect((await as(seed.sam).get("/me")).status).toBe(200);
});

test("A36: a user id in the body opens nothing", async () => {
  const answer = await nobody.post("/session", {
    email: seed.amara.email,
    password: PASSWORD,
    userId: seed.ada.userId,
  });
  expect(answer.status).toBe(400);
  expect(
    (
      await nobody.put("/me/password", {
        userId: seed.ada.userId,
        current: PASSWORD,
        next: "another long one",
      })
    ).status,
  ).toBe(401);
  expect((await nobody.post("/me/totp", { userId: seed.ada.userId, password: PASSWORD })).status).toBe(401);
});

test("A35: there is no way to sign up, not even through better-auth's own addresses", async () => {
  const wish = { name: "Eve", email: "eve@evil.example", password: PASSWORD };
  for (const path of ["/sign-up", "/users", "/members", "/setup"]) {
    const status = (await nobody.post(path, wish)).status;
    expect([path, [400, 401, 404, 409].includes(status)]).toEqual([path, true]);
  }
  for (const url of [
    "/api/auth/sign-up/email",
    "/api/auth/sign-in/magic-link",
    "/api/auth/ok",
    "/auth/sign-up/email",
  ])
    expect((await app.inject({ method: "POST", url, payload: wish })).statusCode).toBe(404);
  await expect((await authOf(server)).api.signUpEmail({ body: wish })).rejects.toThrow();
  const users = await database.outside
    .selectFrom("auth.user")
    .select("email")
    .where("email", "=", wish.email)
    .execute();
  expect(users).toEqual([]);
});
