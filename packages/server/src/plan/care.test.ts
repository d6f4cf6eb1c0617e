import { careOfCard, careOfMilestone, createCalendar, DEFAULT_WEEK } from "@milepost/planning";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { testServer } from "../testing/server.ts";
import { CounterName } from "./care.view.ts";

const server = await testServer();
const { seed, as, database } = server;
const day = { today: "2026-03-02", calendar: createCalendar({ week: DEFAULT_WEEK }) };

const date = fc.constantFrom(null, "2026-02-20", "2026-03-02", "2026-03-08", "2026-03-09", "2026-06-30");
const touchedOn = fc.constantFrom("2026-02-13", "2026-02-15", "2026-02-16", "2026-02-17", "2026-03-02");
const milestone = fc.record({
  targetOn: date,
  owned: fc.boolean(),
  state: fc.constantFrom("draft" as const, "active" as const, "accepted" as const, "dropped" as const),
  touchedOn,
});
const card = fc.record({
  of: fc.constantFrom(null, 0, 1, 2),
  place: fc.constantFrom(
    "outline" as const,
    "later" as const,
    "todo" as const,
    "doing" as const,
    "done" as const,
  ),
  dueOn: date,
  assigned: fc.boolean(),
  blocked: fc.boolean(),
  touchedOn,
});

type Milestones = {
  id: string;
  targetOn: string | null;
  owned: boolean;
  state: "draft" | "active" | "accepted" | "dropped";
  touchedOn: string;
}[];
type Cards = {
  id: string;
  of: number | null;
  place: string;
  dueOn: string | null;
  assigned: boolean;
  blocked: boolean;
  touchedOn: string;
}[];

/** Stores a plan as it is, in a project of its own. */
async function store(milestones: Milestones, cards: Cards): Promise<string> {
  const { workspaceId } = seed;
  const made = await as(seed.amara).post("/projects", { name: "Care" });
  const projectId: string = made.body.id;
  await database.inWorkspace(workspaceId, async (tx) => {
    const columns = { todo: newId(), doing: newId(), done: newId() };
    for (const [category, id] of Object.entries(columns))
      await tx
        .insertInto("columns")
        .values({
          workspaceId,
          id,
          projectId,
          name: category,
          category,
          position: `z${category}`,
          wipLimit: null,
        })
        .execute();
    for (const [n, { id, targetOn, owned, state, touchedOn: changed }] of milestones.entries())
      await tx
        .insertInto("milestones")
        .values({
          workspaceId,
          id,
          projectId,
          number: n + 1,
          title: "M",
          targetOn,
          state,
          ownerId: owned ? seed.sam.id : null,
          position: `a${n}`,
          createdAt: new Date(`${changed}T08:00:00Z`),
        })
        .execute();
    for (const [n, { id, of, place, dueOn, assigned, blocked, touchedOn: touched }] of cards.entries()) {
      const columnId = place === "todo" || place === "doing" || place === "done" ? columns[place] : null;
      await tx
        .insertInto("cards")
        .values({
          workspaceId,
          id,
          projectId,
          columnId,
          milestoneId: of === null ? null : (milestones[of]?.id ?? null),
          number: n + 1,
          title: "C",
          place: columnId ? "board" : place,
          position: `a${String(n).padStart(3, "0")}`,
          dueOn,
          doneAt: place === "done" ? new Date("2026-03-01T08:00:00Z") : null,
          blockedReason: blocked ? "Waits" : null,
          touchedAt: new Date(`${touched}T12:00:00Z`),
        })
        .execute();
      if (assigned)
        await tx
          .insertInto("cardPeople")
          .values({ workspaceId, cardId: id, personId: seed.sam.id })
          .execute();
    }
  });
  return projectId;
}

/** The ids that planning says need care, asked thing by thing. */
function needingCare(milestones: Milestones, cards: Cards): string[] {
  const ofCards = cards.filter(({ id, of, place, dueOn, assigned, blocked, touchedOn: touched }) => {
    const parent = of === null ? undefined : milestones[of];
    const places = {
      outline: "outline",
      later: "later",
      todo: "todo",
      doing: "doing",
      done: "done",
    } as const;
    const facts = {
      id,
      place: places[place as keyof typeof places],
      milestoneId: parent?.id ?? null,
      dueOn,
      assigneeIds: assigned ? [seed.sam.id] : [],
      blocked,
      touchedOn: touched,
    };
    return careOfCard(facts, parent ?? null, day).length > 0;
  });
  const ofMilestones = milestones.filter(({ id, state, targetOn, owned, touchedOn: changed }, n) => {
    const ownerId = owned ? seed.sam.id : null;
    const parts = cards.filter(({ of }) => of === n).length;
    return careOfMilestone({ id, state, targetOn, ownerId, touchedOn: changed }, parts, day).length > 0;
  });
  return [...ofCards, ...ofMilestones].map(({ id }) => id).sort();
}

test("every open thing that needs care is in a list, and the counters count the lists", async () => {
  const plan = fc.tuple(
    fc.array(milestone, { minLength: 3, maxLength: 3 }),
    fc.array(card, { maxLength: 25 }),
  );
  await fc.assert(
    fc.asyncProperty(plan, async ([milestones, cards]) => {
      const stored = [
        milestones.map((one) => ({ ...one, id: newId() })),
        cards.map((one) => ({ ...one, id: newId() })),
      ] as const;
      const projectId = await store(...stored);
      const listed = new Set<string>();
      const counts: Record<string, number> = {};
      for (const counter of CounterName.options) {
        const { body } = await as(seed.amara).get(`/projects/${projectId}/care?counter=${counter}`);
        counts[counter] = body.items.length;
        for (const { id } of body.items) listed.add(id);
      }
      expect([...listed].sort()).toEqual(needingCare(...stored));
      const overview = await as(seed.amara).get(`/projects/${projectId}/overview`);
      expect(overview.body.counters).toEqual(counts);
      const portfolio = await as(seed.amara).get("/portfolio");
      const row = portfolio.body.projects.find((one: { id: string }) => one.id === projectId);
      expect(row.counters).toEqual(counts);
      expect(row.openCards).toBe(overview.body.openCards);
      expect(row.progress).toEqual(overview.body.project.progress);
    }),
    { numRuns: 12, seed: 20_260_302 },
  );
});

test("a list says what, where and whose", async () => {
  const id = newId();
  const milestoneId = newId();
  const projectId = await store(
    [{ id: milestoneId, targetOn: "2026-02-27", owned: true, state: "active", touchedOn: "2026-03-02" }],
    [{ id, of: 0, place: "todo", dueOn: null, assigned: true, blocked: true, touchedOn: "2026-03-02" }],
  );
  const { body } = await as(seed.amara).get(`/projects/${projectId}/care?counter=overdue`);
  expect(body.items).toMatchObject([
    { kind: "milestone", id: milestoneId, dueOn: "2026-02-27", people: [seed.sam.id] },
    { kind: "card", id, dueOn: "2026-02-27", milestoneId, people: [seed.sam.id], blocked: true },
  ]);
  expect((await as(seed.amara).get(`/projects/${projectId}/care?counter=everything`)).status).toBe(400);
  expect((await as(seed.kim).get(`/projects/${projectId}/care?counter=overdue`)).status).toBe(404);
});
