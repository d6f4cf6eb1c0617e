import { z } from "zod";
import { isTimeZone } from "./clock.ts";
import { fieldWords } from "./field-words.ts";

z.config({ customError: fieldWords });

/** No NUL, and no half of a sign that stands in two code units. */
const storable = (text: string) => !text.includes("\u0000") && text.isWellFormed();
const NOT_STORABLE = "This text contains a character that cannot be stored.";

export const LIMITS = { title: 240, line: 500, text: 50_000, list: 200 } as const;

export const uuid = () => z.uuid();

export const title = (max: number = LIMITS.title) =>
  z.string().trim().min(1, "Write at least one character.").max(max).refine(storable, NOT_STORABLE);

export const line = (max: number = LIMITS.line) => z.string().trim().max(max).refine(storable, NOT_STORABLE);

export const text = (max: number = LIMITS.text) => z.string().max(max).refine(storable, NOT_STORABLE);

export const email = () =>
  z
    .email("Use a whole mail address, such as jo@example.org.")
    .max(254)
    .transform((value) => value.toLowerCase());

export const PASSWORD_LENGTH = 10;

export const password = () => z.string().min(PASSWORD_LENGTH).max(200);

/** A civil date: a calendar day without time or zone. */
export const civilDate = () =>
  z.iso.date().refine((day) => day >= "1900-01-01" && day <= "2199-12-31", "Use a year from 1900 to 2199.");

export const timeZone = () => z.string().max(64).refine(isTimeZone, "This time zone is not known.");

export const minutes = () => z.int().min(0).max(10_000_000);

export const money = () => z.int().min(0).max(9_000_000_000_000);

export const currency = () => z.string().regex(/^[A-Z]{3}$/, "Use a three-letter currency code.");

/** The short name of a project, in its address and before the numbers of its cards. */
export const projectKey = () =>
  z.string().regex(/^[A-Z][A-Z0-9]{0,9}$/, "Up to ten capital letters and digits, a letter first.");

export const audience = () => z.enum(["team", "client"]);

export const webAddress = () => z.url({ protocol: /^https?$/ }).max(2_000);

/** Keyset page: `cursor` is what the last answer gave as `nextCursor`. */
export const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A list that is always short enough to come whole. */
export const onePage = <T>(items: T[]) => ({ items, nextCursor: null });
