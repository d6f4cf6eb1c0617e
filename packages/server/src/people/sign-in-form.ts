import { createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ZodError } from "zod";
import type { Kit } from "../kit/context.ts";
import { Problem } from "../kit/errors.ts";
import { randomToken } from "../kit/secret.ts";
import type { FormState } from "./sign-in-field.page.tsx";

export type Values = Record<string, string>;

const SECRETS = new Set(["password", "totp"]);

/** A form answers only the browser that got it: its hidden token fits a cookie that other sites can neither read nor send. */
export function freshState(request: FastifyRequest, reply: FastifyReply, kit: Kit): FormState {
  const value = formCookie(request, kit) ?? randomToken();
  const secure = kit.baseUrl.startsWith("https:") ? "; Secure" : "";
  reply.header("set-cookie", `${cookieName(kit)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}`);
  return { values: {}, errors: {}, message: null, problem: null, formToken: tokenFor(value, kit) };
}

export function isOwnForm(request: FastifyRequest, kit: Kit, given: string | undefined): boolean {
  const value = formCookie(request, kit);
  if (!value || !given) return false;
  const [expected, actual] = [Buffer.from(tokenFor(value, kit)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** The form again, with what was typed (but no secrets) and what is wrong; unknown failures go on. */
export function refusedState(
  state: FormState,
  values: Values,
  error: unknown,
): { state: FormState; status: number } {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !SECRETS.has(name)));
  if (error instanceof ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ path: String(path[0] ?? ""), message }));
    return {
      state: { ...state, values: kept, errors: byField(errors), message: "Some fields need another look." },
      status: 400,
    };
  }
  if (!(error instanceof Problem)) throw error;
  const { errors, message, id, status } = error;
  return { state: { ...state, values: kept, errors: byField(errors), message, problem: id }, status };
}

export function valuesOf(request: FastifyRequest): Values {
  const body: unknown = request.body;
  if (typeof body !== "object" || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function byField(errors: readonly { path: string; message: string }[]): Record<string, string> {
  return Object.fromEntries(errors.map(({ path, message }) => [path.split(".")[0] ?? "", message]));
}

function formCookie(request: FastifyRequest, kit: Kit): string | null {
  const name = cookieName(kit);
  const found = (request.headers.cookie ?? "").split(";").find((part) => part.trim().startsWith(`${name}=`));
  return /=([\w-]{43})$/.exec(found ?? "")?.[1] ?? null;
}

function cookieName(kit: Kit): string {
  return kit.baseUrl.startsWith("https:") ? "__Host-milepost.form" : "milepost.form";
}

function tokenFor(value: string, kit: Kit): string {
  return createHmac("sha256", kit.authSecret.reveal()).update(`form:${value}`).digest("base64url");
}
