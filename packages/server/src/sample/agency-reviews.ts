import type { ReasonCodeWord } from "../milestones/adjustments.view.ts";
import type { Hero } from "./story.ts";

export interface MovePlan {
  milestone: number;
  targetDay: number;
  reasonCode: ReasonCodeWord;
  reason: string;
  /** For the client, as it then stands in the notice. */
  clientNote: string;
}

export interface ActionPlan {
  title: string;
  milestone: number;
  who: Hero;
  /** Low, likely and high effort in hours. */
  hours: readonly [number, number, number];
  due: number;
  /** The day on which it was done; what has none is still open. */
  done?: number;
}

export interface ReviewPlan {
  day: number;
  /** What the three say of a milestone beside its figures. */
  said: readonly { milestone: number; stated: "on_track" | "at_risk"; evidence: string }[];
  moves: readonly MovePlan[];
  actions: readonly ActionPlan[];
  /** Where a measure stood, by number of its objective. */
  readings: readonly { objective: number; value: number }[];
  /** What Rosa said in the client's part, and what she was answered. */
  client?: { milestone: number; asked: string; answered: string };
  /** Why what changed was not told in this review; empty where it was, or where nothing changed. */
  untold: string;
}

/** Thursdays at ten, from the week in which the first results came in; what follows a milestone moves along with it. */
export const REVIEWS: readonly ReviewPlan[] = [
  {
    day: 24,
    said: [
      { milestone: 0, stated: "on_track", evidence: "All 12 talks are held, and the report ends today." },
    ],
    moves: [],
    actions: [
      {
        title: "Invite Tomas to the presentation as well",
        milestone: 0,
        who: "lena",
        hours: [0.5, 1, 1],
        due: 25,
        done: 25,
      },
    ],
    readings: [{ objective: 0, value: 122 }],
    untold: "",
  },
  {
    day: 31,
    said: [{ milestone: 0, stated: "on_track", evidence: "Rosa has read the report and answers today." }],
    moves: [
      {
        milestone: 2,
        targetDay: 86,
        reasonCode: "waiting_for_third_party",
        reason: "The printer takes bookings until that Wednesday.",
        clientNote: "",
      },
    ],
    actions: [
      {
        title: "Send Rosa the questions on three audiences",
        milestone: 1,
        who: "mia",
        hours: [0.5, 1, 2],
        due: 35,
        done: 35,
      },
    ],
    readings: [
      { objective: 0, value: 124 },
      { objective: 1, value: 980 },
    ],
    untold: "Two days earlier touches nothing that Rosa plans by: it goes out with the next plan.",
  },
  {
    day: 38,
    said: [
      {
        milestone: 1,
        stated: "at_risk",
        evidence: "Rosa's answers came only today; nothing could begin before.",
      },
    ],
    moves: [
      {
        milestone: 1,
        targetDay: 67,
        reasonCode: "client_input_late",
        reason: "Rosa's answers on the three audiences came a week late.",
        clientNote: "",
      },
    ],
    actions: [
      {
        title: "Ask Tomas when he can read the campaign plan",
        milestone: 1,
        who: "lena",
        hours: [0.5, 1, 1],
        due: 43,
        done: 43,
      },
    ],
    readings: [{ objective: 0, value: 127 }],
    untold: "Tomas says next week when he can read the campaign plan; then one notice tells all of it.",
  },
  {
    day: 45,
    said: [],
    moves: [
      {
        milestone: 2,
        targetDay: 95,
        reasonCode: "agreed_with_client",
        reason: "Tomas reads the plan before it is signed, and is away until Thursday.",
        clientNote: "Tomas reads the campaign plan before it is signed.",
      },
    ],
    actions: [
      {
        title: "Settle half an hour with Rosa every Tuesday",
        milestone: 1,
        who: "mia",
        hours: [0.5, 1, 1],
        due: 58,
      },
      {
        title: "Show Tomas the outline of the campaign plan",
        milestone: 2,
        who: "lena",
        hours: [0.5, 1, 1],
        due: 84,
      },
    ],
    readings: [{ objective: 0, value: 131 }],
    client: {
      milestone: 2,
      asked:
        "Tomas wants to read the campaign plan before I sign it, and he is away until Thursday. Is there time?",
      answered: "Yes: we move it by two days. The town market is still kept.",
    },
    untold: "",
  },
];
