import type { WeekView } from "../people/week.ts";
import type { Hero } from "./story.ts";

interface Role {
  name: string;
  title: string;
  week: WeekView;
}

const full: WeekView[number] = [
  [540, 720],
  [780, 1080],
];
const short: WeekView[number] = [[600, 960]];
const morning: WeekView[number] = [[480, 720]];

/** Three people with three kinds of week: 40, 24 and 20 hours. */
export const CAST: Readonly<Record<Hero, Role>> = {
  mia: { name: "Mia Torres", title: "Strategy", week: [full, full, full, full, full, [], []] },
  ben: { name: "Ben Adeyemi", title: "Design", week: [short, short, short, short, [], [], []] },
  lena: { name: "Lena Vogt", title: "Words", week: [morning, morning, morning, morning, morning, [], []] },
};

export const BAKERY = {
  name: "Rosa Bakery",
  contacts: [
    { name: "Rosa Lind", word: "rosa", role: "approver" },
    { name: "Tomas Lind", word: "tomas", role: "observer" },
  ],
} as const;

export const YOGA = { name: "Harbour Yoga", contacts: [{ name: "Ines Duarte", word: "ines" }] } as const;
