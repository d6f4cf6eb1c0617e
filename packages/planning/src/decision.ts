/** May this be done? Yes, or the reason why not as data; planning never throws for a user's mistake. */
export type Decision<Code extends string, Facts = unknown> = { readonly ok: true } | Refusal<Code, Facts>;

export interface Refusal<Code extends string, Facts = unknown> {
  readonly ok: false;
  readonly code: Code;
  /** What the refusal rests on, for the sentence that the user reads. */
  readonly missing: readonly Facts[];
}

export const YES = { ok: true } as const;

export function refuse<Code extends string, Facts = never>(
  code: Code,
  missing: readonly Facts[] = [],
): Refusal<Code, Facts> {
  return { ok: false, code, missing };
}
