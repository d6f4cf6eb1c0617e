import { ZodError } from "zod";
import { Problem } from "../kit/errors.ts";
import { GERMAN } from "./german.ts";
import type { Message, Say } from "./say.ts";

export interface ToldProblem {
  id: string;
  status: number;
  text: string;
  /** By field. */
  errors: Record<string, string>;
}

/** What somebody of a client is told about a refused form, in their language where it has a twin; null for unknown failures. */
export function sayProblem(say: Say, error: unknown): ToldProblem | null {
  if (error instanceof ZodError) {
    const errors = error.issues.map(({ path, message }) => [String(path[0] ?? ""), asSaid(say, message)]);
    return {
      id: "invalid",
      status: 400,
      text: say("Some fields need another look."),
      errors: Object.fromEntries(errors),
    };
  }
  if (!(error instanceof Problem)) return null;
  const errors = error.errors.map(({ path, message }) => [path, asSaid(say, message)]);
  return {
    id: error.id,
    status: error.status,
    text: asSaid(say, error.message),
    errors: Object.fromEntries(errors),
  };
}

function asSaid(say: Say, text: string): string {
  return isMessage(text) ? say(text) : text;
}

function isMessage(text: string): text is Message {
  return Object.hasOwn(GERMAN, text);
}
