import { calibrate } from "./calibrate/calibrate.ts";
import { readOptions, USAGE } from "./calibrate/options.ts";
import { tableOf } from "./calibrate/table.ts";

try {
  const options = readOptions(process.argv.slice(2));
  const { summary, refusals } = calibrate(options);
  for (const { line, reason } of refusals) console.error(`${options.file}:${line}  ${reason}`);
  console.error(tableOf(summary));
  console.log(JSON.stringify(summary));
  process.exitCode = summary.forecasts > 0 ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
