import type { Actor } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import { boardShape } from "../board/bulk.store.ts";
import { startProject } from "../board/start-project.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { addFixedDate } from "../projects/fixed-dates.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { setContactRole } from "../projects/project-contacts.ts";
import { setProjectMember } from "../projects/project-members.ts";
import { changeProject, project } from "../projects/projects.ts";
import { setSeries } from "../projects/review-series.ts";
import { PROJECT } from "./agency-plan.ts";
import { BAKERY } from "./cast.ts";
import { Made } from "./made.ts";
import {
  clientsAtWork,
  contactsOfClients,
  eraseClients,
  erasePeople,
  eraseProject,
  holdSample,
  keepTrace,
  sampleClients,
  samplePeople,
  sampleProject,
} from "./sample.store.ts";
import { addSampleClients, hireTeam } from "./sample-people.ts";
import { type Hero, Story } from "./story.ts";
import { tellCards } from "./tell-cards.ts";
import { tellDays } from "./tell-days.ts";
import { tellDecisions } from "./tell-decisions.ts";
import { everyThursday, tellHandedOver } from "./tell-handed-over.ts";
import { tellPlan } from "./tell-plan.ts";
import { tellPublished } from "./tell-published.ts";
import { tellReached } from "./tell-reached.ts";
import { tellReviews } from "./tell-reviews.ts";

export interface SampleView {
  project: { id: string; key: string; name: string } | null;
}

export async function sample(scope: Scope): Promise<SampleView> {
  return { project: (await sampleProject(scope)) ?? null };
}

/**
 * A boutique agency plans and delivers a marketing strategy for a bakery, seven weeks in. The story is told through the
 * same verbs that people use, each at its own time, so that what follows from them follows here as well.
 */
export async function addSample(scope: Scope): Promise<SampleView> {
  if (await sampleProject(scope))
    throw conflict("sample-there", "The sample project is here already. Remove it first to begin anew.");
  if (!(await holdSample(scope)))
    throw conflict("sample-coming", "The sample project is being made just now. Look again in a moment.");
  const actors = await hireTeam(scope);
  const { bakeryId, contacts } = await addSampleClients(scope);
  const { zone, today } = await workCalendar(scope);
  const story = new Story(scope, zone, today, actors);
  const you = scope.actor.personId;
  const first = story.scopeAt(PROJECT.startDay, 9, "mia");
  const made = await begin(first, story, actors, { you, bakeryId, contacts });
  tellPlan(story, made);
  tellCards(story, made);
  tellReached(story, made);
  tellDays(story, made);
  tellReviews(story, made);
  tellPublished(story, made);
  tellDecisions(story, made);
  tellHandedOver(story, made);
  await story.tell();
  const projectId = made.project.id;
  await keepTrace(scope, projectId);
  await record(scope, {
    verb: "project.sampleAdded",
    subject: { kind: "project", id: projectId },
    projectId,
  });
  return sample(scope);
}

async function begin(
  scope: Scope,
  story: Story,
  actors: Record<Hero, Actor>,
  { you, bakeryId, contacts }: { you: string; bakeryId: string; contacts: ReadonlyMap<string, string> },
): Promise<Made> {
  const { name, outcome, scopeIn, scopeOut, startDay, dueDay, fixedDate } = PROJECT;
  const dates = { startOn: story.day(startDay), dueOn: story.day(dueDay) };
  const { id } = await startProject(scope, { name, key: undefined, clientId: bakeryId, outcome, ...dates });
  const { project: access } = await visibleProject(scope, id);
  for (const hero of ["ben", "lena"] as const)
    await setProjectMember(scope, access, actors[hero].personId, { role: "member" });
  for (const { word, role } of BAKERY.contacts)
    await setContactRole(scope, access, contacts.get(word) ?? "", role);
  for (const change of [
    { scopeIn, scopeOut, showsForecast: true },
    { state: "proposed" },
    { state: "agreed" },
    { state: "active" },
  ] as const)
    await changeProject(scope, access, (await project(scope, id)).revision, change);
  const team = Object.values(actors).map(({ personId }) => personId);
  await setSeries(scope, id, null, everyThursday(story, [...team, contacts.get("rosa") ?? ""]));
  await addFixedDate(scope, id, { title: fixedDate.title, onDate: story.day(fixedDate.day) });
  const { columns } = await boardShape(scope, id);
  return new Made(
    access,
    { you, actors, contacts },
    new Map(columns.toReversed().map((column) => [column.category, column.id])),
  );
}

/** Everything that the sample made goes at once, files of its project included; events stay, as everywhere. */
export async function removeSample(scope: Scope): Promise<void> {
  const there = await sampleProject(scope);
  const people = await samplePeople(scope);
  if (!there && people.length === 0) throw notFound("The sample project is not here.");
  const clients = await sampleClients(scope, people);
  if (there) await eraseProject(scope, there.id);
  const atWork = await clientsAtWork(scope, clients);
  const idle = clients.filter((id) => !atWork.has(id));
  const kept = new Set(await contactsOfClients(scope, [...atWork]));
  await eraseClients(scope, idle);
  await erasePeople(
    scope,
    people.filter((id) => !kept.has(id)),
  );
  await record(scope, {
    verb: "workspace.sampleRemoved",
    subject: { kind: "workspace", id: scope.actor.workspaceId },
    data: { projectId: there?.id ?? null },
  });
}
