import type { Answers, Computation, Question } from "./computations.ts";

/**
 * Long computations, one after another, in a thread of their own, so that no page stands still. A browser in which that
 * thread does not start or breaks off gets them on the page's own. What nobody waits for any more is left out.
 */
export class PlanningThread {
  #start: () => Worker;
  #thread: Worker | null = null;
  #isLost = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(start: () => Worker) {
    this.#start = start;
  }

  async compute<Name extends Computation>(
    question: Question<Name>,
    signal: AbortSignal,
  ): Promise<Answers[Name]> {
    const turn = this.#last.then(() => {
      signal.throwIfAborted();
      return this.#answer(question);
    });
    this.#last = turn.catch(() => undefined);
    const answer = await turn;
    signal.throwIfAborted();
    return answer;
  }

  async #answer<Name extends Computation>(question: Question<Name>): Promise<Answers[Name]> {
    if (this.#isLost) return onThePage(question);
    try {
      this.#thread ??= this.#start();
      return await answerOf(this.#thread, question);
    } catch {
      this.#isLost = true;
      this.#thread?.terminate();
      this.#thread = null;
      return onThePage(question);
    }
  }
}

export const beside = new PlanningThread(
  () => new Worker(new URL("./planning-thread.ts", import.meta.url), { type: "module" }),
);

function answerOf<Name extends Computation>(
  thread: Worker,
  question: Question<Name>,
): Promise<Answers[Name]> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const on = <Event extends keyof WorkerEventMap>(
      event: Event,
      settle: (told: WorkerEventMap[Event]) => void,
    ) =>
      thread.addEventListener(
        event,
        (told) => {
          heard.abort();
          settle(told);
        },
        { signal: heard.signal },
      );
    on("message", ({ data }) => resolve(data));
    on("error", reject);
    on("messageerror", reject);
    thread.postMessage(question);
  });
}

const PAINT_MS = 30;

/** After the page has been painted, so that it says what it is about. */
async function onThePage<Name extends Computation>(question: Question<Name>): Promise<Answers[Name]> {
  const { compute } = await import("./computations.ts");
  await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
  return compute(question);
}
