import type { Loose, TestServer } from "./server.ts";

interface Wanted {
  title: string;
  targetOn: string | null;
  priceMinor?: number;
}

export interface Published {
  ids: string[];
  publish(clientText?: string): Promise<Loose>;
  /** Accepted, as a decision would have it. */
  reach(id: string, on: string): Promise<void>;
  move(id: string, targetOn: string): Promise<void>;
}

/** Sam's plan for Acme with milestones that the client sees, published and over its two minutes. */
export async function publishedPlan(server: TestServer, wanted: readonly Wanted[]): Promise<Published> {
  const { seed, as, kit, database } = server;
  const { workspaceId } = seed;
  const sam = as(seed.sam);
  const project = `/projects/${seed.acme.id}`;
  const ids: string[] = [];
  for (const { title, targetOn, priceMinor = null } of wanted) {
    const { body } = await sam.post(`${project}/milestones`, { title, targetOn, audience: "client" });
    ids.push(body.id);
    await database.inWorkspace(workspaceId, (tx) =>
      tx.updateTable("milestones").set({ priceMinor }).where("id", "=", body.id).execute(),
    );
  }
  const publish = async (clientText = "") => {
    const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
    const words = { clientText, teamText: "ZEBRA", expectedHash: hash, expectedLast: last };
    const { status, body } = await sam.post(`${project}/publications`, words);
    if (status !== 201) throw new Error(JSON.stringify(body));
    kit.at = new Date(kit.at.getTime() + 180_000);
    return body;
  };
  await publish("Here is our plan.");
  return {
    ids,
    publish,
    reach: (id, on) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const reached = { state: "accepted", reachedOn: on };
        await tx.updateTable("milestones").set(reached).where("id", "=", id).execute();
        await tx
          .insertInto("milestoneMoves")
          .values({
            workspaceId,
            id: crypto.randomUUID(),
            milestoneId: id,
            personId: null,
            fromState: "submitted",
            toState: "accepted",
            createdAt: kit.at,
          })
          .execute();
      }),
    move: async (id, targetOn) => {
      const { startOn, targetOn: before } = (await sam.get(`/milestones/${id}`)).body;
      const expected = { startOn, targetOn: before };
      const { status, body } = await sam.post(`/milestones/${id}/date-change`, {
        targetOn,
        expected,
        reason: "SECRET",
      });
      if (status >= 300) throw new Error(JSON.stringify(body));
    },
  };
}
