import type { Say } from "../words/say.ts";

/** "+ € 800" for what is added, "− € 200" for what is saved. */
export function priceText(say: Say, minor: number, currency: string): string {
  if (minor === 0) return say("no effect on the price");
  return `${minor > 0 ? "+" : "−"} ${say.money(Math.abs(minor), currency)}`;
}
