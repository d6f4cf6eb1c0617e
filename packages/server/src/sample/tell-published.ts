import { forecastPlan } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { acknowledgeNotice, askAboutNotice, visibleNotice } from "../notices/notices.ts";
import { forecastNow } from "../plan/renew-forecast.ts";
import { recipientsOf } from "../publications/publications.store.ts";
import { previewPublication, publish } from "../publications/publications.ts";
import { insertReceipts, teamOf } from "../publications/receipts.store.ts";
import { acknowledge } from "../publications/receipts.ts";
import { claimTelling } from "../publications/untold-publications.store.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { addComment } from "../talk/comments.ts";
import { sendMessage } from "../talk/messages.ts";
import { visibleSubject } from "../talk/subject.ts";
import { MESSAGE, PUBLICATIONS, QUESTION } from "./agency-told.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** What the client was told: the plan twice, a message in between, and the answer to a question. */
export function tellPublished(story: Story, made: Made): void {
  for (const plan of PUBLICATIONS) tellPlan(story, made, plan);
  story.at(MESSAGE.day, 15, "lena", (scope) =>
    sendMessage(scope, made.project, { title: MESSAGE.title, body: MESSAGE.body, audience: "client" }),
  );
  const subject = { kind: "project", id: made.project.id } as const;
  story.at(QUESTION.day, 11, "mia", ({ tx, actor, now }) => {
    const rosa = { workspaceId: actor.workspaceId, personId: made.person("rosa") };
    return addClientComment({ tx, actor: rosa, now }, made.project.id, subject, QUESTION.asked);
  });
  story.at(QUESTION.day, 12, "mia", async (scope) =>
    addComment(scope, await visibleSubject(scope, subject, "client"), "client", { body: QUESTION.answered }),
  );
}

type Plan = (typeof PUBLICATIONS)[number];

/** With the forecast of its moment; people who do not exist get no mail about it, but each of them was told. */
function tellPlan(story: Story, made: Made, plan: Plan): void {
  const { day, hour, answers } = plan;
  let told: Told = { id: "", n: 0 };
  story.at(day, hour, "mia", async (scope) => {
    told = await publishPlan(scope, made, plan);
  });
  story.at(day, hour + 0.05, "mia", async (scope) => {
    if (!(await claimTelling(scope.tx, { workspaceId: scope.actor.workspaceId, id: told.id }, scope.now)))
      throw new Error("nobody else tells of it");
    const team = await teamOf(scope, made.project.id);
    const client = await recipientsOf(scope, made.project.id);
    await insertReceipts(scope, told.id, [
      ...team.flatMap(({ id }) => (id === scope.actor.personId ? [] : [{ id, side: "team" as const }])),
      ...client.map(({ id }) => ({ id, side: "client" as const })),
    ]);
  });
  for (const { day: on, hour: at, ...given } of answers)
    story.at(on, at, "mia", (scope) => answer(scope, made, told, given));
}

interface Told {
  id: string;
  n: number;
}

async function publishPlan(scope: Scope, { project }: Made, { clientText, teamText }: Plan): Promise<Told> {
  await forecastNow(scope, project.id, forecastPlan);
  const { hash, last } = await previewPublication(scope, project);
  return publish(scope, project.id, { clientText, teamText, expectedHash: hash, expectedLast: last });
}

/** Of the team by their own sign-in, of the client on their page. */
async function answer(
  scope: Scope,
  made: Made,
  { id: publicationId, n }: Told,
  { who, asked }: Pick<Plan["answers"][number], "who" | "asked">,
): Promise<void> {
  const { tx, actor, now } = scope;
  const { workspaceId } = actor;
  const project = made.project;
  const hero = made.actor(who);
  if (!hero) {
    const whose = { workspaceId, publicationId, personId: made.person(who), projectId: project.id };
    await acknowledge(tx, { ...whose, n, side: "client", now, handedOverBy: null });
    return;
  }
  const own = { ...scope, actor: hero };
  const access = await visibleNotice(own, publicationId);
  if (asked === undefined) await acknowledgeNotice(own, access);
  else await askAboutNotice(own, access, asked);
}
