import { houseFor } from "../access/house.ts";
import type { Scope } from "../access/scope.ts";
import { findApproval } from "../approvals/approvals.store.ts";
import { requestApproval, type WantedApproval } from "../approvals/approvals.ts";
import { decide } from "../approvals/decide.ts";
import { askClient, createRequest, visibleRequest } from "../client-requests/client-requests.ts";
import { DIRECTIONS, PHOTOGRAPHS, PLAN_QUESTION, REPORT_QUESTION } from "./agency-told.ts";
import type { Made } from "./made.ts";
import { LAST_DAY, type Story } from "./story.ts";

/** What the client was asked: they approved the plan and the report; a question and a request are open this week. */
export function tellDecisions(story: Story, made: Made): void {
  tellApproved(story, made, {
    asked: [3, 10],
    approved: [4, 9],
    wanted: () => ({ kind: "plan", question: PLAN_QUESTION, rule: "any" }),
  });
  tellApproved(story, made, {
    asked: [28, 17.25],
    approved: [31, 16.5],
    wanted: () => ({
      kind: "completion",
      milestoneId: made.milestones[0],
      question: REPORT_QUESTION,
      rule: "any",
    }),
  });
  story.at(LAST_DAY, 17.25, "mia", (scope) =>
    requestApproval(scope, made.project.id, {
      kind: "question",
      milestoneId: made.milestones[1],
      title: DIRECTIONS.title,
      question: DIRECTIONS.question,
      choices: DIRECTIONS.choices.map((choice) => ({ ...choice })),
      deciders: [{ personId: made.person("rosa") }],
      rule: "any",
      dueOn: story.soon(2),
    }),
  );
  story.at(LAST_DAY, 17.5, "lena", (scope) => askForPhotographs(scope, story, made));
}

type Moment = readonly [day: number, hour: number];

interface Approved {
  asked: Moment;
  approved: Moment;
  /** Of what the story has made by then. */
  wanted: () => WantedApproval;
}

/** Asked in the name of the team, and approved by Rosa. */
function tellApproved(story: Story, made: Made, { asked, approved, wanted }: Approved): void {
  let id = "";
  story.at(...asked, "mia", async (scope) => {
    const deciders = [{ personId: made.person("rosa") }];
    id = await requestApproval(scope, made.project.id, { ...wanted(), deciders });
  });
  story.at(...approved, "mia", (scope) => approve(scope, id, made.person("rosa")));
}

async function approve(scope: Scope, id: string, personId: string): Promise<void> {
  const row = await findApproval(scope, id);
  if (!row) throw new Error("what was asked is there");
  await decide({ ...scope, actor: houseFor(scope.actor.workspaceId, personId) }, id, {
    personId,
    verdict: "approved",
    words: "",
    criteria: [],
    pins: [],
    choice: null,
    shownHash: row.hash,
    way: "session",
  });
}

async function askForPhotographs(scope: Scope, story: Story, made: Made): Promise<void> {
  const { title, why } = PHOTOGRAPHS;
  const { id } = await createRequest(scope, made.project, {
    kind: "files",
    title,
    why,
    milestoneId: made.milestones[1] ?? null,
    contactId: made.person("rosa"),
    dueOn: story.soon(4),
  });
  await askClient(scope, await visibleRequest(scope, id));
}
