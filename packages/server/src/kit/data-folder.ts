import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { SettingsRefusal } from "./settings.ts";

/**
 * Makes the data folder, closed to others, and what is missing above it. One by one: Node's own recursive way never
 * returns where the system says that a parent is missing although it is there, as below /proc.
 */
export function makeDataFolder(folder: string, mode = 0o700): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw new SettingsRefusal(`MILEPOST_DATA is a folder, but ${folder} is a file.`);
  makeDataFolder(dirname(folder), 0o777);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code !== "EEXIST")
      throw new SettingsRefusal(`MILEPOST_DATA: the folder ${folder} cannot be made (${code}).`);
  }
}
