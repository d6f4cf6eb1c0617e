import { parseArgs } from "node:util";

export interface Options {
  readonly folder: string;
  readonly bounds?: string;
  /** For each project; without any limit {@link DEFAULT_SCHEDULES}. */
  readonly schedules?: number;
  /** For each project. */
  readonly seconds?: number;
  readonly seed: number;
  readonly out?: string;
}

export const USAGE =
  "npm run -s psplib -- DIR [--bounds FILE.csv] [--schedules N] [--seconds S] [--seed K] [--out FILE]";

const DEFAULT_SCHEDULES = 5000;

/** Throws, with a sentence, at what it does not understand. */
export function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { bounds: text, schedules: text, seconds: text, seed: text, out: text },
    allowPositionals: true,
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new Error("One folder of .sm or .rcp files is needed.");
  const { bounds, out, seconds } = values;
  const schedules = values.schedules ?? (seconds === undefined ? String(DEFAULT_SCHEDULES) : undefined);
  return {
    folder,
    seed: numberOf("--seed", values.seed ?? "1", /^-?\d{1,10}$/),
    ...(bounds === undefined ? {} : { bounds }),
    ...(out === undefined ? {} : { out }),
    ...(schedules === undefined ? {} : { schedules: numberOf("--schedules", schedules, /^[1-9]\d{0,11}$/) }),
    ...(seconds === undefined ? {} : { seconds: numberOf("--seconds", seconds, /^\d{1,6}(\.\d{1,6})?$/) }),
  };
}

function numberOf(name: string, text: string, pattern: RegExp): number {
  if (!pattern.test(text)) throw new Error(`${name} does not take "${text}".`);
  return Number(text);
}
