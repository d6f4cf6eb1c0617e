import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import type { CardRow } from "./card-access.store.ts";
import { visibleCard } from "./card-access.store.ts";
import { contentOfCard, createFromContent, type Made } from "./card-content.ts";
import type { CardContentView } from "./card-content.view.ts";
import { copyComments, copyFiles } from "./card-copy.store.ts";
import { recount } from "./promotion.store.ts";

/** What is asked about when a card is copied; title, text, milestone, priority, estimate and fields always come along. */
export const COPY_PARTS = ["checklist", "people", "labels", "dates", "links", "files", "comments"] as const;
export const CopyPart = z.enum(COPY_PARTS).meta({ id: "CopyPart" });
export type CopyPart = z.infer<typeof CopyPart>;

interface WantedCopy {
  title?: string | undefined;
  columnId?: string | undefined;
  parts: readonly CopyPart[];
}

/** A card like this one, open and unticked, for the team alone until somebody shows it to the client. */
export async function copyCard(
  scope: Scope,
  card: CardRow,
  { title, columnId, parts }: WantedCopy,
): Promise<Made> {
  const { content, exact } = await contentOfCard(scope, card.id);
  const takes = new Set(parts);
  const wanted = {
    content: { ...onlyParts(content, takes), ...(title ? { title } : {}) },
    exact: takes.has("dates") ? exact : { startOn: null, dueOn: null, items: [] },
    from: { kind: "card", id: card.id, parts: [...takes] },
  } as const;
  const made = await createFromContent(scope, card.projectId, wanted, spotOf(card, columnId));
  if (takes.has("files")) await copyFiles(scope, card, made.card);
  if (takes.has("comments")) await copyComments(scope, card, made.card.id);
  await recount(scope, made.card.id);
  return { ...made, card: (await visibleCard(scope, made.card.id)).card };
}

/** The parts of a card that its copy takes along. */
export function onlyParts(content: CardContentView, takes: ReadonlySet<CopyPart>): CardContentView {
  const none = <T>(part: CopyPart, list: readonly T[]) => (takes.has(part) ? [...list] : []);
  return {
    ...content,
    checklist: none("checklist", content.checklist).map((item) => ({
      ...item,
      personId: takes.has("people") ? item.personId : null,
    })),
    people: none("people", content.people),
    labels: none("labels", content.labels),
    links: none("links", content.links),
  };
}

/** Below the one it was copied from, or at the end of another column. */
function spotOf(card: CardRow, columnId: string | undefined) {
  const column = columnId ?? card.columnId ?? undefined;
  if (card.place !== "board" && !columnId) return { later: card.place === "later", after: card.id };
  return column === card.columnId ? { columnId: column, after: card.id } : { columnId: column };
}
