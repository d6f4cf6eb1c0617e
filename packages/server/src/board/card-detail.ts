import type { Scope } from "../access/scope.ts";
import type { CardAccess } from "./card-access.store.ts";
import { readContents } from "./card-detail.store.ts";
import { CardDetail, type CardDetailView } from "./card-detail.view.ts";
import { presentCard } from "./cards.view.ts";

export async function cardDetail(
  scope: Scope,
  { card, project }: Pick<CardAccess, "card" | "project">,
): Promise<CardDetailView> {
  const contents = await readContents(scope, card);
  return CardDetail.parse({
    ...presentCard(project.key, card),
    ...contents,
    createdAt: contents.createdAt.toISOString(),
    checklist: contents.checklist.map((item) => ({
      ...item,
      doneAt: item.doneAt === null ? null : instant(item.doneAt),
    })),
    estimates: contents.estimates.map((estimate) => ({ ...estimate, at: instant(estimate.at) })),
    dependencies: contents.dependencies.map(({ id, kind, lagDays, ...ends }) => ({
      id,
      kind,
      lagDays,
      from: end(ends.fromMilestone, ends.fromCard),
      to: end(ends.toMilestone, ends.toCard),
    })),
  });
}

/** PostgreSQL's JSON writes an offset where the API writes Z. */
function instant(text: string): string {
  return new Date(text).toISOString();
}

function end(milestone: string | null, card: string | null) {
  return milestone === null ? { kind: "card", id: card } : { kind: "milestone", id: milestone };
}
