import { z } from "zod";
import type { Tx } from "../db/database.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { deliveryHash } from "./check-delivery.ts";
import { CoreEntry } from "./delivery-entries.ts";
import { jsonOf } from "./first-altered.ts";
import { type KeptDelivery, keptDeliveries, missingDeliveries } from "./verify-deliveries.store.ts";

export interface VerifiedDeliveries {
  deliveries: number;
  /** So new that the chain of their project does not tell of them yet. */
  unsealed: number;
  faults: { projectId: string; hash: string; why: string }[];
}

/** Compares every delivery record with the hash that the chain of its project tells of it. */
export async function verifyDeliveries(tx: Tx): Promise<VerifiedDeliveries> {
  const kept = await keptDeliveries(tx);
  const faults = kept.flatMap((one) => {
    const why = faultOf(one);
    return why === null ? [] : [{ projectId: one.projectId, hash: one.hash, why }];
  });
  const missing = (await missingDeliveries(tx)).map((one) => ({
    ...one,
    why: "The chain of its project tells of it, and it is missing.",
  }));
  return {
    deliveries: kept.length,
    unsealed: kept.filter(({ told, sealed }) => told && !sealed).length,
    faults: [...faults, ...missing],
  };
}

function faultOf({ id, projectId, record, hash, told }: KeptDelivery): string | null {
  const core = z.array(CoreEntry).safeParse(jsonOf(record)).data;
  if (!core || canonicalJson(core) !== record || deliveryHash(core) !== hash)
    return "It is not what was made then.";
  const [head] = core;
  if (!head || !("projectId" in head) || head.id !== id || head.projectId !== projectId)
    return "It stands under another project or another number than it was made for.";
  return told ? null : "The chain of its project does not tell of it.";
}
