import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import { type CardAccess, visibleCard } from "./card-access.store.ts";
import { type CardContentsRow, readContents } from "./card-detail.store.ts";
import { CardDetail, type CardDetailView } from "./card-detail.view.ts";
import { presentCard } from "./cards.view.ts";

/** A card with all it holds; both questions travel together, and nothing leaves unless the card is visible. */
export async function wholeCard(
  scope: Scope,
  cardId: string,
): Promise<CardAccess & { detail: CardDetailView }> {
  const [access, contents] = await Promise.all([visibleCard(scope, cardId), readContents(scope, cardId)]);
  if (!contents) throw notFound();
  return { ...access, detail: present(access, contents) };
}

function present({ card, project }: CardAccess, contents: CardContentsRow): CardDetailView {
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
