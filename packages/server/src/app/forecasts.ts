import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor } from "../db/cursors.ts";
import type { ForecastThread } from "../forecasts/beside.ts";
import { eventsAfter, projectsAtWork, projectsOfYesterday } from "../forecasts/due-projects.store.ts";
import { renewForecast } from "../plan/renew-forecast.ts";

const CURSOR = "forecasts";
const BATCH = 500;

/**
 * Forecasts of the projects in which something happened since the last turn. The cursor moves when they are made: a process
 * that dies in between leaves them to the next turn, which finds by their hash what is done.
 */
export async function forecastWhatChanged(services: Services, thread: ForecastThread): Promise<number> {
  const { maintenance } = services.database;
  const events = await eventsAfter(maintenance, await peekCursor(maintenance, CURSOR), BATCH);
  const last = events.at(-1);
  if (last === undefined) return 0;
  const loud = events.filter(({ silent }) => !silent);
  const everywhere = loud.filter(({ projectId }) => projectId === null).map(({ workspaceId }) => workspaceId);
  const due = await projectsAtWork(
    maintenance,
    [...new Set(everywhere)],
    [...new Set(loud.flatMap(({ projectId }) => projectId ?? []))],
  );
  for (const project of due) await renewForecast(services, project, (input) => thread.forecast(input));
  await maintenance.transaction().execute((tx) => moveCursor(tx, CURSOR, last));
  return events.length;
}

/** Dates count from today: every project is forecast anew when its day begins. */
export async function forecastToday(services: Services, thread: ForecastThread): Promise<void> {
  const { database, kit } = services;
  for (const project of await projectsOfYesterday(database.maintenance, kit.clock.now(), BATCH))
    await renewForecast(services, project, (input) => thread.forecast(input));
}
