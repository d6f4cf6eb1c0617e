import { parseArgs } from "node:util";

export interface Options {
  readonly file: string;
  /** Where the plan goes with the dates that were found. */
  readonly write?: string;
}

export const USAGE = "npm run -s schedule -- FILE.xml [--write OUT.xml]";

/** Throws, with a sentence, at what it does not understand. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    options: { write: { type: "string" } },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new Error("One file in MS Project's XML format is needed.");
  return { file, ...(values.write === undefined ? {} : { write: values.write }) };
}
