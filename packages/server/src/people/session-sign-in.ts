import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import { Problem, tooMany } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { authOf } from "./auth.ts";
import { asCookieHeader, authHeaders } from "./auth-exchange.ts";
import { givenOrRefused, refusedAsNull } from "./auth-refusal.ts";
import { endSessionOf } from "./session.store.ts";
import type { Source } from "./session-source.ts";
import { type Attempt, beginAttempt, endAttempt, failedAttempt, spendCode } from "./session-throttle.ts";
import { sessionToken } from "./sessions.ts";

/** How long better-auth asks for no code after ten wrong ones in a row. */
const LOCKED_SECONDS = 900;

export interface Credentials {
  email: string;
  password: string;
  /** Six digits of the authenticator, or a backup code. */
  totp?: string | undefined;
}

/** Who is in now, and the cookies that carry it. */
export interface SignedIn {
  personId: string;
  name: string;
  workspaceId: string;
  cookies: string[];
}

/** Opens a session for a right password (and code); unknown address, wrong password and no access sound the same. */
export async function signIn(
  services: Services,
  source: Source,
  credentials: Credentials,
): Promise<SignedIn> {
  const opened = await openSession(services, source, credentials);
  const signedIn = await memberOf(services, credentials.email, opened.cookies);
  if (!signedIn) throw failedAttempt(opened.attempt, wrongCredentials());
  await endAttempt(services, opened.attempt);
  return signedIn;
}

/** The session belongs to somebody who still works here; otherwise it ends before anybody has used it. */
export async function memberOf(
  services: Services,
  email: string,
  cookies: string[],
): Promise<SignedIn | null> {
  const access = await resolveAccess(services.database.outside, "email", sha256(email));
  if (access?.personId) {
    const { personId, name, workspaceId } = access;
    return { personId, name, workspaceId, cookies };
  }
  await closeSession(services, cookies);
  return null;
}

export async function closeSession({ database }: Services, cookies: string[]): Promise<void> {
  await endSessionOf(database.outside, sha256(sessionToken(asCookieHeader(cookies)) ?? ""));
}

/** Password and code are right; whether this person may come in is asked by the caller. */
export async function openSession(
  services: Services,
  source: Source,
  { email, password, totp }: Credentials,
): Promise<{ cookies: string[]; attempt: Attempt }> {
  const attempt = await beginAttempt(services, email, source.address);
  const { api } = await authOf(services);
  const call = { body: { email, password }, headers: authHeaders(source), returnHeaders: true } as const;
  const answer = await refusedAsNull(api.signInEmail(call));
  if (!answer) throw failedAttempt(attempt, wrongCredentials());
  const cookies = answer.headers.getSetCookie();
  if (!("twoFactorRedirect" in answer.response)) return { cookies, attempt };
  if (!totp) {
    await endAttempt(services, attempt);
    throw new CodeRequired(cookies);
  }
  const opened = await codeStep(services, source, totp, asCookieHeader(cookies));
  if (!opened) throw failedAttempt(attempt, wrongCode());
  return { cookies: opened.cookies, attempt };
}

/** The second step on a page of its own: the challenge of the first one came along as a cookie. */
export async function enterCode(
  services: Services,
  source: Source,
  code: string,
  challenge: string,
): Promise<SignedIn> {
  const attempt = await beginAttempt(services, "second step", source.address);
  const opened = await codeStep(services, source, code, challenge);
  const signedIn = opened && (await memberOf(services, opened.email, opened.cookies));
  if (!signedIn) throw failedAttempt(attempt, wrongCode());
  await endAttempt(services, attempt);
  return signedIn;
}

/** A code opens once: the same six digits are refused while they would still be valid. */
async function codeStep(
  services: Services,
  source: Source,
  code: string,
  challenge: string,
): Promise<{ cookies: string[]; email: string } | null> {
  const { api } = await authOf(services);
  const call = { body: { code }, headers: authHeaders(source, challenge), returnHeaders: true } as const;
  const { given, refused } = await givenOrRefused(
    /^\d{6}$/.test(code) ? api.verifyTOTP(call) : api.verifyBackupCode(call),
  );
  if (refused?.code === "ACCOUNT_TEMPORARILY_LOCKED") throw tooMany(LOCKED_SECONDS);
  if (refused && STEP_OVER.has(refused.code)) throw new StepOver();
  if (!given) return null;
  const cookies = given.headers.getSetCookie();
  const { id, email } = given.response.user;
  if (await spendCode(services, id, code)) return { cookies, email };
  await closeSession(services, cookies);
  return null;
}

const STEP_OVER = new Set(["INVALID_TWO_FACTOR_COOKIE", "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE"]);

/** No code opens any more: the password has to be given again. */
export class StepOver extends Problem {
  constructor() {
    super(401, "totp-over", "Not signed in", "This step took too long or too many tries. Sign in again.");
  }
}

/** The password was right. A page keeps the challenge as a cookie, so that it is not typed again. */
export class CodeRequired extends Problem {
  readonly challenge: string[];

  constructor(challenge: string[]) {
    super(
      401,
      "totp-required",
      "One more step",
      "Enter the code of your authenticator app, or a backup code.",
    );
    this.challenge = challenge;
  }
}

function wrongCredentials(): Problem {
  return new Problem(
    401,
    "wrong-credentials",
    "Not signed in",
    "This mail address and password do not open a session.",
  );
}

function wrongCode(): Problem {
  return new Problem(401, "wrong-totp", "Not signed in", "This code is not right or was used already.");
}
