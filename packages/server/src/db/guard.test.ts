import { expect, inject, test } from "vitest";
import { onServer } from "../testing/cluster.ts";
import { freshDatabase } from "../testing/database.ts";
import { RoleRefusal, refuseBypassingLogin } from "./guard.ts";

const login = await freshDatabase();

test("a login that could walk around row-level security is refused before anything is written", async () => {
  const { admin } = inject("cluster");
  const name = `boss_${process.pid}`;
  const made = await onServer(admin, async (client) =>
    client.query(`create role ${name} login bypassrls password 'x'`).then(
      () => true,
      // A server of one's own may not give that away; then nobody can sign in with it either.
      () => false,
    ),
  );
  if (made) {
    try {
      const refused = refuseBypassingLogin({ ...login, user: name, password: "x" });
      await expect(refused).rejects.toThrow(RoleRefusal);
      await expect(refused).rejects.toThrow(`DATABASE_URL signs in as ${name}`);
    } finally {
      await onServer(admin, (client) => client.query(`drop role ${name}`));
    }
  }
  await expect(refuseBypassingLogin(login)).resolves.toBeUndefined();
});
