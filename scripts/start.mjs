import { runBundle } from "./start/run-bundle.mjs";

await runBundle("main", process.argv.slice(2));
