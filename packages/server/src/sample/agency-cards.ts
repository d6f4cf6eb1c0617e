import type { CardPlan } from "./card-plan.ts";
import { CARDS_AHEAD } from "./cards-ahead.ts";
import { RESEARCH_CARDS } from "./cards-research.ts";
import { STRATEGY_CARDS } from "./cards-strategy.ts";
import type { Hero } from "./story.ts";

export const CARDS: readonly CardPlan[] = [...RESEARCH_CARDS, ...STRATEGY_CARDS, ...CARDS_AHEAD];

/** What waits for what, from which day on it was known, and how many working days lie between them. */
export const CARD_LINKS = [
  ["Find 12 customers to talk to", "Interview customers 7 to 12", 1, 9],
  ["Interview customers 7 to 12", "Write the research report", 1, 3],
  ["Write the research report", "Present the findings to Rosa", 1, 2],
  ["Collect Rosa's decision on the direction", "Mood boards for the chosen direction", 45, 0],
  ["Mood boards for the chosen direction", "Put the strategy on one page", 1, 0],
  ["Put the strategy on one page", "Send the strategy for approval", 1, 0],
  ["Design the campaign pages", "Build the campaign pages", 1, 0],
] as const;

export const TALK: readonly { card: string; day: number; hour: number; by: Hero; body: string }[] = [
  {
    card: "Find 12 customers to talk to",
    day: 3,
    hour: 10,
    by: "lena",
    body: "Rosa put a note on the counter: 9 names already.",
  },
  {
    card: "Read three years of orders",
    day: 18,
    hour: 11,
    by: "mia",
    body: "Two thirds of all online orders come on *Thursday evening*. Nobody knew.",
  },
  {
    card: "Write the research report",
    day: 23,
    hour: 11,
    by: "ben",
    body: "The page about the competitors needs a picture of each shop window. I have them.",
  },
  {
    card: "Sketch two directions",
    day: 43,
    hour: 11.5,
    by: "lena",
    body: "B makes people smile, A makes them buy. Can we have both?",
  },
  {
    card: "Sketch two directions",
    day: 43,
    hour: 13,
    by: "ben",
    body: 'Only if we drop the word "artisan".',
  },
  {
    card: "Collect Rosa's decision on the direction",
    day: 45,
    hour: 17,
    by: "mia",
    body: "Rosa leans to A; Tomas to B. She answers by Tuesday.",
  },
  {
    card: "Draft the voice guide",
    day: 45,
    hour: 11,
    by: "lena",
    body: "Half done. The examples wait for the direction.",
  },
  {
    card: "Write the positioning on one page",
    day: 45,
    hour: 17.5,
    by: "mia",
    body: "Late because it hangs on the same decision. I keep both versions going.",
  },
];
