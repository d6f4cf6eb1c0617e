import { z } from "zod";
import type { PortalForm } from "../portal/portal-form.ts";
import { typedAll } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";

/** The side of the square that a picture is fitted into where points are set on it, in CSS pixels. */
const SIDE = 300;
const MOST = 20;

export const Pin = z.object({ file: z.number(), x: z.number(), y: z.number(), words: z.string() });

export interface TypedPin {
  file: number;
  x: number;
  y: number;
  words: string;
  /** How the form carries it. */
  key: string;
}

/** Points that were set so far, with the words beside each. */
export function pinsTyped(visit: Visit): TypedPin[] {
  return pinsOf(typedAll(visit, "pin") ?? [], typedAll(visit, "pin-words") ?? []);
}

export function pinsIn(form: PortalForm): z.infer<typeof Pin>[] {
  return pinsOf(form.all("pin"), form.all("pin-words")).map(({ key: _key, ...pin }) => pin);
}

function pinsOf(keys: readonly string[], words: readonly string[]): TypedPin[] {
  return keys.slice(0, MOST).flatMap((key, index) => {
    const [, file, x, y] = /^(\d{1,2}),(\d{1,3}),(\d{1,3})$/.exec(key) ?? [];
    if (file === undefined) return [];
    const place = { file: Number(file), x: percent(Number(x)), y: percent(Number(y)) };
    return [{ ...place, words: (words[index] ?? "").slice(0, 500), key }];
  });
}

function percent(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/** The form with the point that was just set; null when it was sent for good. */
export function withNewPin(form: PortalForm, files: number): PortalForm | null {
  for (let file = 0; file < files; file++) {
    const [x, y] = [form.one(`pin-${file}.x`), form.one(`pin-${file}.y`)];
    if (x === "" || y === "") continue;
    const key = [file, percent(share(x)), percent(share(y))].join(",");
    return { ...form, all: (field) => (field === "pin" ? [...form.all("pin"), key] : form.all(field)) };
  }
  return null;
}

function share(pixels: string): number {
  const value = Number(pixels);
  return Number.isFinite(value) ? Math.round((value / SIDE) * 100) : 0;
}
