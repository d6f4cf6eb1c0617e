import type { Hero } from "./story.ts";

interface PublicationPlan {
  day: number;
  hour: number;
  clientText: string;
  teamText: string;
  /** Who has said that they read it, and who asked about it; the others have not answered yet. */
  answers: readonly { day: number; hour: number; who: Hero | "rosa" | "tomas"; asked?: string }[];
}

/** When the plan was published, with the words for the client and for the team; each makes a plan version. */
export const PUBLICATIONS: readonly PublicationPlan[] = [
  {
    day: 2,
    hour: 17,
    clientText:
      "Here is the plan that we agreed on: five milestones, and what each of them is good for. The next one is the research report.",
    teamText: "The plan that we agreed on at the start.",
    answers: [
      { day: 2, hour: 17.5, who: "lena" },
      { day: 3, hour: 10, who: "ben" },
      { day: 3, hour: 19, who: "rosa" },
      { day: 6, hour: 11, who: "tomas" },
    ],
  },
  {
    day: 45,
    hour: 10.6,
    clientText:
      "We adjusted four dates. The answers on the three audiences came a week later than planned, and Tomas reads the campaign plan before it is signed. The town market is still kept.",
    teamText: "After the answers on the audiences: everything from the strategy on is a week later.",
    answers: [
      { day: 45, hour: 11.5, who: "ben" },
      { day: 45, hour: 13, who: "lena", asked: "Do the texts for the posters move by a week as well?" },
      { day: 45, hour: 20, who: "rosa" },
    ],
  },
];

export const PLAN_QUESTION = "Shall we work by this plan?";
export const REPORT_QUESTION = "Is the research report what you need to choose a direction?";

/** Open this week, with what each answer means for the dates. */
export const DIRECTIONS = {
  title: "The direction of the campaign",
  question: "Which of the two directions shall we work out?",
  choices: [
    { text: "The bread that takes its time", days: 0, priceMinor: null },
    { text: "The first shop that is awake", days: 3, priceMinor: null },
  ],
} as const;

export const PHOTOGRAPHS = {
  title: "Photographs of the bakery from before",
  why: "Two or three old pictures carry the first page of the strategy.",
} as const;

/** What was written to the client between publications. */
export const MESSAGE = {
  day: 45,
  title: "Photographs next Wednesday",
  body: "Lena comes by at **8:00**, before the shop opens. Please keep the front table free.",
} as const;

/** What the client asked on their own page, and what it was answered. */
export const QUESTION = {
  day: 45,
  asked: "Can we see both directions side by side before Tuesday?",
  answered: "Yes. You find both pages in the files from Monday noon on.",
} as const;
