import type { ReactNode } from "react";
import type { Message, Say } from "../words/say.ts";
import type { HealthWord } from "./client-plan.ts";

const OUTLINE = "M12 1.8 22.2 12 12 22.2 1.8 12Z";

/** The milestone's sign, told apart by shape as well as by colour; the word stands beside it. */
export function Glyph({ word, size = 20 }: { word: HealthWord; size?: number }) {
  const filled = word === "off_track" || word === "reached";
  const dashed = word === "paused" || word === "not_enough_data";
  return (
    <svg className={word} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={OUTLINE}
        fill={filled ? "currentColor" : "var(--paper)"}
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinejoin="round"
        {...(dashed ? { strokeDasharray: "4 2.6" } : {})}
      />
      {MARKS[word]}
    </svg>
  );
}

const ON_FILL = { stroke: "var(--paper)", strokeWidth: 2.4, strokeLinecap: "round", fill: "none" } as const;

const MARKS: Readonly<Record<HealthWord, ReactNode>> = {
  on_track: <circle cx="12" cy="12" r="2.8" fill="currentColor" />,
  at_risk: <path d="M1.8 12H22.2L12 22.2Z" fill="currentColor" />,
  off_track: <path d="M8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4" {...ON_FILL} />,
  reached: <path className="tick" d="M7.8 12.4l2.9 2.9 5.5-5.8" {...ON_FILL} />,
  waiting_for_client: (
    <path
      d="M5.6 12 12 5.6M8.2 14.6 14.6 8.2M10.8 17.2 17.2 10.8M12 18.4l6.4-6.4"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
  paused: null,
  not_enough_data: null,
};

const WORDS: Readonly<Record<HealthWord, Message>> = {
  on_track: "On track",
  at_risk: "At risk",
  off_track: "Off track",
  reached: "Reached",
  waiting_for_client: "Waiting for client",
  paused: "Paused",
  not_enough_data: "Too early to say",
};

export function healthText(say: Say, word: HealthWord): string {
  return say(WORDS[word]);
}

export function State({ say, word }: { say: Say; word: HealthWord }) {
  return (
    <span className={`state ${word}`}>
      <Glyph word={word} />
      {healthText(say, word)}
    </span>
  );
}
