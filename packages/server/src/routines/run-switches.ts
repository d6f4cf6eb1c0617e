import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import { BEGINNING, horizon } from "../db/event-order.ts";
import { Problem } from "../kit/errors.ts";
import { ACTS, type Act, type EventCode } from "./switch-acts.ts";
import { type Heard, heardAfter, type SwitchedOn, switchedOnIn } from "./switch-events.store.ts";
import { claimRun } from "./switches.store.ts";

const CURSOR = "switches";
const BATCH = 500;

/** What people did has its consequences where a switch is on: each once, whoever reads the event and however often. */
export async function runSwitches(services: Services): Promise<number> {
  const { maintenance } = services.database;
  const from = await peekCursor(maintenance, CURSOR);
  if (from.tx === BEGINNING.tx) return beginNow(services);
  const events = await heardAfter(maintenance, from, BATCH);
  const last = events.at(-1);
  if (!last) return 0;
  const projects = [...new Set(events.flatMap(({ projectId }) => projectId ?? []))];
  const on = await switchedOnIn(maintenance, projects, Object.keys(ACTS));
  for (const event of events)
    for (const one of on.filter((each) => concerns(each, event))) await follow(services, event, one);
  await maintenance.transaction().execute(async (tx) => {
    const at = await takeCursor(tx, CURSOR);
    if (at.tx === from.tx && at.position === from.position) await moveCursor(tx, CURSOR, last);
  });
  return events.length;
}

/** Nothing that happened before there were switches has consequences. */
async function beginNow({ database }: Services): Promise<number> {
  await database.maintenance.transaction().execute(async (tx) => {
    const at = await takeCursor(tx, CURSOR);
    if (at.tx === BEGINNING.tx) await moveCursor(tx, CURSOR, await horizon(tx));
  });
  return 0;
}

/** What Milepost itself did has no consequences: switches cannot chase each other. */
function concerns({ projectId, code, since }: SwitchedOn, event: Heard): boolean {
  const { verbs } = ACTS[code as EventCode];
  return (
    event.projectId === projectId &&
    event.actorId !== event.workspaceId &&
    event.at >= since &&
    verbs.includes(event.verb)
  );
}

/** In a transaction of its own: what is refused holds up nothing else. */
async function follow(
  { database, kit }: Services,
  event: Heard,
  { projectId, code }: SwitchedOn,
): Promise<void> {
  const { workspaceId } = event;
  // Asked for by these codes alone.
  const known = code as EventCode;
  const act: Act = ACTS[known].act;
  await database
    .inWorkspace(workspaceId, async (tx) => {
      const scope = {
        tx,
        actor: houseOf(workspaceId),
        kit,
        now: kit.clock.now(),
        requestId: "",
        through: { bySwitch: code },
      };
      await act(scope, event, (thingId) =>
        claimRun(scope, { projectId, code: known, thingId, occasion: event.id }),
      );
    })
    .catch((error: unknown) => {
      // The card has gone elsewhere meanwhile, or the project does not allow it: as for a person, only that nobody waits for the answer.
      if (!(error instanceof Problem)) throw error;
    });
}
