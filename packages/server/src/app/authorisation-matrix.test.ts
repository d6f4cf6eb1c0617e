import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type AnyRoute, isOpen } from "../access/route.ts";
import { type Database, openDatabase, type Tx } from "../db/database.ts";
import { sealPending } from "../events/sealer.ts";
import { countUnsealed } from "../events/seals.store.ts";
import { Problem } from "../kit/errors.ts";
import { freshDatabase } from "../testing/database.ts";
import { fingerprint } from "../testing/fingerprint.ts";
import {
  ACTORS,
  actorsOf,
  type Expected,
  expected,
  OUTSIDE,
  PLACES,
  roleTable,
} from "../testing/matrix-expectation.ts";
import {
  DECIDE_THEMSELVES,
  NOTHING_THERE,
  OPEN_TO_EVERYBODY,
  OWN_ACCOUNT,
} from "../testing/matrix-overrides.ts";
import { addressOf, requestFor } from "../testing/matrix-request.ts";
import { makeWorld, type Place, putBlobs } from "../testing/matrix-world.ts";
import { contactActors } from "../testing/portal.ts";
import { seedWorkspace } from "../testing/seed.ts";
import { testKit } from "../testing/server.ts";
import { buildHttp } from "./http.ts";
import { ROUTES } from "./routes.ts";

const real = openDatabase(await freshDatabase(), () => undefined);
const seed = await seedWorkspace(real);
const world = await makeWorld(real.maintenance, seed);
const kit = testKit();
const actors = actorsOf(seed, await contactActors({ database: real, kit, seed }));
putBlobs(kit.dataDir, world);
const table = roleTable();
/** Refusals that came only after something had been written or locked. */
const tooLate: string[] = [];
const app = await buildHttp(
  { kit, database: undone(real) },
  { trustProxy: 0, logLevel: "silent", routes: ROUTES },
);
await sealed(real);
const before = await fingerprint(real.maintenance);
let cases = 0;
afterAll(async () => {
  await app.close();
  await real.close();
});
beforeEach(() => tooLate.splice(0));

/** Whoever asks for a proof has what happened sealed first: here nothing is left to be sealed. */
async function sealed(database: Database): Promise<void> {
  while ((await countUnsealed(database.maintenance)) > 0)
    if ((await sealPending(database)) === 0) await pause(20);
}

class Undo extends Error {}

/** Every transaction is taken back when it is done: one world serves all cases. */
function undone(database: Database): Database {
  return {
    ...database,
    inWorkspace: (workspaceId, work, options) =>
      takenBack((run) => database.inWorkspace(workspaceId, run, options), work),
    inAccess: (question, { prepare, work }, options) =>
      takenBack((run) => database.inAccess(question, { prepare, work: run }, options), work),
  };
}

async function takenBack<T, A extends [Tx, ...unknown[]]>(
  open: (run: (...begun: A) => Promise<never>) => Promise<never>,
  work: (...begun: A) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined;
  const run = async (...begun: A): Promise<never> => {
    try {
      result = { value: await work(...begun) };
    } catch (error) {
      if (error instanceof Problem && (error.status === 403 || error.status === 404))
        await noteWrites(begun[0], error);
      throw error;
    }
    throw new Undo();
  };
  const ended = await open(run).catch((error: unknown) => {
    if (!(error instanceof Undo) || !result) throw error;
    return result.value;
  });
  return ended;
}

async function noteWrites(tx: Database["outside"], problem: Problem): Promise<void> {
  const { rows } = await sql<{
    wrote: boolean;
  }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(tx);
  if (rows[0]?.wrote) tooLate.push(problem.message);
}

const checked = ROUTES.filter((route) => actionOf(route) !== undefined);

describe.each(checked.map((route) => [route.id, route] as const))("%s", (_id, route) => {
  test.each(PLACES.filter((place) => place === "own" || addressOf(route).includes("{")))(
    "on what is %s",
    async (placeName) => {
      const wrong = await Promise.all(
        ACTORS.map(async (actor) => {
          const { status, why } = await ask(route, world[placeName], actor);
          const action = actionOf(route) ?? "";
          const wanted = expected(table, { action, path: addressOf(route), actor, place: placeName });
          return asExpected(route.id, status, wanted) === wanted
            ? []
            : [`${actor}: ${wanted} expected, ${status} got ${why}`];
        }),
      );
      cases += wrong.length;
      expect(wrong.flat()).toEqual([]);
      expect(tooLate).toEqual([]);
    },
  );
});

test("routes that decide by themselves are known by name, and closed to whoever has no session", async () => {
  const open = ROUTES.filter(isOpen);
  const named = [...OPEN_TO_EVERYBODY, ...OWN_ACCOUNT, ...Object.keys(DECIDE_THEMSELVES)];
  expect(open.map(({ id }) => id).filter((id) => !named.includes(id))).toEqual([]);
  for (const route of open.filter(({ policy }) => policy === "session")) {
    for (const actor of OUTSIDE) {
      cases++;
      expect([route.id, actor, (await ask(route, world.own, actor)).status]).toEqual([route.id, actor, 401]);
    }
  }
});

test("nothing was changed by all of this", async () => {
  expect(await fingerprint(real.maintenance)).toEqual(before);
});

test("the matrix is large enough to mean something", () => {
  expect(cases).toBeGreaterThanOrEqual(2_000);
});

/** A refusal must be the right one; what is allowed may still meet a rule of the plan, but is never unreadable or a fault. */
function asExpected(id: string, status: number, wanted: Expected): Expected | number {
  if (status === 404 && NOTHING_THERE.includes(id)) return wanted;
  const fine = status < 400 || status === 409 || status === 412 || status === 422;
  return wanted === "allowed" && fine ? "allowed" : status;
}

function actionOf(route: AnyRoute): string | undefined {
  return isOpen(route) ? DECIDE_THEMSELVES[route.id] : route.policy.action;
}

async function ask(route: AnyRoute, given: Place, actor: (typeof ACTORS)[number]) {
  const place = actor === "stranger" && !addressOf(route).includes("{") ? world.foreign : given;
  const answer = await app.inject(requestFor(route, place, world, actors[actor]));
  return { status: answer.statusCode, why: answer.statusCode < 400 ? "" : answer.body };
}
