import { addDays } from "@milepost/planning";
import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const mine = as(seed.amara);
const get = async (path: string) => (await mine.get(path)).body;

test.each(["2026-05-18", "2026-05-19", "2026-05-20", "2026-05-21", "2026-05-22", "2026-05-23", "2026-05-24"])(
  "late in the evening of %s nothing of it lies ahead, no review is missed, and who added it has work to do",
  async (today) => {
    kit.at = new Date(`${today}T20:00:00Z`);
    const added = await mine.post("/sample");
    expect(added.status).toBe(201);
    const { id } = added.body.project;
    const [reviews, plan, burnUp, now] = await Promise.all([
      get(`/projects/${id}/reviews`),
      get(`/projects/${id}/plan`),
      get(`/projects/${id}/burn-up`),
      get("/today"),
    ]);
    expect(reviews.past.map(({ state }: Loose) => state)).toEqual(["held", "held", "held", "held"]);
    expect(reviews.past[0].dueOn < today && reviews.past[0].dueOn >= addDays(today, -7)).toBe(true);
    const codes = (await get(`/projects/${id}/warnings`)).items.map(({ code }: Loose) => code);
    expect(codes).not.toContain("review_missed");
    expect(plan.project.lead.name).toBe("Amara");
    expect([now.due.length + now.next.length, now.waiting.length]).toEqual([2, 1]);
    const [agreed, whole] = [burnUp.points[0], burnUp.points.at(-1)];
    expect([agreed.scopeCards, whole.scopeCards]).toEqual([35, 43]);
    const last = await server.database.inWorkspace(seed.workspaceId, (tx) =>
      tx
        .selectFrom("events")
        .select((row) => row.fn.max("at").as("at"))
        .where("projectId", "=", id)
        .where("verb", "!=", "project.sampleAdded")
        .executeTakeFirstOrThrow(),
    );
    expect(last.at < kit.at).toBe(true);
    expect((await mine.delete("/sample")).status).toBe(204);
  },
  30_000,
);
