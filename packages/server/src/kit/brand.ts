import { z } from "zod";

/** How a workspace looks to its clients: what it chose, and what that becomes where it has to be read. */
export const Brand = z.object({
  /** Who mails to clients come from; the workspace's name when empty. */
  senderName: z.string().max(120).default(""),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable()
    .default(null),
  logo: z.object({ sha256: z.string(), mediaType: z.string() }).nullable().default(null),
});

export type BrandChoice = z.infer<typeof Brand>;

export function brandOf(settings: unknown): BrandChoice {
  const parsed = Brand.safeParse(settings ?? {});
  return parsed.success ? parsed.data : Brand.parse({});
}

export interface Accents {
  /** Buttons and links on light ground, and what is written on such a button. */
  light: string;
  onLight: string;
  dark: string;
  onDark: string;
}

const OURS: Accents = { light: "#1F5F4A", onLight: "#FFFFFF", dark: "#7CC7A9", onDark: "#14171C" };
const PAPER = "#F1EEE7";
const NIGHT = "#1B1F26";
const READABLE = 4.5;
const STEP = 0.04;

/** The accent, as far from the ground as text has to be (WCAG 2.2, 1.4.3): darker by day, lighter by night. */
export function accentsOf(accent: string | null): Accents {
  if (accent === null) return OURS;
  const light = shifted(accent, "#000000", PAPER);
  const dark = shifted(accent, "#FFFFFF", NIGHT);
  return { light, onLight: readableOn(light), dark, onDark: readableOn(dark) };
}

function shifted(color: string, towards: string, ground: string): string {
  for (let share = 0; share < 1; share += STEP) {
    const mixed = mix(color, towards, share);
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

function readableOn(ground: string): string {
  return contrast("#FFFFFF", ground) >= contrast("#14171C", ground) ? "#FFFFFF" : "#14171C";
}

function mix(color: string, other: string, share: number): string {
  const [one, two] = [channels(color), channels(other)];
  const mixed = one.map((channel, index) => Math.round(channel + ((two[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}

/** The ratio of WCAG 2.2 between two colours, 1 to 21. */
export function contrast(one: string, two: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(two)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
