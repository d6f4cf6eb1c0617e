import { sql } from "kysely";
import { expect, test } from "vitest";
import { sha256 } from "../kit/secret.ts";
import { testServer } from "../testing/server.ts";
import type { AccessQuestion } from "./access.ts";
import type { Tx } from "./database.ts";
import { outcomeOf, settled } from "./entrance.ts";

const { database, seed } = await testServer();
const question: AccessQuestion = { kind: "session", hash: sha256(seed.jo.token), workspace: null };

/** Enters as Jo; tells as whom things were prepared, and as whom the work was done. */
async function enter() {
  const prepared: string[] = [];
  const worked = await database.inAccess(question, {
    prepare: async (tx, access) => {
      prepared.push(access.role);
      await tx.selectFrom("projects").select("id").execute();
      return access.role;
    },
    work: async (_tx, entered) => ({
      role: entered.access?.role ?? null,
      ready: entered.prepared ? settled(entered.prepared) : null,
    }),
  });
  return { prepared, ...worked };
}

const update = (values: { role?: string; status?: string }) =>
  database.maintenance.updateTable("members").set(values).where("personId", "=", seed.jo.id).execute();

test("who asks is who the database says, whatever it said a moment ago", async () => {
  expect(await enter()).toEqual({ prepared: ["member"], role: "member", ready: "member" });
  expect(await enter()).toEqual({ prepared: ["member"], role: "member", ready: "member" });
  await update({ role: "guest" });
  expect(await enter()).toEqual({ prepared: ["member", "guest"], role: "guest", ready: "guest" });
  await update({ status: "removed" });
  expect(await enter()).toEqual({ prepared: ["guest"], role: null, ready: null });
  expect(await enter()).toEqual({ prepared: [], role: null, ready: null });
  await update({ role: "member", status: "active" });
  expect(await enter()).toEqual({ prepared: ["member"], role: "member", ready: "member" });
});

test("what cannot be prepared is told only once it is known who asks", async () => {
  const refused = await outcomeOf(
    database.inAccess(question, {
      prepare: () => Promise.reject(new Error("not here")),
      work: async (_tx, { access, prepared }) => {
        expect(access?.personId).toBe(seed.jo.id);
        return prepared && settled(prepared);
      },
    }),
  );
  expect(refused).toEqual({ error: new Error("not here") });
});

test("a read gives its connection back before its transaction is over, and nothing is left open", async () => {
  await Promise.all(
    Array.from({ length: 40 }, () =>
      database.inAccess(question, { prepare: async () => null, work: async () => null }, { readOnly: true }),
    ),
  );
  await expect
    .poll(async () => {
      const { rows } = await database.ownerPool.query<{ open: number }>(
        "select count(*)::int as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
      );
      return rows[0]?.open;
    })
    .toBe(0);
});

test("reads that arrive together share a trip, and each hears only what is for them", async () => {
  await enter();
  const amara: AccessQuestion = { ...question, hash: sha256(seed.amara.token) };
  await database.inAccess(amara, { prepare: async () => null, work: async () => null }, { readOnly: true });
  const backends = new Set<number>();
  const read = (who: AccessQuestion, work: (tx: Tx) => Promise<unknown>) =>
    outcomeOf(
      database.inAccess(
        who,
        {
          prepare: async (_tx, { role }) => role,
          work: async (tx, { prepared }) => {
            const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
            backends.add(rows[0]?.pid ?? 0);
            await work(tx);
            return prepared && settled(prepared);
          },
        },
        { readOnly: true },
      ),
    );
  const nothing = async () => null;
  expect(await Promise.all([read(question, nothing), read(amara, nothing), read(question, nothing)])).toEqual(
    [{ value: "member" }, { value: "owner" }, { value: "member" }],
  );
  expect(backends.size).toBe(1);
  const broken = (tx: Tx) => sql`select 1 / 0`.execute(tx);
  expect(await Promise.all([read(question, nothing), read(amara, broken), read(question, nothing)])).toEqual([
    { value: "member" },
    { error: expect.objectContaining({ code: "22012" }) },
    { value: "member" },
  ]);
  await update({ status: "removed" });
  expect(await Promise.all([read(question, nothing), read(amara, nothing)])).toEqual([
    { value: undefined },
    { value: "owner" },
  ]);
  await update({ status: "active" });
});
