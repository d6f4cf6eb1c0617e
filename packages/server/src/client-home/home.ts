import type { Calendar } from "@milepost/planning";
import { workCalendar } from "../milestones/work-calendar.ts";
import { contactScope } from "../portal/contact-scope.ts";
import { read, type Visit } from "../portal/visit.ts";
import { type SharedFile, sharedFiles } from "./client-files.store.ts";
import { namesOf } from "./client-plan.store.ts";
import { type ClientPlan, planOf } from "./client-plan.ts";
import { lastSaid, type Said } from "./client-talk.store.ts";
import { approversOf } from "./fresh.store.ts";
import { freshlyReached } from "./fresh.ts";
import { type Needs, readNeeds } from "./needs.ts";
import { lastNews, type News } from "./news.ts";
import { type OpenReview, openReview } from "./review-part.store.ts";
import { lastReport } from "./updates.store.ts";

export interface Home {
  plan: ClientPlan | null;
  names: ReadonlyMap<string, string>;
  needs: Needs;
  review: OpenReview | undefined;
  /** What working days are counted on. */
  calendar: Calendar;
  news: News[];
  files: SharedFile[];
  said: Said[];
  /** The day of the newest status report. */
  reportOn: string | null;
  /** Reached, and not shown to this person yet. */
  fresh: ReadonlySet<string>;
  /** Who of the client approved what is fresh. */
  approvers: ReadonlyMap<string, string[]>;
}

const NEWS = 3;
const FILES = 5;
const SAID = 30;

export async function readHome(visit: Visit): Promise<Home> {
  const { project, visitor } = visit;
  const fresh = await freshlyReached(visit);
  const { calendar } = await visit.services.database.inWorkspace(
    visitor.workspaceId,
    (tx) => workCalendar(contactScope(visit, tx)),
    { readOnly: true },
  );
  return read(visit, async (tx) => ({
    plan: await planOf(tx, project.id),
    names: await namesOf(tx, project.id),
    needs: await readNeeds(tx, project.id, visitor.personId),
    review: await openReview(tx, project.id, visitor.personId),
    news: await lastNews(tx, project.id, NEWS),
    files: await sharedFiles(tx, project.id, { limit: FILES + 1 }),
    said: await lastSaid(tx, project.id, {}, SAID),
    reportOn: (await lastReport(tx, project.id))?.onDate ?? null,
    fresh,
    approvers: await approversOf(tx, [...fresh]),
    calendar,
  }));
}
