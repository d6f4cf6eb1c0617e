import type { ForecastScore } from "@milepost/planning";
import type { Summary } from "./calibrate.ts";

/** The summary as people read it. */
export function tableOf({ all, laterHalf, perEstimate, bySize = {}, rows, refused }: Summary): string {
  const left = Object.values(refused).reduce((sum, n) => sum + n, 0);
  return [
    `${rows} rows, ${left} left out`,
    `${"".padEnd(24)}${"forecasts".padStart(9)}   P50   P80   P95   below bootstrap   below the estimate as date`,
    line("all", all),
    line("later half", laterHalf),
    line("losses per estimate", perEstimate),
    ...Object.entries(bySize).flatMap(([size, score]) => [
      line(`next ${size} items`, score.all),
      line(`next ${size}, later half`, score.laterHalf),
    ]),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function line(name: string, score: ForecastScore | null): string {
  if (score === null) return "";
  const coverage = score.coverage.map((share) => share.toFixed(3).padStart(6)).join("");
  const gain = (share: number) => `${(100 * share).toFixed(1)} %`;
  const { overBootstrap, overEstimate } = score.gain;
  const gains = `${gain(overBootstrap).padStart(18)}${gain(overEstimate).padStart(29)}`;
  return `${name.padEnd(24)}${String(score.forecasts).padStart(9)}${coverage}${gains}`;
}
