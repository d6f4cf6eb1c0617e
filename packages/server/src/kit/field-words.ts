import type { z } from "zod";

/** What is wrong with a field in words for the person who filled it; undefined leaves the technical word to the library. */
export const fieldWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === "too_small") return tooSmall(issue.origin, Number(issue.minimum));
  if (issue.code === "too_big") return tooBig(issue.origin, Number(issue.maximum));
  if (issue.code === "invalid_type") return wrongType(issue.expected, issue.input);
  if (issue.code === "invalid_format") return FORMATS[issue.format];
  if (issue.code === "unrecognized_keys") return unknownFields(issue.keys);
  if (issue.code === "invalid_value") return `Use one of these: ${issue.values.map(String).join(", ")}.`;
  return undefined;
};

const FORMATS: Record<string, string> = {
  url: "Use a whole web address, such as https://example.org.",
  date: "Use a date such as 2026-06-30.",
  email: "Use a whole mail address, such as jo@example.org.",
};

function tooSmall(origin: string, least: number): string | undefined {
  if (origin === "string")
    return least === 1 ? "Write at least one character." : `Use at least ${least} characters.`;
  if (origin === "array") return least === 1 ? "Choose at least one." : `Choose at least ${least}.`;
  return isNumber(origin) ? `Use ${least} or more.` : undefined;
}

function tooBig(origin: string, most: number): string | undefined {
  if (origin === "string") return `Use at most ${most.toLocaleString("en")} characters.`;
  if (origin === "array") return `Choose at most ${most.toLocaleString("en")}.`;
  return isNumber(origin) ? `Use ${most.toLocaleString("en")} or less.` : undefined;
}

function wrongType(expected: string, input: unknown): string | undefined {
  if (input === undefined) return "This is missing.";
  if (expected === "int" && typeof input === "number") return "Use a whole number.";
  return KINDS[expected];
}

const KINDS: Record<string, string> = {
  string: "This is not a text.",
  number: "This is not a number.",
  int: "This is not a number.",
  boolean: "This is neither true nor false.",
  array: "This is not a list.",
  object: "This holds no fields.",
};

function unknownFields(keys: readonly string[]): string {
  const named = keys.slice(0, 5).map((key) => `“${key.slice(0, 60)}”`);
  return `${named.join(", ")} ${keys.length === 1 ? "is" : "are"} not known here.`;
}

function isNumber(origin: string): boolean {
  return origin === "number" || origin === "int";
}
