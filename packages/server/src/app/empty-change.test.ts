import { expect, test } from "vitest";
import { fingerprint } from "../testing/fingerprint.ts";
import { requestFor } from "../testing/matrix-request.ts";
import { makeWorld } from "../testing/matrix-world.ts";
import { testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";

const { app, database, seed } = await testServer();
const world = await makeWorld(database.maintenance, seed);
const changes = ROUTES.filter(({ method, body }) => method === "PATCH" && body?.safeParse({}).success);

test.each(changes.map((route) => [route.id, route] as const))(
  "%s with nothing to change changes nothing and tells of nothing",
  async (_id, route) => {
    const before = await fingerprint(database.maintenance);
    // What somebody worked is theirs alone.
    const asker = route.path.includes("{entryId}") ? world.own.person : seed.amara;
    const request = { ...requestFor(route, world.own, world, asker), payload: {} };
    const [first, second] = [await app.inject(request), await app.inject(request)];
    expect(first.statusCode, first.body).toBe(200);
    expect(second.body).toBe(first.body);
    expect(await fingerprint(database.maintenance)).toEqual(before);
  },
);

test("hardly any change can be asked for without a field", () => {
  expect(changes.length).toBeGreaterThanOrEqual(15);
});
