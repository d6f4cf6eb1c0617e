import { createElement } from "react";
import { z } from "zod";
import { planOf } from "../client-home/client-plan.ts";
import { readNeeds } from "../client-home/needs.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { civilDate, text } from "../kit/fields.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { contactScope } from "../portal/contact-scope.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import type { LinkPage, PortalBody, ProjectPage, Redirect } from "../portal/portal-page.ts";
import { read, type Visit } from "../portal/visit.ts";
import { mailPart } from "./client-part.ts";
import { reviewForClient, saidInReview } from "./client-review.store.ts";
import { sayAsClient } from "./client-words.ts";
import { type PartOfReview, ReviewPage } from "./review.page.tsx";
import { oneReview } from "./reviews.ts";

const page = { logged: "review", show, act };

/** Part 2: whoever of the client is invited reads the published plan and says what they think of it. */
export const reviewPages: readonly (LinkPage | ProjectPage)[] = [
  { ...page, path: "/portal/:workspace/:project/review" },
  {
    ...page,
    path: "/v/:token",
    kind: "review",
    again: async (visit) => {
      const { review } = await partOf(visit);
      const { services, visitor } = visit;
      await services.database.inWorkspace(visitor.workspaceId, async (tx) => {
        const scope = contactScope(visit, tx);
        const key = `${review.id}:${visitor.personId}:${visit.now.toISOString()}`;
        await mailPart(scope, await oneReview(scope, review.id), visitor.personId, key);
      });
    },
  },
];

async function partOf(visit: Visit): Promise<Omit<PartOfReview, "calendar">> {
  const { project, visitor, link } = visit;
  const found = await read(visit, async (tx) => {
    const review = await reviewForClient(tx, project.id, link?.row.subjectId ?? null);
    const plan = review && (await planOf(tx, project.id));
    if (!review || !plan) return null;
    const said = await saidInReview(tx, review.id);
    return { review, plan, said, needs: await readNeeds(tx, project.id, visitor.personId) };
  });
  if (!found) throw notFound();
  return found;
}

async function show(visit: Visit): Promise<PortalBody> {
  const part = await partOf(visit);
  const { say, services, visitor, request } = visit;
  const { calendar } = await services.database.inWorkspace(
    visitor.workspaceId,
    (tx) => workCalendar(contactScope(visit, tx)),
    { readOnly: true },
  );
  const { done } = request.query as { done?: unknown };
  const thanks = { kind: "notice" as const, text: say("Thank you. It is in the record of the review.") };
  return {
    title: say("Review of {day}", { day: say.day(part.review.dueOn) }),
    notice: done === "said" ? thanks : null,
    waiting: part.needs.mine.length,
    body: createElement(ReviewPage, { visit, part: { ...part, calendar } }),
  };
}

const KINDS = { fine: "fine", question: "question", proposal: "proposal" } as const;
const Typed = z.object({ words: text(5_000), targetOn: z.union([civilDate(), z.literal("")]) });

async function act(visit: Visit, form: PortalForm): Promise<Redirect> {
  const { review, plan } = await partOf(visit);
  const milestoneId = form.one("milestone") === "" ? null : form.one("milestone");
  if (milestoneId !== null && !plan.milestones.some(({ id }) => id === milestoneId)) throw notFound();
  const kind = KINDS[z.enum(["fine", "question", "proposal"]).parse(form.one("do"))];
  const typed = Typed.parse({ words: form.one("words"), targetOn: form.one("targetOn") });
  const words = kind === "fine" ? "" : typed.words.trim();
  const targetOn = kind === "proposal" && typed.targetOn !== "" ? typed.targetOn : null;
  refuseEmpty(kind, words, targetOn);
  const { services, visitor, project, request } = visit;
  const { handedOverBy } = visitor;
  await services.database.inWorkspace(visitor.workspaceId, (tx) =>
    sayAsClient(
      contactScope(visit, tx),
      { reviewId: review.id, projectId: project.id },
      { kind, milestoneId, words, targetOn, handedOverBy, mayComment: project.mayComment },
    ),
  );
  const anchor = milestoneId === null ? "plan" : `m-${milestoneId}`;
  return { to: `${request.url.split("?", 1)[0]}?done=said#${anchor}` };
}

function refuseEmpty(kind: keyof typeof KINDS, words: string, targetOn: string | null): void {
  if (kind === "question" && words === "")
    throw invalid([{ path: "words", message: "Write what you want to ask." }], "Write what you want to ask.");
  const proposes = "Write what you propose, or choose another date.";
  if (kind === "proposal" && words === "" && targetOn === null)
    throw invalid([{ path: "words", message: proposes }], proposes);
}
