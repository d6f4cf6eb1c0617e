import { beforeEach, expect, test } from "vitest";
import { givePassword } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";

const WORK_MS = 20;
const ROUNDS = 9;

const server = await testServer();
const { seed, as, database, kit } = server;
const { passwordHash: quick } = kit;
let hashed = 0;
const slowly = async <T>(work: () => Promise<T>): Promise<T> => {
  hashed += 1;
  await new Promise((resume) => setTimeout(resume, WORK_MS));
  return work();
};
if (!quick) throw new Error("the test kit brings a hash");
// Before the first request: as slow as a real hash, and counted.
kit.passwordHash = {
  hash: (password) => slowly(() => quick.hash(password)),
  verify: (both) => slowly(() => quick.verify(both)),
};
await givePassword(server, seed.sam, seed.rex);

beforeEach(async () => {
  hashed = 0;
  await database.outside.deleteFrom("auth.attempts").execute();
});

/** The median of some tries, taken in turns so that a busy moment meets all of them. */
async function medians(tries: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = tries.map(() => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [at, attempt] of tries.entries()) {
      const began = performance.now();
      await attempt();
      times[at]?.push(performance.now() - began);
    }
  return times.map((each) => each.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? 0);
}

const signIn = (email: string) => () =>
  as(null).post("/session", { email, password: "a wrong password" }, { "x-forwarded-for": "203.0.113.9" });
const resetFor = (email: string) => () => as(null).post("/password-reset", { email });

test("A51: a sign-in that fails costs the same for known, unknown and removed people", {
  retry: 3,
}, async () => {
  const emails = [seed.sam.email, "nobody@example.test", seed.rex.email];
  for (const email of emails) {
    hashed = 0;
    await signIn(email)();
    expect([email, hashed]).toEqual([email, 1]);
  }
  await database.outside.deleteFrom("auth.attempts").execute();
  const [known = 0, unknown = 0, removed = 0] = await medians(emails.map(signIn));
  expect(known).toBeGreaterThan(WORK_MS * 0.9);
  expect(Math.abs(unknown - known) / known).toBeLessThan(0.1);
  expect(Math.abs(removed - known) / known).toBeLessThan(0.1);
});

test("A51: asking for a reset takes no telling time", { retry: 3 }, async () => {
  const [known = 0, unknown = 0] = await medians([seed.sam.email, "nobody@example.test"].map(resetFor));
  expect(Math.abs(known - unknown)).toBeLessThan(Math.max(0.1 * known, 2));
});
