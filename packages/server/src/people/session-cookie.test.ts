import { expect, test } from "vitest";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";

const secure = await testServer({ kit: { baseUrl: "https://plan.example.test" } });
await givePassword(secure, secure.seed.sam);

test("A60: over https the cookie is bound to this host, and signing out clears that one", async () => {
  const nobody = secure.as(null);
  const opened = await nobody.post("/session", { email: secure.seed.sam.email, password: PASSWORD });
  expect(String(opened.headers["set-cookie"])).toMatch(
    /^__Host-milepost\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const cookie = cookieOf(opened);
  expect((await nobody.get("/me", { cookie })).body.person.name).toBe("Sam");
  expect((await nobody.post("/me/totp", { password: PASSWORD }, { cookie })).status).toBe(201);
  const ended = await nobody.delete("/session", undefined, { cookie });
  expect(String(ended.headers["set-cookie"])).toMatch(/^__Host-milepost\.session_token=; .*Secure/);
});
