import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, invalid, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { dropWaiting } from "../mail/mails.store.ts";
import { queueMail } from "../mail/mails.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { moveMilestone } from "../plan/milestone-moves.ts";
import { readPlan } from "../plan/read-plan.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { publicationState, publish, type WantedPublication } from "../publications/publications.ts";
import type { InputRoundView, ReadinessView } from "./input.view.ts";
import {
  type Asked,
  askable,
  closeRound,
  findRound,
  insertRound,
  listRounds,
  orphanRounds,
  peopleOfRounds,
  projectName,
  type RoundRow,
  revokeRoundLinks,
} from "./input-rounds.store.ts";
import { readinessOf } from "./readiness.ts";

const DAY = 86_400_000;
/** So long a link still shows what was said when the deadline is over. */
const AFTERWARDS_MS = 7 * DAY;

export interface WantedRound extends Omit<WantedPublication, "teamText"> {
  personIds: string[];
  deadlineOn: string;
  words: string;
  /** Why it is sent although something is missing. */
  gapsReason: string;
}

export async function readiness(scope: Scope, { id }: ProjectAccess): Promise<ReadinessView> {
  return readinessOf(await readPlan(scope, id));
}

/** Puts the plan before people who are asked what they think: published as it is now, with a link of their own for each. */
export async function askForInput(
  scope: Scope,
  project: ProjectAccess,
  wanted: WantedRound,
): Promise<InputRoundView> {
  const { today } = await workCalendar(scope);
  if (wanted.deadlineOn < today)
    throw invalid([{ path: "deadlineOn", message: "Choose a day that is still to come." }]);
  const people = await askedPeople(scope, project.id, wanted.personIds);
  const open = (await listRounds(scope, project.id)).find(({ closedAt }) => closedAt === null);
  if (open)
    throw conflict("round-open", "People are being asked already. Close that round first.", { id: open.id });
  const gaps = await gapsOf(scope, project, wanted.gapsReason);
  const publication = await publicationFor(scope, project, wanted);
  const id = newId();
  const personIds = people.map((one) => one.id);
  await insertRound(
    scope,
    {
      id,
      projectId: project.id,
      publicationId: publication.id,
      askedBy: scope.actor.personId,
      closedBy: null,
      deadlineOn: wanted.deadlineOn,
      words: wanted.words,
      gaps: JSON.stringify(gaps),
      gapsReason: gaps.length > 0 ? wanted.gapsReason : "",
      closedAt: null,
    },
    personIds,
  );
  await record(scope, {
    verb: "input.asked",
    subject: { kind: "inputRound", id },
    projectId: project.id,
    data: {
      publicationId: publication.id,
      personIds,
      deadlineOn: wanted.deadlineOn,
      gaps,
      reason: wanted.gapsReason,
    },
  });
  await mailLinks(scope, { project, id, people, heldUntil: new Date(publication.heldUntil), wanted });
  await stepMilestones(scope, project, "draft", "in_input");
  return inputRound(scope, id);
}

async function askedPeople(scope: Scope, projectId: string, ids: string[]): Promise<Asked[]> {
  const people = await askable(scope, projectId, [...new Set(ids)]);
  if (people.length === 0 || people.length < new Set(ids).size)
    throw refused("not-askable", "Name people of the client on this project, or of the team.");
  return people;
}

async function gapsOf(scope: Scope, project: ProjectAccess, reason: string): Promise<string[]> {
  const { items } = await readiness(scope, project);
  const gaps = items.flatMap((item) => item.gaps);
  if (gaps.length > 0 && reason === "")
    throw refused(
      "plan-has-gaps",
      "Something is still missing. Close the gaps, or say why it is sent all the same.",
      {
        gaps,
      },
    );
  return gaps;
}

/** The last publication where it says what the plan says now, else a new one as it was previewed. */
async function publicationFor(scope: Scope, project: ProjectAccess, wanted: WantedRound) {
  const { count, last } = await publicationState(scope, project);
  if (last !== null && count === 0 && last.hash === wanted.expectedHash) return last;
  return publish(scope, project.id, { ...wanted, teamText: "" });
}

interface Mailing {
  project: ProjectAccess;
  id: string;
  people: readonly Asked[];
  heldUntil: Date;
  wanted: WantedRound;
}

