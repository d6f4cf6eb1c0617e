import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { namesOf } from "../client-home/client-plan.store.ts";
import { recordFor } from "../events/events.ts";
import { conflict, invalid, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type Recipient, recipientsOf } from "../publications/publications.store.ts";
import { mailReport } from "./report-mail.ts";
import { type FrozenReport, freezeReport, type Place } from "./report-snapshot.ts";
import {
  insertReport,
  listReports,
  mailsOfReports,
  type ReportMail,
  type ReportRow,
} from "./reports.store.ts";
import type { ReportView } from "./reports.view.ts";

/** What a report would be made of now, read with the eyes of the project's client. */
export interface Readable {
  frozen: FrozenReport | null;
  names: ReadonlyMap<string, string>;
}

export function readAsClient(
  { database, kit }: Services,
  of: { workspaceId: string; projectId: string } & Place,
): Promise<Readable> {
  const now = kit.clock.now();
  const { workspaceId, projectId, zone, country } = of;
  return database.inPortal({ workspaceId, personId: null, projectId, now }, async (tx) => ({
    frozen: await freezeReport(tx, { id: projectId, zone, country }, now),
    names: await namesOf(tx, projectId),
  }));
}

/** Freezes it and mails it to the people of the client who were chosen; the others find it on their page. */
export async function makeReport(
  scope: Scope,
  project: ProjectAccess,
  { frozen, names }: Readable,
  { personIds, last }: { personIds: readonly string[]; last: number },
): Promise<ReportView> {
  if (!frozen) throw refused("not-published", "Publish the plan once: a report tells what the client reads.");
  const readers = await chosen(scope, project.id, personIds);
  const made = await keepReport(scope, project.id, frozen, {
    personId: scope.actor.personId,
    month: null,
    n: last + 1,
  });
  if (!made)
    throw conflict("report-made", "Somebody has just made a report. Look at it before you make another.");
  await mailReport(scope, { id: made, projectId: project.id, snapshot: frozen.snapshot, names }, readers);
  const [view] = (await reportsOf(scope, project)).filter(({ id }) => id === made);
  if (!view) throw new Error("a report that was made is there");
  return view;
}

/** The id of the new report; null where there is one already. */
export async function keepReport(
  scope: Scope,
  projectId: string,
  { publicationId, snapshot, text, hash }: FrozenReport,
  of: { personId: string | null; month: string | null; n: number },
): Promise<string | null> {
  const id = newId();
  const { onDate } = snapshot;
  const row = { id, projectId, publicationId, onDate, snapshot: text, hash, ...of, createdAt: scope.now };
  if (!(await insertReport(scope, row))) return null;
  const by = { workspaceId: scope.actor.workspaceId, actorId: of.personId, at: scope.now };
  await recordFor(scope.tx, by, {
    verb: "report.made",
    subject: { kind: "report", id },
    projectId,
    audience: "client",
    data: { n: of.n, publicationId, scheduled: of.month !== null },
  });
  return id;
}

/** Only people who have a part in the project are told how it stands. */
export async function chosen(
  scope: Scope,
  projectId: string,
  personIds: readonly string[],
): Promise<Recipient[]> {
  const people = await recipientsOf(scope, projectId);
  const found = people.filter(({ id }) => personIds.includes(id));
  if (found.length < new Set(personIds).size)
    throw invalid([
      { path: "personIds", message: "Choose people of the client who have a part in the project." },
    ]);
  return found;
}

export async function reportsOf(scope: Scope, { id }: Pick<ProjectAccess, "id">): Promise<ReportView[]> {
  const mails = await mailsOfReports(scope, id);
  return (await listReports(scope, id)).map((row) => present(row, mails));
}

function present(
  { author, personId, createdAt, ...row }: ReportRow,
  mails: readonly ReportMail[],
): ReportView {
  return {
    ...row,
    by: personId === null ? null : { id: personId, name: author ?? "" },
    at: createdAt.toISOString(),
    readers: mails
      .filter(({ dedupe }) => dedupe.startsWith(`report:${row.id}:`))
      .map(({ personId: id, name, state, bouncedAt }) => ({
        id: id ?? "",
        name,
        mail: bouncedAt !== null || state === "failed" ? "failed" : mailState(state),
      })),
  };
}

function mailState(state: string): ReportView["readers"][number]["mail"] {
  return state === "sent" || state === "outbox" || state === "refused" ? state : "waiting";
}
