import { z } from "zod";
import { invalid } from "../kit/errors.ts";

/** Where somebody works, as far as public holidays go: a country and, where the days differ there, a region. */
export interface Place {
  country: string | null;
  region: string | null;
}

export interface PlaceChange {
  country?: string | null | undefined;
  region?: string | null | undefined;
}

export const country = () => z.string().regex(/^[A-Z]{2}$/, "Use a two-letter country code.");

export const region = () => z.string().regex(/^[A-Za-z0-9]{1,12}$/, "Use the short code of a region.");

/** `DE-BE`; empty for nowhere, which is also the place of the days that everybody here has off. */
export function placeKey({ country, region }: Place): string {
  return [country, region].filter((part) => part !== null).join("-");
}

/** The place after a change, or null where it stays. A new country drops the region of the former one. */
export function placeAfter(before: Place, change: PlaceChange): Place | null {
  const country = change.country === undefined ? before.country : change.country;
  const kept = country === before.country ? before.region : null;
  const region = change.region === undefined ? kept : change.region;
  if (region !== null && country === null)
    throw invalid([{ path: "region", message: "A region needs its country." }]);
  return country === before.country && region === before.region ? null : { country, region };
}
