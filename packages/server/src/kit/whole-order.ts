import { conflict, invalid } from "./errors.ts";

interface WantedOrder {
  ids: readonly string[];
  /** As it was seen by whoever orders. */
  expected: readonly string[];
}

/** An order is set whole: only over the one that was seen, and with every one of the list. `one` and `many` name what is ordered. */
export function refuseOddOrder(
  there: readonly { id: string }[],
  { ids, expected }: WantedOrder,
  { code, one, many }: { code: string; one: string; many: string },
): void {
  const now = there.map(({ id }) => id);
  if (now.join() !== expected.join())
    throw conflict(code, `Somebody changed the ${many} meanwhile.`, { ids: now });
  if (now.toSorted().join() !== ids.toSorted().join())
    throw invalid([{ path: "ids", message: `Name every ${one} of the project once.` }]);
}
