import { beforeEach, expect, test } from "vitest";
import { givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";
import { networkOf } from "./session-source.ts";

const direct = await testServer();
const proxied = await testServer({ trustProxy: 1 });
await givePassword(direct, direct.seed.sam);
await givePassword(proxied, proxied.seed.sam);
const { sam } = direct.seed;

beforeEach(async () => {
  for (const { database } of [direct, proxied]) await database.outside.deleteFrom("auth.attempts").execute();
});

const attempt = async (
  { app }: typeof direct,
  {
    from = "198.51.100.7",
    forwarded,
    email = sam.email,
    password = "a wrong password",
  }: { from?: string; forwarded?: string; email?: string; password?: string },
) =>
  app.inject({
    method: "POST",
    url: "/api/v1/session",
    remoteAddress: from,
    headers: forwarded ? { "x-forwarded-for": forwarded } : {},
    payload: { email, password },
  });

async function statuses(
  count: number,
  one: (n: number) => ReturnType<typeof attempt>,
): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let n = 0; n < count; n++) {
    const { statusCode } = await one(n);
    seen[statusCode] = (seen[statusCode] ?? 0) + 1;
  }
  return seen;
}

test("A49: invented X-Forwarded-For addresses do not help", async () => {
  expect(await statuses(15, (n) => attempt(direct, { forwarded: `203.0.113.${n}` }))).toEqual({
    401: 10,
    429: 5,
  });
});

test("A49: behind one trusted proxy only the address that the proxy saw counts", async () => {
  const through = (n: number) => attempt(proxied, { forwarded: `203.0.113.${n}, 198.51.100.9` });
  expect(await statuses(15, through)).toEqual({ 401: 10, 429: 5 });
  expect((await attempt(proxied, { forwarded: "198.51.100.10" })).statusCode).toBe(401);
});

test("A49: the addresses of one IPv6 line count as one", async () => {
  expect(await statuses(15, (n) => attempt(direct, { from: `2001:db8:1:2::${n + 1}` }))).toEqual({
    401: 10,
    429: 5,
  });
  expect((await attempt(direct, { from: "2001:db8:1:3::1" })).statusCode).toBe(401);
});

test("A49: parallel tries are counted one by one", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => attempt(direct, {})));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(10);
});

test("A51: the limit is the same for an address that nobody has", async () => {
  expect(await statuses(15, () => attempt(direct, { email: "nobody@example.test" }))).toEqual({
    401: 10,
    429: 5,
  });
});

test("a right password still opens after wrong ones, from there and from elsewhere", async () => {
  await statuses(20, () => attempt(direct, {}));
  expect((await attempt(direct, { from: "192.0.2.1", password: PASSWORD })).statusCode).toBe(201);
  expect((await attempt(direct, { password: PASSWORD })).statusCode).toBe(201);
  expect((await attempt(direct, {})).statusCode).toBe(401);
});

test("after fifty wrong ones nothing is looked at until the window is over, and the answer says how long", async () => {
  await statuses(50, () => attempt(direct, {}));
  const shut = await attempt(direct, { password: PASSWORD });
  expect(shut.statusCode).toBe(429);
  expect(Number(shut.headers["retry-after"])).toBeGreaterThan(0);
  const now = direct.kit.at;
  direct.kit.at = new Date(now.getTime() + 16 * 60_000);
  expect((await attempt(direct, { password: PASSWORD })).statusCode).toBe(201);
  direct.kit.at = now;
});

test("one network is an IPv4 address or an IPv6 /64", () => {
  expect(networkOf("198.51.100.7")).toBe("198.51.100.7");
  expect(networkOf("::ffff:198.51.100.7")).toBe("198.51.100.7");
  expect(networkOf("2001:DB8::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("2001:db8:0:0:ffff::1")).toBe("2001:db8:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
});
