import type { Services } from "../access/route.ts";
import { type Problem, tooMany } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { networkOf } from "./session-source.ts";
import { countTry, forgetTries, sweepTries } from "./session-throttle.store.ts";

const WINDOW_MS = 15 * 60_000;
const WRONG = 10;
const MOST = 50;

export interface Attempt {
  key: string;
  count: number;
  retryAfterSeconds: number;
}

/**
 * One try at an account from one network. After ten wrong ones the answer is "wait", but a right password still
 * opens, so that nobody can lock a person out; after fifty nothing is looked at any more until the window is over.
 */
export async function beginAttempt(
  { database, kit }: Services,
  account: string,
  address: string,
): Promise<Attempt> {
  const now = kit.clock.now();
  const windowStart = new Date(now.getTime() - WINDOW_MS);
  const key = sha256(JSON.stringify([account.toLowerCase(), networkOf(address)]));
  const { count, since } = await countTry(database.outside, key, now, windowStart);
  const retryAfterSeconds = Math.max(1, Math.ceil((since.getTime() + WINDOW_MS - now.getTime()) / 1000));
  if (count === 1) await sweepTries(database.outside, windowStart);
  if (count > MOST) throw tooMany(retryAfterSeconds);
  return { key, count, retryAfterSeconds };
}

/** What a failed try is told. */
export function failedAttempt(attempt: Attempt, otherwise: Problem): Problem {
  return attempt.count > WRONG ? tooMany(attempt.retryAfterSeconds) : otherwise;
}

export async function endAttempt({ database }: Services, attempt: Attempt): Promise<void> {
  await forgetTries(database.outside, attempt.key);
}

/** True for the first use of a code within the window in which it is valid: a seen code is spent. */
export async function spendCode(
  { database, kit }: Services,
  account: string,
  code: string,
): Promise<boolean> {
  const now = kit.clock.now();
  const key = sha256(JSON.stringify(["code", account.toLowerCase(), code]));
  const { count } = await countTry(database.outside, key, now, new Date(now.getTime() - WINDOW_MS));
  return count === 1;
}

/** A quiet limit for what anybody may ask for, such as mails. */
export async function mayAsk(
  { database, kit }: Services,
  about: readonly string[],
  limit: number,
): Promise<boolean> {
  const now = kit.clock.now();
  const key = sha256(JSON.stringify(["asks", ...about]));
  const { count } = await countTry(database.outside, key, now, new Date(now.getTime() - WINDOW_MS));
  return count <= limit;
}
