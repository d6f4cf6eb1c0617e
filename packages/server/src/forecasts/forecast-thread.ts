import { parentPort } from "node:worker_threads";
import { type ForecastInput, forecastPlan } from "@milepost/planning";

/** One question at a time, answered beside the thread that serves requests. */
parentPort?.on("message", (input: ForecastInput) => {
  parentPort?.postMessage(forecastPlan(input));
});
