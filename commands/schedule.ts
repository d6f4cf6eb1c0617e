import { readOptions, USAGE } from "./schedule/options.ts";
import { scheduleFile } from "./schedule/schedule-file.ts";

try {
  const complete = scheduleFile(readOptions(process.argv.slice(2)), (line) => console.log(line));
  process.exitCode = complete ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
