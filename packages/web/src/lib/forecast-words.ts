import type { Shape } from "./api.ts";
import { dayText } from "./dates.ts";

/** "Likely by Fri 12 Jun, safe by Fri 19 Jun"; where they are one day, it is said once. */
export function forecastText({ p50On, p80On }: Pick<Shape<"ForecastDates">, "p50On" | "p80On">): string {
  if (p50On === p80On) return `Safe by ${dayText(p80On)}`;
  return `Likely by ${dayText(p50On)}, safe by ${dayText(p80On)}`;
}

/** "31 % chance of Fri 12 Jun"; never a certainty that no forecast can give. */
export function chanceText(chance: number, targetOn: string): string {
  return `${percentText(chance)} chance of ${dayText(targetOn)}`;
}

/** Whole percents; nothing is impossible and nothing certain. */
export function percentText(chance: number): string {
  const percent = Math.round(chance * 100);
  if (percent < 1) return "Under 1 %";
  return percent > 99 ? "Over 99 %" : `${percent} %`;
}
