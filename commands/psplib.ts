import { runBenchmark } from "./psplib/benchmark.ts";
import { readOptions, USAGE } from "./psplib/options.ts";

try {
  const { summary, complete } = runBenchmark(readOptions(process.argv.slice(2)), (line) =>
    console.error(line),
  );
  console.log(JSON.stringify(summary));
  process.exitCode = complete ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  process.exitCode = 2;
}
