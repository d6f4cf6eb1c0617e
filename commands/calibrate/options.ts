import { parseArgs } from "node:util";

export type History = "tasks" | "throughput" | "milestones";

export interface Options {
  readonly history: History;
  readonly file: string;
  /** Throughput: how many items ahead. */
  readonly sizes: readonly number[];
  readonly seed: number;
}

export const USAGE =
  "npm run -s calibrate -- tasks|throughput|milestones FILE.csv [--items 20,50,100,200] [--seed K]";

const HISTORIES: readonly History[] = ["tasks", "throughput", "milestones"];

/** Throws, with a sentence, at what it does not understand. */
export function readOptions(args: string[]): Options {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args,
    options: { items: text, seed: text },
    allowPositionals: true,
  });
  const [wanted, file, ...more] = positionals;
  const history = HISTORIES.find((name) => name === wanted);
  if (history === undefined)
    throw new Error("What the file holds comes first: tasks, throughput or milestones.");
  if (file === undefined || more.length > 0) throw new Error("One CSV file is needed.");
  const sizes = (values.items ?? "20,50,100,200").split(",");
  return {
    history,
    file,
    sizes: sizes.map((size) => numberOf("--items", size, /^[1-9]\d{0,5}$/)),
    seed: numberOf("--seed", values.seed ?? "1", /^-?\d{1,10}$/),
  };
}

function numberOf(name: string, text: string, pattern: RegExp): number {
  if (!pattern.test(text)) throw new Error(`${name} does not take "${text}".`);
  return Number(text);
}
