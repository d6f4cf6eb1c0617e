import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch, type Shape } from "../lib/api.ts";
import { atMilestone } from "../lib/milestone-acts.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { refreshPlan, takeIn } from "../lib/plan-writes.ts";
import { offerUndo } from "../lib/undo.tsx";

export type Deliverable = Shape<"Deliverable">;
export type Kind = Deliverable["kind"];
export type Content = { url: string | null } | { text: string | null } | { fileId: string | null };

interface NewDeliverable {
  title: string;
  kind: Kind;
  required: boolean;
}

const at = (deliverableId: string) => ({ params: { path: { deliverableId } } });

export async function addDeliverable(
  client: QueryClient,
  milestone: Pick<Milestone, "id">,
  body: NewDeliverable,
): Promise<void> {
  await takeIn(
    client,
    await answer(
      api.POST("/api/v1/milestones/{milestoneId}/deliverables", { ...atMilestone(milestone.id), body }),
    ),
  );
}

export async function handIn(
  client: QueryClient,
  { id, revision }: Pick<Deliverable, "id" | "revision">,
  body: Content,
): Promise<Deliverable | undefined> {
  const page = await answer(
    api.PUT("/api/v1/deliverables/{deliverableId}/content", { ...at(id), headers: ifMatch(revision), body }),
  );
  await takeIn(client, page);
  return page.deliverables.find((each) => each.id === id);
}

/** What was handed in comes away again; undo hands it in once more. */
export async function takeBack(client: QueryClient, deliverable: Deliverable): Promise<void> {
  const now = await handIn(client, deliverable, contentOf(deliverable, null));
  const { url, text, fileId } = deliverable;
  const was = url ?? text ?? fileId;
  if (now && was) offerUndo("Taken back", () => handIn(client, now, contentOf(deliverable, was)));
}

export async function removeDeliverable(
  client: QueryClient,
  milestone: Milestone,
  { id, title }: Deliverable,
): Promise<void> {
  await answer(api.DELETE("/api/v1/deliverables/{deliverableId}", at(id)));
  await refreshPlan(client, milestone.projectId);
  const body = { deliverableId: id };
  offerUndo(`“${title}” removed`, async () =>
    takeIn(
      client,
      await answer(
        api.POST("/api/v1/milestones/{milestoneId}/deliverables/restore", {
          ...atMilestone(milestone.id),
          body,
        }),
      ),
    ),
  );
}

export function contentOf({ kind }: Pick<Deliverable, "kind">, value: string | null): Content {
  if (kind === "link") return { url: value };
  return kind === "text" ? { text: value } : { fileId: value };
}
