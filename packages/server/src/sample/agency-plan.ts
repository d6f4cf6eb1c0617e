import type { Hero } from "./story.ts";

/** Days are counted from the first Monday of the project: 0 is that Monday, 32 the Friday five weeks later. */
export const PROJECT = {
  name: "Marketing strategy for Rosa Bakery",
  outcome: "Rosa Bakery knows whom it bakes for, says it in one voice, and sells more through its web shop.",
  scopeIn:
    "Research, positioning, a campaign plan, the launch of a campaign and a report with what to do next.",
  scopeOut: "A new web shop, product photography beyond the campaign, paid television and radio.",
  startDay: 0,
  dueDay: 151,
  fixedDate: { title: "Town market opens, Rosa has a stand", day: 135 },
};

/** What reviews have read since stands with them. */
export const OBJECTIVES = [
  {
    statement: "Raise online orders from 120 to 150 a week",
    clientReason: "The shop's rent rises next year; the web shop has to carry its share.",
    ourReason: "A number that both sides can count every Monday.",
    measure: "Online orders",
    unit: "a week",
    baseline: 120,
    target: 150,
    targetDay: 151,
    readings: [[14, 121]],
  },
  {
    statement: "Lead 1,500 people a month from search to the shop's pages",
    clientReason: "People who move here do not know that the bakery exists.",
    ourReason: "Shows early whether the words on the pages work.",
    measure: "Visits from search",
    unit: "a month",
    baseline: 900,
    target: 1500,
    targetDay: 151,
    readings: [[2, 900]],
  },
  {
    statement: "Let 30 % of asked customers name the bakery first",
    clientReason: "Rosa wants to be known for sourdough, not for being cheap.",
    ourReason: "Tells whether one voice is heard, not only seen.",
    measure: "Customers who name the bakery first",
    unit: "%",
    baseline: 18,
    target: 30,
    targetDay: 148,
    readings: [[20, 18]],
  },
] as const;

interface Part {
  who: Hero | "rosa" | "tomas";
  role: "responsible" | "approver" | "consulted" | "informed";
  part: string;
}

export interface MilestonePlan {
  title: string;
  outcome: string;
  why: string;
  startDay: number;
  targetDay: number;
  /** The window of the first plan, before it slipped. */
  planned?: { startDay: number; targetDay: number };
  owner: Hero;
  clientApproval: boolean;
  /** Hundredths, due when it is reached. */
  priceMinor: number;
  objectives: readonly number[];
  criteria: readonly string[];
  deliverables: readonly string[];
  parts: readonly Part[];
}

