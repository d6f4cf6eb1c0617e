import type { CardPlan, LabelName } from "./card-plan.ts";
import type { Hero } from "./story.ts";

const done = (
  title: string,
  who: readonly Hero[],
  labels: readonly LabelName[],
  [low, likely, high]: readonly [number, number, number],
  doing: number,
  end: number,
): CardPlan => ({
  title,
  milestone: 0,
  born: 1,
  who,
  labels,
  hours: [low, likely, high],
  due: end,
  doing,
  done: end,
});

export const RESEARCH_CARDS: readonly CardPlan[] = [
  {
    ...done("Write the interview guide", ["mia"], ["Research"], [3, 5, 8], 2, 3),
    steps: ["Ten questions", "Try it on a colleague", "Rosa reads it"],
    stepsDone: 3,
  },
  done("Find 12 customers to talk to", ["lena"], ["Research", "Client"], [4, 6, 10], 7, 8),
  done("Interview customers 1 to 6", ["mia"], ["Research"], [6, 8, 12], 10, 11),
  done("Interview customers 7 to 12", ["mia"], ["Research"], [6, 8, 12], 15, 16),
  done("Visit five competitors", ["ben"], ["Research"], [4, 6, 8], 15, 16),
  done("Read three years of orders", ["mia"], ["Research"], [3, 5, 9], 17, 18),
  done("Collect how customers speak", ["lena"], ["Words"], [3, 4, 6], 23, 24),
  done("Look at the shop's search words", ["lena"], ["Research", "Media"], [2, 4, 6], 21, 22),
  done("Write the research report", ["mia"], ["Words"], [8, 12, 18], 22, 24),
  done("Present the findings to Rosa", ["mia", "lena"], ["Client"], [2, 3, 4], 28, 28),
];
