import { expect, test } from "vitest";
import { z } from "zod";
import { civilDate, email, LIMITS, minutes, password, text, title, webAddress } from "./fields.ts";

const said = (field: z.ZodType, value: unknown) => field.safeParse(value).error?.issues[0]?.message;

test.each([
  [title(), "", "Write at least one character."],
  [title(), "x".repeat(241), "Use at most 240 characters."],
  [text(), "x".repeat(LIMITS.text + 1), "Use at most 50,000 characters."],
  [password(), "short", "Use at least 10 characters."],
  [z.string().min(1), "", "Write at least one character."],
  [z.string(), undefined, "This is missing."],
  [email(), "nobody", "Use a whole mail address, such as jo@example.org."],
  [webAddress(), "example", "Use a whole web address, such as https://example.org."],
  [civilDate(), "30 June", "Use a date such as 2026-06-30."],
  [minutes(), -1, "Use 0 or more."],
  [minutes(), 1e9, "Use 10,000,000 or less."],
  [minutes(), 1.5, "Use a whole number."],
  [z.array(z.string()).max(2), ["a", "b", "c"], "Choose at most 2."],
  [z.array(z.string()).min(1), [], "Choose at least one."],
  [z.array(z.string()), "a", "This is not a list."],
  [title(), 7, "This is not a text."],
  [minutes(), "7", "This is not a number."],
  [z.number(), null, "This is not a number."],
  [z.strictObject({}), "a", "This holds no fields."],
  [z.strictObject({}), { colour: 1 }, "“colour” is not known here."],
  [z.strictObject({}), { colour: 1, size: 2 }, "“colour”, “size” are not known here."],
  [z.enum(["FS", "SS"]), "XX", "Use one of these: FS, SS."],
])("a field refuses in words for people: case %#", (field, value, words) => {
  expect(said(field, value)).toBe(words);
});
