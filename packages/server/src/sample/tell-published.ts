import { forecastPlan } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { forecastNow } from "../plan/renew-forecast.ts";
import { previewPublication, publish } from "../publications/publications.ts";
import { claimTelling } from "../publications/untold-publications.store.ts";
import { addClientComment } from "../talk/client-comments.ts";
import { addComment } from "../talk/comments.ts";
import { sendMessage } from "../talk/messages.ts";
import { visibleSubject } from "../talk/subject.ts";
import { MESSAGE, PUBLICATIONS, QUESTION } from "./agency-plan.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** What the client was told: the plan twice, a message in between, and the answer to a question. */
export function tellPublished(story: Story, made: Made): void {
  for (const { day, ...words } of PUBLICATIONS)
    story.at(day, 17, "mia", (scope) => tellPlan(scope, made, words));
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

/** With the forecast of its day, long over its two minutes; people who do not exist get no mail about it. */
async function tellPlan(
  scope: Scope,
  { project }: Made,
  words: { clientText: string; teamText: string },
): Promise<void> {
  await forecastNow(scope, project.id, forecastPlan);
  const { hash, last } = await previewPublication(scope, project);
  const { id } = await publish(scope, project.id, { ...words, expectedHash: hash, expectedLast: last });
  await claimTelling(scope.tx, { workspaceId: scope.actor.workspaceId, id }, scope.now);
}
