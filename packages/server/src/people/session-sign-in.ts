import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import { Problem } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { type Auth, authOf } from "./auth.ts";
import { asCookieHeader, authHeaders } from "./auth-exchange.ts";
import { refusedAsNull } from "./auth-refusal.ts";
import { userByEmail } from "./auth-users.store.ts";
import { endSessionOf } from "./session.store.ts";
import type { Source } from "./session-source.ts";
import { type Attempt, beginAttempt, endAttempt, failedAttempt, spendCode } from "./session-throttle.ts";
import { sessionToken } from "./sessions.ts";

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
export async function signIn(services: Services, source: Source, credentials: Credentials): Promise<SignedIn> {
  const opened = await openSession(services, source, credentials);
  const signedIn = await memberOf(services, credentials.email, opened.cookies);
  if (!signedIn) throw failedAttempt(opened.attempt, wrongCredentials());
  await endAttempt(services, opened.attempt);
  return signedIn;
}

/** The session belongs to somebody who still works here; otherwise it ends before anybody has used it. */
export async function memberOf(services: Services, email: string, cookies: string[]): Promise<SignedIn | null> {
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
  credentials: Credentials,
): Promise<{ cookies: string[]; attempt: Attempt }> {
  const { email, totp } = credentials;
  const attempt = await beginAttempt(services, email, source.address);
  const auth = await authOf(services);
  const first = await passwordStep(auth, source, credentials);
  if (!first) throw failedAttempt(attempt, wrongCredentials());
  if (!first.needsCode) return { cookies: first.cookies, attempt };
  if (!totp) {
    await endAttempt(services, attempt);
    throw totpRequired();
  }
  const cookies = await codeStep(services, auth, source, email, totp, first.cookies);
  if (!cookies) throw failedAttempt(attempt, wrongCode());
  return { cookies, attempt };
}

interface Step {
  cookies: string[];
  needsCode: boolean;
}

async function passwordStep(
  auth: Auth,
  source: Source,
  { email, password }: Credentials,
): Promise<Step | null> {
  const answer = await refusedAsNull(
    auth.api.signInEmail({ body: { email, password }, headers: authHeaders(source), returnHeaders: true }),
  );
  return (
    answer && { cookies: answer.headers.getSetCookie(), needsCode: "twoFactorRedirect" in answer.response }
  );
}

/** A code opens once: the same six digits are refused while they would still be valid. */
async function codeStep(
  services: Services,
  auth: Auth,
  source: Source,
  email: string,
  code: string,
  challenge: string[],
): Promise<string[] | null> {
  const user = await userByEmail(services.database.outside, email);
  if (!user || !(await spendCode(services, user.id, code))) return null;
  const headers = authHeaders(source, asCookieHeader(challenge));
  const call = { body: { code }, headers, returnHeaders: true } as const;
  const answer = await refusedAsNull(
    /^\d{6}$/.test(code) ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call),
  );
  return answer?.headers.getSetCookie() ?? null;
}

function wrongCredentials(): Problem {
  return new Problem(
    401,
    "wrong-credentials",
    "Not signed in",
    "This mail address and password do not open a session.",
  );
}

function totpRequired(): Problem {
  return new Problem(
    401,
    "totp-required",
    "One more step",
    "Enter the code of your authenticator app, or a backup code.",
  );
}

function wrongCode(): Problem {
  return new Problem(401, "wrong-totp", "Not signed in", "This code is not right or was used already.");
}