async function mailLinks(scope: Scope, { project, id, people, heldUntil, wanted }: Mailing): Promise<void> {
  const { tx, kit, actor, now } = scope;
  const { workspaceId } = actor;
  const { name } = await projectName(scope, project.id);
  const lastsMs = Date.parse(`${wanted.deadlineOn}T23:59:59Z`) - now.getTime() + DAY + AFTERWARDS_MS;
  for (const person of people) {
    const linkId = await makePersonLink(tx, kit, {
      workspaceId,
      kind: "input",
      person,
      projectId: project.id,
      subjectId: id,
      lastsMs,
    });
    const to = {
      workspaceId,
      personId: person.id,
      email: person.email,
      language: person.language,
      projectId: project.id,
      ...(heldUntil > now ? { notBefore: heldUntil } : {}),
    };
    const data = {
      linkId,
      roundId: id,
      project: name,
      asker: actor.name,
      deadlineOn: wanted.deadlineOn,
    };
    await queueMail(tx, kit, to, { kind: "input", data: { ...data, words: wanted.words } }, linkId);
  }
}

/** Closes the round: what was proposed stays to be answered, and the milestones are drafts again. */
export async function closeInput(scope: Scope, { id, projectId }: RoundRow): Promise<void> {
  if (!(await closeRound(scope, id))) throw conflict("round-closed", "This round is closed already.");
  await record(scope, { verb: "input.closed", subject: { kind: "inputRound", id }, projectId });
  const { project } = await visibleProject(scope, projectId);
  await stepMilestones(scope, project, "in_input", "draft");
}

/** Nobody is asked any more what they think of a plan that was decided on. */
export async function closeOpenInput(scope: Scope, projectId: string): Promise<void> {
  const open = (await listRounds(scope, projectId)).find(({ closedAt }) => closedAt === null);
  if (open) await closeInput(scope, open);
}

/** Every milestone that the client sees and that stands there. */
async function stepMilestones(
  scope: Scope,
  project: ProjectAccess,
  expected: "draft" | "in_input",
  to: "in_input" | "draft",
): Promise<void> {
  const milestones = await partsOf(scope, { projectId: project.id });
  for (const milestone of milestones)
    if (milestone.audience === "client" && milestone.state === expected)
      await moveMilestone(scope, { project, milestone }, { to, expected });
}

export async function inputRounds(scope: Scope, { id }: ProjectAccess): Promise<InputRoundView[]> {
  return present(scope, await listRounds(scope, id));
}

async function inputRound(scope: Scope, id: string): Promise<InputRoundView> {
  const row = await findRound(scope, id);
  const [round] = await present(scope, row ? [row] : []);
  if (!round) throw notFound();
  return round;
}

/** A round of a project that this person may see. */
export async function visibleRound(scope: Scope, id: string) {
  const round = await findRound(scope, id);
  if (!round) throw notFound();
  return { round, ...(await visibleProject(scope, round.projectId)) };
}

async function present(scope: Scope, rows: readonly RoundRow[]): Promise<InputRoundView[]> {
  const people = await peopleOfRounds(
    scope,
    rows.map(({ id }) => id),
  );
  return rows.map(({ askedBy, asker, gaps, createdAt, heldUntil, closedAt, ...row }) => ({
    ...row,
    gaps: Array.isArray(gaps) ? gaps.map(String) : [],
    by: askedBy !== null && asker !== null ? { id: askedBy, name: asker } : null,
    at: createdAt.toISOString(),
    heldUntil: heldUntil.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    people: people
      .filter(({ roundId }) => roundId === row.id)
      .map(({ id, name, memberId, openedAt, doneAt }) => ({
        id,
        name,
        side: memberId === null ? ("client" as const) : ("team" as const),
        // Whoever says that they have said all has had it open, with or without the script that tells.
        openedAt: (openedAt ?? doneAt)?.toISOString() ?? null,
        doneAt: doneAt?.toISOString() ?? null,
      })),
  }));
}

/** A publication that was taken back takes its round along, before anything of it has left: nobody was asked. */
export async function closeOrphanRounds({ database, kit }: Services): Promise<void> {
  for (const { workspaceId, id, projectId, withdrawnBy } of await orphanRounds(database.maintenance))
    await database.inWorkspace(workspaceId, async (tx) => {
      const house = houseOf(workspaceId);
      const actor = { ...house, personId: withdrawnBy ?? house.personId };
      const scope = { tx, kit, actor, now: kit.clock.now(), requestId: "" };
      if (!(await closeRound(scope, id))) return;
      await dropWaiting(tx, workspaceId, await revokeRoundLinks(tx, workspaceId, id, scope.now));
      const { project } = await visibleProject(scope, projectId);
      await stepMilestones(scope, project, "in_input", "draft");
    });
}
