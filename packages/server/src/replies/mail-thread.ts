import { parentPort, workerData } from "node:worker_threads";
import { takeApart } from "./mail-parts.ts";

/** One mail, read beside the thread that serves requests: whoever wrote it may have meant to keep its reader busy. */
parentPort?.postMessage(await takeApart(Buffer.from(workerData)));
