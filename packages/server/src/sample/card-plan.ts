import type { Hero } from "./story.ts";

export type LabelName = "Research" | "Design" | "Words" | "Client" | "Media";

export const LABELS: Readonly<Record<LabelName, string>> = {
  Research: "violet",
  Design: "pink",
  Words: "teal",
  Client: "orange",
  Media: "blue",
};

export interface CardPlan {
  title: string;
  /** Number of its milestone from 0; null: it serves none yet. */
  milestone: number | null;
  /** On which day it was written down. */
  born: number;
  who?: readonly Hero[];
  /** Carries whoever looks at the sample, too. */
  yours?: true;
  labels?: readonly LabelName[];
  /** Low, likely and high effort in hours. */
  hours?: readonly [number, number, number];
  due?: number;
  /** Due this many working days from today. */
  soon?: number;
  /** Days on which work began and ended. */
  doing?: number;
  done?: number;
  later?: true;
  blocked?: { day: number; reason: string; byClient: boolean };
  body?: string;
  steps?: readonly string[];
  stepsDone?: number;
  priority?: number;
}
