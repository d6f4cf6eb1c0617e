export const STEPS = [1, 2, 3, 4, 5, 6] as const;
export type StepNumber = (typeof STEPS)[number];

/** The open step of the assistant's address; 0 when all are folded. */
export function readSearch({ step }: Record<string, unknown>): { step?: StepNumber | 0 } {
  if (step === 0) return { step };
  const known = STEPS.find((each) => each === step);
  return known === undefined ? {} : { step: known };
}
