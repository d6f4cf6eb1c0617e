import { feasibleDates, NO_HISTORY } from "@milepost/planning";
import { expect, it } from "vitest";
import { aBoard, aCard } from "../testing/board.ts";
import { aMilestone, aPlan } from "../testing/plan.ts";
import { PlanningThread } from "./beside.ts";
import { compute, type Question } from "./computations.ts";
import { planModel } from "./plan-model.ts";

const cards = ["k1", "k2", "k3"].map((id) => aCard(id, { milestoneId: "m1", likely: 480, people: ["jo"] }));
const plan = planModel(aPlan([aMilestone("m1")]), aBoard(cards));
const people = [{ id: "jo", name: "", percent: 50, calendar: null }];
const input = { plan: { ...plan, people }, today: "2026-06-01", seed: 7, samples: 200, history: NO_HISTORY };
const of = (confidence: 50 | 80 | 90): Question<"feasibleDates"> => ({
  name: "feasibleDates",
  asked: [input, confidence],
});
const wanted = () => new AbortController().signal;

type Told = (thread: FakeThread) => void;

/** A thread that holds what it was asked until the test lets it answer. */
class FakeThread extends EventTarget {
  asked: Question[] = [];
  isEnded = false;
  #told: Told;

  constructor(told: Told) {
    super();
    this.#told = told;
  }

  postMessage(question: Question) {
    this.asked.push(structuredClone(question));
    this.#told(this);
  }

  answer() {
    const question = this.asked.at(-1);
    if (!question) throw new Error("nothing was asked");
    const data = structuredClone(compute(question));
    this.dispatchEvent(new MessageEvent("message", { data }));
  }

  terminate() {
    this.isEnded = true;
  }
}

const atOnce: Told = (thread) => queueMicrotask(() => thread.answer());
const breaksOff: Told = (thread) => queueMicrotask(() => thread.dispatchEvent(new Event("error")));

function threadsOf(told: Told) {
  const started: FakeThread[] = [];
  const thread = new PlanningThread(() => {
    started.push(new FakeThread(told));
    // The parts of a Worker that are used.
    return started.at(-1) as unknown as Worker;
  });
  return { thread, started };
}

it("answers as planning does, from one thread for all questions", async () => {
  const { thread, started } = threadsOf(atOnce);
  const found = await Promise.all(([50, 80, 90] as const).map((sure) => thread.compute(of(sure), wanted())));
  const own = ([50, 80, 90] as const).map((sure) => feasibleDates(input, sure));
  expect(JSON.stringify(found)).toBe(JSON.stringify(own));
  expect(started).toHaveLength(1);
});

it("drops an answer that nobody waits for any more, and leaves out what was not begun", async () => {
  const { thread, started } = threadsOf(() => undefined);
  const left = new AbortController();
  const first = thread.compute(of(50), left.signal);
  const second = thread.compute(of(80), left.signal);
  const third = thread.compute(of(90), wanted());
  await expect.poll(() => started[0]?.asked.length).toBe(1);
  left.abort();
  started[0]?.answer();
  await expect(first).rejects.toThrow(/abort/i);
  await expect(second).rejects.toThrow(/abort/i);
  await expect.poll(() => started[0]?.asked.length).toBe(2);
  started[0]?.answer();
  expect(await third).toMatchObject({ ok: true, confidence: 90 });
});

it("goes on with the page's own thread where the other breaks off", async () => {
  const { thread, started } = threadsOf(breaksOff);
  expect(await thread.compute(of(80), wanted())).toEqual(feasibleDates(input, 80));
  expect(await thread.compute(of(90), wanted())).toEqual(feasibleDates(input, 90));
  expect(started.map(({ asked, isEnded }) => [asked.length, isEnded])).toEqual([[1, true]]);
});

it("needs no second thread where there is none", async () => {
  const thread = new PlanningThread(() => {
    throw new Error("no workers here");
  });
  expect(await thread.compute(of(80), wanted())).toEqual(feasibleDates(input, 80));
});

it("says so where not even the page can work it out", async () => {
  const { thread } = threadsOf(breaksOff);
  const broken = { name: "feasibleDates", asked: [null, 80] } as unknown as Question<"feasibleDates">;
  await expect(thread.compute(broken, wanted())).rejects.toThrow();
});