export const MILESTONES: readonly MilestonePlan[] = [
  {
    title: "Research report delivered",
    outcome: "We know who buys at Rosa's, why, and where they look first.",
    why: "Every later choice rests on it.",
    startDay: 0,
    targetDay: 32,
    owner: "mia",
    clientApproval: true,
    priceMinor: 400000,
    objectives: [1, 2],
    criteria: [
      "12 customers were interviewed",
      "Five competitors are described on one page each",
      "Rosa has heard the three main findings",
    ],
    deliverables: ["Research report"],
    parts: [
      { who: "mia", role: "responsible", part: "Leads the interviews and writes the report." },
      { who: "lena", role: "consulted", part: "Reads along and collects how customers speak." },
      {
        who: "rosa",
        role: "approver",
        part: "Opens doors to customers, hears the findings and approves the report.",
      },
    ],
  },
  {
    title: "Marketing strategy agreed",
    outcome: "One page says whom Rosa bakes for, what she promises and how that sounds.",
    why: "Design and words can start without guessing.",
    startDay: 35,
    targetDay: 67,
    planned: { startDay: 35, targetDay: 60 },
    owner: "mia",
    clientApproval: true,
    priceMinor: 300000,
    objectives: [0, 1, 2],
    criteria: [
      "Positioning fits on one page",
      "Three audiences have a name and a face",
      "Rosa has chosen one of two directions",
    ],
    deliverables: ["Strategy on one page", "Voice guide"],
    parts: [
      { who: "mia", role: "responsible", part: "Brings the two directions to a decision." },
      { who: "ben", role: "consulted", part: "Shows what each direction looks like." },
      { who: "lena", role: "consulted", part: "Shows what each direction sounds like." },
      { who: "rosa", role: "approver", part: "Chooses the direction and approves the page." },
    ],
  },
  {
    title: "Campaign plan signed off",
    outcome: "Channels, budget and calendar of the campaign are fixed.",
    why: "Print and media need to be booked four weeks ahead.",
    startDay: 70,
    targetDay: 95,
    planned: { startDay: 63, targetDay: 88 },
    owner: "lena",
    clientApproval: true,
    priceMinor: 300000,
    objectives: [0, 1],
    criteria: ["Every channel has a goal and a budget", "The calendar names who does what each week"],
    deliverables: ["Campaign plan", "Budget"],
    parts: [
      { who: "lena", role: "responsible", part: "Writes the plan and keeps the calendar." },
      { who: "mia", role: "consulted", part: "Checks that each channel serves the strategy." },
      { who: "rosa", role: "approver", part: "Approves plan and budget." },
      { who: "tomas", role: "informed", part: "Reads the plan before it is signed." },
    ],
  },
  {
    title: "Bread campaign launched",
    outcome: "The campaign is live everywhere on the same day, and orders can be traced to it.",
    why: "The town market is the one week in which the whole town passes the stand.",
    startDay: 98,
    targetDay: 123,
    planned: { startDay: 91, targetDay: 116 },
    owner: "ben",
    clientApproval: true,
    priceMinor: 600000,
    objectives: [0, 1, 2],
    criteria: [
      "All pages and posters carry the new voice",
      "Orders from the campaign can be counted",
      "Rosa's team knows the offer by heart",
    ],
    deliverables: ["Campaign pages live", "Posters delivered"],
    parts: [
      { who: "ben", role: "responsible", part: "Builds the pages and gets the posters printed." },
      { who: "lena", role: "responsible", part: "Writes every word that goes out." },
      { who: "rosa", role: "approver", part: "Gives the word to go live." },
    ],
  },
  {
    title: "Results report presented",
    outcome: "Rosa sees what the campaign brought and knows the next three steps.",
    why: "What worked goes on; what did not stops.",
    startDay: 126,
    targetDay: 151,
    planned: { startDay: 119, targetDay: 144 },
    owner: "mia",
    clientApproval: true,
    priceMinor: 200000,
    objectives: [0, 1, 2],
    criteria: ["Each objective is measured against its target", "Three next steps have a price"],
    deliverables: ["Results report"],
    parts: [
      { who: "mia", role: "responsible", part: "Measures, writes and presents." },
      { who: "rosa", role: "approver", part: "Approves the report and chooses the next step." },
    ],
  },
];

/** Chance in percent, effect in working days. */
export const RISKS = [
  {
    shared: false,
    title: "Rosa's answers come late",
    chance: 40,
    days: [1, 3, 6],
    owner: "mia",
    milestones: [1, 2],
    trigger: "A question is open for more than three working days.",
    response: "Ask for decisions in a fixed half hour each Tuesday.",
  },
  {
    shared: true,
    title: "The printer is booked out before the market",
    chance: 25,
    days: [3, 5, 8],
    owner: "ben",
    milestones: [3],
    trigger: "No slot is confirmed ten weeks before the launch.",
    response: "Reserve a slot now; a second printer is asked.",
  },
  {
    shared: false,
    title: "The photographer falls ill",
    chance: 10,
    days: [2, 4, 7],
    owner: "ben",
    milestones: [3],
    trigger: "Cancelled less than a week before.",
    response: "Use the pictures of last year for posters, reshoot for the web.",
  },
  {
    shared: false,
    title: "The two owners want different directions",
    chance: 20,
    days: [2, 4, 8],
    owner: "mia",
    milestones: [1],
    trigger: "Tomas asks for changes after Rosa has agreed.",
    response: "Both see both directions in the same meeting.",
  },
  {
    shared: false,
    title: "Too few orders to measure the campaign",
    chance: 20,
    days: [0, 2, 5],
    owner: "lena",
    milestones: [4],
    trigger: "Fewer than 20 orders carry the code in the first week.",
    response: "Print the code on the bread bags as well.",
  },
  {
    shared: false,
    title: "Flour prices make the offer too dear",
    chance: 15,
    days: [1, 3, 6],
    owner: "lena",
    milestones: [2, 3],
    trigger: "The mill announces new prices.",
    response: "Prepare an offer without a price on it.",
  },
] as const;
