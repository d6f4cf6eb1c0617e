import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import type { CardRow } from "./card-access.store.ts";
import type { ItemRow } from "./checklist.store.ts";
import { addItems } from "./checklist.ts";
import { findSteps } from "./procedures.store.ts";

const Steps = z.array(z.union([z.string(), z.object({ text: z.string() }).transform(({ text }) => text)]));

/** The steps become lines under the procedure's name; from then on they belong to the card. */
export async function applyProcedure(scope: Scope, card: CardRow, procedureId: string): Promise<ItemRow[]> {
  const found = await findSteps(scope, procedureId);
  if (!found) throw notFound();
  const steps = Steps.parse(found.steps);
  if (steps.length === 0) return [];
  const lines = steps.map((text) => ({ heading: found.name, text }));
  return addItems(scope, card, lines, {}, { procedureId });
}
