import { Worker } from "node:worker_threads";
import type { ForecastInput, PlanForecast } from "@milepost/planning";

const IDLE_MS = 20_000;

/** Forecasts are made in a thread of their own, so that no request waits for one; it ends when there is nothing to do. */
export class ForecastThread {
  #thread: Worker | null = null;
  #rest: NodeJS.Timeout | undefined;

  async forecast(input: ForecastInput): Promise<PlanForecast> {
    clearTimeout(this.#rest);
    const thread = this.#thread ?? this.#start();
    try {
      return await answerOf(thread, input);
    } finally {
      this.#rest = setTimeout(() => this.stop(), IDLE_MS).unref();
    }
  }

  async stop(): Promise<void> {
    clearTimeout(this.#rest);
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #start(): Worker {
    // The built program has its parts beside it as .js; from the sources it is .ts.
    const name = import.meta.url.endsWith(".ts") ? "./forecast-thread.ts" : "./forecast-thread.js";
    const thread = new Worker(new URL(name, import.meta.url));
    thread.unref();
    thread.once("exit", () => {
      if (this.#thread === thread) this.#thread = null;
    });
    this.#thread = thread;
    return thread;
  }
}

function answerOf(thread: Worker, input: ForecastInput): Promise<PlanForecast> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      thread.off("message", onAnswer);
      thread.off("error", onError);
      thread.off("exit", onExit);
    };
    const onAnswer = (forecast: PlanForecast) => {
      settle();
      resolve(forecast);
    };
    const onError = (error: unknown) => {
      settle();
      reject(error);
    };
    const onExit = () => onError(new Error("the forecast's thread ended"));
    thread.once("message", onAnswer);
    thread.once("error", onError);
    thread.once("exit", onExit);
    thread.postMessage(input);
  });
}
