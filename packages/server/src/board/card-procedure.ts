import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { procedure } from "../milestones/procedures.ts";
import type { CardRow } from "./card-access.store.ts";
import type { ItemRow } from "./checklist.store.ts";
import { addItems } from "./checklist.ts";

const Steps = z.array(z.string());

/** The steps become lines under the procedure's name; from then on they belong to the card. */
export async function applyProcedure(scope: Scope, card: CardRow, procedureId: string): Promise<ItemRow[]> {
  const { name, steps } = await procedure(scope, procedureId);
  const lines = Steps.parse(steps).map((text) => ({ heading: name, text }));
  return lines.length === 0 ? [] : addItems(scope, card, lines, {}, { procedureId });
}
