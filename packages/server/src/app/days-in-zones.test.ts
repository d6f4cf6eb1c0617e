import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit, database } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;

/** Every tenth zone that this computer knows, and those beside the date line. */
const ZONES = [
  ...Intl.supportedValuesOf("timeZone").filter((_, at) => at % 10 === 0),
  ...["Pacific/Kiritimati", "Pacific/Apia", "Pacific/Pago_Pago", "Europe/Berlin"],
].slice(-40);
/** Changes of the clocks, ends of years and a leap day, seen a moment before and after midnight. */
const DAYS = ["2026-03-29", "2026-10-25", "2026-11-01", "2028-02-29", "2026-12-31", "2027-01-01"];
const MOMENTS = [
  "2026-03-28T23:59:30Z",
  "2026-10-25T00:30:00Z",
  "2026-11-01T05:59:59Z",
  "2026-12-31T12:00:00Z",
];

test(`R06: a day is the same day for everybody, in ${ZONES.length} zones`, async () => {
  const title = "Day";
  const { body: milestone } = await sam.post(`${project}/milestones`, { title });
  const { body: card } = await sam.post(`${project}/cards`, { title });
  let seen = { startOn: null, targetOn: null } as { startOn: string | null; targetOn: string | null };
  for (const [at, zone] of ZONES.entries()) {
    const day = DAYS[at % DAYS.length] ?? "";
    kit.at = new Date(MOMENTS[at % MOMENTS.length] ?? "");
    await database.inWorkspace(seed.workspaceId, async (tx) => {
      await tx.updateTable("workspaces").set({ zone }).where("workspaceId", "=", seed.workspaceId).execute();
      await tx
        .updateTable("persons")
        .set({ zone: ZONES.at(-1 - at) ?? zone })
        .where("workspaceId", "=", seed.workspaceId)
        .execute();
    });
    const moved = await sam.post(`/milestones/${milestone.id}/date-change`, {
      targetOn: day,
      expected: seen,
    });
    expect([zone, moved.status]).toEqual([zone, 200]);
    const due = await sam.put(`/cards/${card.id}/dates`, { startOn: null, dueOn: day });
    expect([zone, due.status]).toEqual([zone, 200]);
    const action = await sam.post(`${project}/retrospective/actions`, { title, dueOn: day });
    const plan = (await sam.get(`${project}/plan`)).body;
    const { targetOn, startOn } = plan.milestones.find(({ id }: Loose) => id === milestone.id);
    seen = { startOn, targetOn };
    const retrospective = (await sam.get(`${project}/retrospective`)).body;
    const read = [
      targetOn,
      (await sam.get(`/cards/${card.id}`)).body.dueOn,
      retrospective.actions.find(({ id }: Loose) => id === action.body.id).dueOn,
    ];
    expect([zone, ...read]).toEqual([zone, day, day, day]);
  }
});
