import type pg from "pg";
import { type Access, type AccessQuestion, ENTER, toAccess } from "./access.ts";
import { type Begin, BeginAgain, gather } from "./transaction.ts";

export interface Entered<P> {
  access: Access | undefined;
  /** What was prepared for this person; undefined when nobody is there. */
  prepared: Outcome<P> | undefined;
}

/** A result, or the error to throw once it is known that this person may hear of it. */
export type Outcome<T> = { value: T } | { error: unknown };

/** The questions that were answered last, with their answers. */
const REMEMBERED = 5_000;

/**
 * The way into a person's workspace. Who asks is asked of the database each time, in the transaction itself; but most
 * often the answer is the last one, so what has to be loaded for that person is asked for in the same trip. If the
 * answer differs, what was loaded is thrown away and the transaction begins again without a guess.
 */
export class Entrance {
  readonly #last = new Map<string, Access>();

  begin<P>(
    question: AccessQuestion,
    prepare: (client: pg.PoolClient, access: Access) => Promise<P>,
  ): Begin<Entered<P>> {
    return async (client, mode) => {
      const guess = this.#last.get(keyOf(question));
      gather(client);
      const asked = Promise.all([
        client.query(mode),
        client.query<Record<string, unknown>>({
          ...ENTER,
          values: [question.kind, question.hash, question.workspace],
        }),
      ]);
      const early = guess && outcomeOf(prepare(client, guess));
      const access = await asked.then(
        ([, { rows }]) => toAccess(rows[0]),
        async (error) => {
          await early;
          throw error;
        },
      );
      this.#remember(question, access);
      if (!early) return { access, prepared: access && (await outcomeOf(prepare(client, access))) };
      const prepared = await early;
      if (!isSame(guess, access)) throw new BeginAgain("somebody else asks");
      return { access, prepared };
    };
  }

  #remember(question: AccessQuestion, access: Access | undefined): void {
    const key = keyOf(question);
    this.#last.delete(key);
    if (!access) return;
    this.#last.set(key, access);
    if (this.#last.size <= REMEMBERED) return;
    for (const oldest of this.#last.keys()) {
      this.#last.delete(oldest);
      break;
    }
  }
}

export function settled<T>(outcome: Outcome<T>): T {
  if ("error" in outcome) throw outcome.error;
  return outcome.value;
}

export function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

function keyOf({ kind, hash, workspace }: AccessQuestion): string {
  return `${kind} ${hash} ${workspace ?? ""}`;
}

function isSame(one: Access, other: Access | undefined): boolean {
  return (
    other !== undefined && (Object.keys(one) as (keyof Access)[]).every((key) => one[key] === other[key])
  );
}
