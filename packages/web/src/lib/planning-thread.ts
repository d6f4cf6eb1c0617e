import { compute, type Question } from "./computations.ts";

/** One question at a time, answered beside the thread that draws the page. */
addEventListener("message", ({ data }: MessageEvent<Question>) => {
  postMessage(compute(data));
});
