/** Days a risk costs when it happens, as the register weighs them: the likely figure counts four times. */
export function effectOf({
  chance,
  impactLow,
  impactLikely,
  impactHigh,
}: Record<"chance" | "impactLow" | "impactLikely" | "impactHigh", number>): number {
  return Math.round((chance * (impactLow + 4 * impactLikely + impactHigh)) / 60) / 10;
}

/** "2 / 5 / 15 days". */
export function impactText(low: number, likely: number, high: number): string {
  return low === likely && likely === high
    ? `${likely} ${likely === 1 ? "day" : "days"}`
    : `${low} / ${likely} / ${high} days`;
}
