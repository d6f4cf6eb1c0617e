import { readFileSync } from "node:fs";

/** Best known makespans by instance, from the columns `instance` and `best_known_makespan` of a CSV file. */
export function readBestKnown(file: string): Map<string, number> {
  const [header = "", ...lines] = readFileSync(file, "utf8").split(/\r?\n/);
  const columns = header.split(",").map((name) => name.trim());
  const [instance, best] = [columns.indexOf("instance"), columns.indexOf("best_known_makespan")];
  if (instance < 0 || best < 0)
    throw new Error(`${file} has no columns "instance" and "best_known_makespan".`);
  const known = new Map<string, number>();
  for (const line of lines) {
    const fields = line.split(",").map((field) => field.trim());
    const makespan = Number(fields[best]);
    const name = fields[instance];
    if (name && Number.isInteger(makespan) && makespan > 0) known.set(name, makespan);
  }
  return known;
}
