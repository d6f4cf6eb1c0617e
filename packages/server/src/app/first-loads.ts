import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const FirstLoad = z.strictObject({
  address: z.string().transform((pattern) => new RegExp(pattern)),
  scripts: z.array(z.string()),
  styles: z.array(z.string()),
  data: z.array(z.string()),
});
const FirstLoads = z.array(FirstLoad);

/** What each screen of the team app loads first, as its build wrote it down. */
export type FirstLoads = z.output<typeof FirstLoads>;

export interface Place {
  load: FirstLoads[number];
  /** Of the project in the address. */
  key: string | undefined;
}

const PROJECT = "{projectId}";
/** Every page of the team app asks these two. */
const ALWAYS = ["/me", "/projects"];

export function readFirstLoads(path: string): FirstLoads {
  return existsSync(path) ? FirstLoads.parse(JSON.parse(readFileSync(path, "utf8"))) : [];
}

export function placeOf(loads: FirstLoads, url: string): Place | null {
  const path = (url.split("?", 1)[0] ?? "/").replace(/(?<=.)\/$/, "");
  for (const load of loads) {
    const found = load.address.exec(path);
    if (found) return { load, key: found[1] };
  }
  return null;
}

/** Lines for the head of the page, so that screen and data travel beside the program instead of after it. */
export function headOf(place: Place | null, projectId: string | undefined): string {
  if (!place) return "";
  const { scripts, styles, data } = place.load;
  const asked = [...ALWAYS, ...data.map((path) => path.replace(PROJECT, projectId ?? PROJECT))];
  return [
    ...asked
      .filter((path) => !path.includes(PROJECT))
      .map((path) => `<link rel="preload" as="fetch" crossorigin href="/api/v1${path}">`),
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`),
    ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
  ].join("\n");
}
