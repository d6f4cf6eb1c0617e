import type { Scope } from "../access/scope.ts";
import { refused } from "../kit/errors.ts";
import type { CardRow } from "./card-access.store.ts";
import { contentsOfCards, createAllFromContent, type LeftOut } from "./card-content.ts";
import type { CardContentView } from "./card-content.view.ts";
import { copyComments, copyFiles } from "./card-copy.store.ts";
import { type CopyPart, onlyParts } from "./card-copy.ts";
import { recount } from "./promotion.store.ts";

const MANY = 2_000;

export interface CopiedCards {
  ids: string[];
  leftOut: LeftOut[];
}

interface Target {
  projectId: string;
  columnId: string;
  parts: readonly CopyPart[];
  /** What stands for labels and fields in another project. */
  translate?: (content: CardContentView) => CardContentView;
}

/** Cards like these in a column without cards, below each other as they stand: open, unticked and for the team alone. */
export async function copyCards(
  scope: Scope,
  cards: readonly CardRow[],
  { projectId, columnId, parts, translate = (content) => content }: Target,
): Promise<CopiedCards> {
  if (cards.length > MANY)
    throw refused("too-many-cards", `At most ${MANY} cards of a column are copied at once.`, {
      count: cards.length,
    });
  const takes = new Set(parts);
  const contents = await contentsOfCards(scope, cards);
  const wanted = contents.map(({ content, exact }, n) => ({
    content: translate(onlyParts(content, takes)),
    exact: takes.has("dates") ? exact : { startOn: null, dueOn: null, items: [] },
    from: { kind: "card" as const, id: cards[n]?.id ?? "", parts: [...takes] },
  }));
  const made = await createAllFromContent(scope, projectId, wanted, { columnId });
  for (const [n, card] of cards.entries()) {
    const files = takes.has("files") && card.fileCount > 0;
    const comments = takes.has("comments") && card.commentCount > 0;
    const id = made.ids[n];
    if (!id || (!files && !comments)) continue;
    if (files) await copyFiles(scope, card, { id, projectId });
    if (comments) await copyComments(scope, card, id);
    await recount(scope, id);
  }
  return made;
}
