import type { Say } from "../words/say.ts";

/** "+ € 800" for what is added, "− € 200" for what is saved. */
export function priceText(say: Say, minor: number, currency: string): string {
  if (minor === 0) return say("no effect on the price");
  return `${minor > 0 ? "+" : "−"} ${say.money(Math.abs(minor), currency)}`;
}

/** "7 working days later". */
export function daysText(say: Say, days: number): string {
  if (days === 0) return say("no effect on dates");
  return days > 0
    ? say("{n, plural, one {# working day later} other {# working days later}}", { n: days })
    : say("{n, plural, one {# working day earlier} other {# working days earlier}}", { n: -days });
}
