export const STATES = ["on_track", "at_risk", "off_track", "reached", "paused", "not_enough_data"] as const;
export type State = (typeof STATES)[number];

export const STATE_WORDS: Record<State, string> = {
  on_track: "On track",
  at_risk: "At risk",
  off_track: "Off track",
  reached: "Reached",
  paused: "Paused",
  not_enough_data: "Not enough data",
};

export const STATE_COLORS: Record<State, string> = {
  on_track: "var(--mp-on-track)",
  at_risk: "var(--mp-at-risk)",
  off_track: "var(--mp-off-track)",
  reached: "var(--mp-reached)",
  paused: "var(--mp-no-data)",
  not_enough_data: "var(--mp-no-data)",
};

interface DiamondProps {
  state: State;
  /** Pixels; below 16 the marks cannot be told apart in grey. */
  size?: number;
  /** Waits for the client: hatched over any state. */
  waiting?: boolean;
  /** Said instead of the picture; leave out where the word stands next to it. */
  label?: string;
}

/** The milestone's sign: told apart by shape as well as by colour. */
export function Diamond({ state, size = 18, waiting = false, label }: DiamondProps) {
  const side = Math.max(16, size);
  const shape = <DiamondShape state={state} waiting={waiting} />;
  const frame = { width: side, height: side, viewBox: "0 0 24 24", style: { flex: "none" } };
  if (!label)
    return (
      <svg {...frame} aria-hidden="true">
        {shape}
      </svg>
    );
  return (
    <svg {...frame} role="img" aria-label={label}>
      {shape}
    </svg>
  );
}

const OUTLINE = "M12 1.8 22.2 12 12 22.2 1.8 12Z";

/** The same sign inside another drawing, 24 units wide, middle at 12/12. */
export function DiamondShape({ state, waiting = false }: { state: State; waiting?: boolean }) {
  const color = STATE_COLORS[state];
  const filled = state === "off_track" || state === "reached";
  const dashed = state === "paused" || state === "not_enough_data";
  return (
    <>
      <path
        d={OUTLINE}
        fill={filled ? color : "var(--mp-paper)"}
        stroke={color}
        strokeWidth="2.4"
        strokeLinejoin="round"
        {...(dashed ? { strokeDasharray: "4 2.6" } : {})}
      />
      {waiting ? (
        <path
          d="M5.6 12 12 5.6M8.2 14.6 14.6 8.2M10.8 17.2 17.2 10.8M12 18.4l6.4-6.4"
          stroke={filled ? "var(--mp-paper)" : "var(--mp-hatch)"}
          strokeWidth={filled ? 1.1 : 1.6}
        />
      ) : null}
      <Mark state={state} color={color} />
    </>
  );
}

function Mark({ state, color }: { state: State; color: string }) {
  const onFill = {
    stroke: "var(--mp-paper)",
    strokeWidth: 2.4,
    strokeLinecap: "round",
    fill: "none",
  } as const;
  if (state === "on_track") return <circle cx="12" cy="12" r="2.8" fill={color} />;
  if (state === "at_risk") return <path d="M1.8 12H22.2L12 22.2Z" fill={color} />;
  if (state === "off_track") return <path d="M8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4" {...onFill} />;
  if (state === "reached") return <path d="M7.8 12.4l2.9 2.9 5.5-5.8" {...onFill} />;
  return null;
}
