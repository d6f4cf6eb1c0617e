#!/usr/bin/env node
import { runBundle } from "./start/run-bundle.mjs";

await runBundle("cli", process.argv.slice(2));
