import type { Message, Say } from "../words/say.ts";
import type { HealthWord } from "./client-plan.ts";
import { GLYPHS, type GlyphShape, OUTLINE } from "./glyph-shapes.ts";

/** The milestone's sign, told apart by shape as well as by colour; the word stands beside it. */
export function Glyph({ word, size = 20 }: { word: HealthWord; size?: number }) {
  const { outline, mark } = GLYPHS[word];
  return (
    <svg className={word} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={OUTLINE}
        fill={outline === "filled" ? "currentColor" : "var(--paper)"}
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinejoin="round"
        {...(outline === "dashed" ? { strokeDasharray: "4 2.6" } : {})}
      />
      {mark ? <Mark {...mark} /> : null}
    </svg>
  );
}

function Mark({ path, how, width, name }: NonNullable<GlyphShape["mark"]>) {
  if (how === "fill") return <path className={name} d={path} fill="currentColor" />;
  return (
    <path
      className={name}
      d={path}
      fill="none"
      stroke={how === "ground" ? "var(--paper)" : "currentColor"}
      strokeWidth={width}
      strokeLinecap={how === "ground" ? "round" : undefined}
    />
  );
}

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
