import { z } from "zod";
import { isPreviewable } from "../files/media-type.ts";
import { type PictureSize, readPictureSize } from "../files/picture-size.ts";
import type { PortalForm } from "../portal/portal-form.ts";
import { typedAll } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { PinnedFile } from "./decision-read.store.ts";

const MOST = 20;
const MOST_PICTURES = 12;

/** How wide a picture stands where points are set on it, in CSS pixels: a tap says where it was in these alone. */
export const WIDTHS = [272, 328, 600] as const;

/** Where on which of the files, in per cent of its width and height, so that it fits every screen. */
export const Pin = z.object({ file: z.number(), x: z.number(), y: z.number(), words: z.string() });

export interface TypedPin extends z.infer<typeof Pin> {
  /** How the form carries it. */
  key: string;
  /** Its number among all points of the form, from 1. */
  n: number;
}

/** A picture among the files that are asked about. */
export interface Picture {
  position: number;
  id: string;
  name: string;
  size: PictureSize;
}

/** Those that points can be set on; what does not say how large it is stays a file. */
export async function picturesOf(
  { services }: Visit,
  files: readonly PinnedFile[],
): Promise<readonly Picture[]> {
  const shown = files.filter(({ mediaType }) => isPreviewable(mediaType) && mediaType.startsWith("image/"));
  const pictures = shown.slice(0, MOST_PICTURES).map(async ({ position, id, name, sha256 }) => {
    const size = await readPictureSize(services.kit.dataDir, sha256);
    return size === null ? [] : [{ position, id, name, size }];
  });
  return (await Promise.all(pictures)).flat();
}

/** The points of a decision as it was stored, numbered as they were set. */
export function pinsOn(stored: unknown): (z.infer<typeof Pin> & { n: number })[] {
  return z
    .array(Pin)
    .catch([])
    .parse(stored)
    .map((pin, index) => ({ ...pin, n: index + 1 }));
}

/** Points that were set so far, with the words beside each. */
export function pinsTyped(visit: Visit): TypedPin[] {
  return pinsOf(typedAll(visit, "pin") ?? [], typedAll(visit, "pin-words") ?? []);
}

export function pinsIn(form: PortalForm): z.infer<typeof Pin>[] {
  return pinsOf(form.all("pin"), form.all("pin-words")).map(({ key: _key, n: _n, ...pin }) => pin);
}

const PLACE = /^(\d{1,2}),(\d{1,3}(?:\.\d)?),(\d{1,3}(?:\.\d)?)$/;

function pinsOf(keys: readonly string[], words: readonly string[]): TypedPin[] {
  return keys
    .slice(0, MOST)
    .flatMap((key, index) => {
      const [, file, x, y] = PLACE.exec(key) ?? [];
      if (file === undefined) return [];
      const place = { file: Number(file), x: percent(Number(x)), y: percent(Number(y)) };
      return [{ ...place, words: (words[index] ?? "").slice(0, 500), key }];
    })
    .map((pin, index) => ({ ...pin, n: index + 1 }));
}

function percent(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value * 10) / 10));
}

export function tapName({ position }: Picture, width: number): string {
  return `pin-${position}-${width}`;
}

/** The form with the point that was just set, or without the one that was just removed; null when it was sent for good. */
export function withOtherPins(form: PortalForm, pictures: readonly Picture[]): PortalForm | null {
  const removed = form.one("drop-pin");
  if (removed !== "") return withoutPin(form, Number(removed));
  for (const picture of pictures)
    for (const width of WIDTHS) {
      const [x, y] = ["x", "y"].map((axis) => form.one(`${tapName(picture, width)}.${axis}`));
      if (x && y) return withPin(form, placed(picture, width, Number(x), Number(y)));
    }
  return null;
}

/** A button that was pressed by key says the corner: then the point stands in the middle, and its words say where. */
function placed({ position, size }: Picture, width: number, x: number, y: number): string {
  const height = (width * size.height) / size.width;
  const isByKey = x === 0 && y === 0;
  const [across, down] = isByKey ? [50, 50] : [(x / width) * 100, (y / height) * 100];
  return [position, percent(across || 0), percent(down || 0)].join(",");
}

function withPin(form: PortalForm, key: string): PortalForm {
  const pins = form.all("pin");
  return pins.length >= MOST ? form : withFields(form, { pin: [...pins, key] });
}

function withoutPin(form: PortalForm, n: number): PortalForm {
  const kept = (field: string) => form.all(field).filter((_, index) => index + 1 !== n);
  return withFields(form, { pin: kept("pin"), "pin-words": kept("pin-words") });
}

function withFields(form: PortalForm, fields: Readonly<Record<string, string[]>>): PortalForm {
  return { ...form, all: (field) => fields[field] ?? form.all(field) };
}
