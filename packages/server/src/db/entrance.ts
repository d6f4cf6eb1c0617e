import type pg from "pg";
import { type Access, type AccessQuestion, type ASK, ENTER, toAccess } from "./access.ts";
import { type Begin, BeginAgain, gather } from "./transaction.ts";

export interface Entered<P> {
  access: Access | undefined;
  /** What was prepared for this person; undefined when nobody is there. */
  prepared: Outcome<P> | undefined;
}

export type Prepare<P> = (client: pg.PoolClient, access: Access) => Promise<P>;

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

  begin<P>(question: AccessQuestion, prepare: Prepare<P>): Begin<Entered<P>> {
    return async (client, mode) => {
      const guess = this.guess(question);
      gather(client);
      const [opened, entered] = await Promise.all([
        outcomeOf(client.query(mode)),
        outcomeOf(
          guess
            ? this.confirm(guess, this.ask(client, question, ENTER), prepare(client, guess))
            : this.#enter(client, question, prepare),
        ),
      ]);
      settled(opened);
      return settled(entered);
    };
  }

  /** Who it was the last time. */
  guess(question: AccessQuestion): Access | undefined {
    return this.#last.get(keyOf(question));
  }

  /** Who it is and what was prepared for who it was, asked in one trip; throws BeginAgain when they differ. */
  async confirm<P>(
    guess: Access,
    asking: Promise<Access | undefined>,
    preparing: Promise<P>,
  ): Promise<Entered<P>> {
    const [asked, prepared] = await Promise.all([outcomeOf(asking), outcomeOf(preparing)]);
    const access = settled(asked);
    if (!isSame(guess, access)) throw new BeginAgain("somebody else asks");
    return { access, prepared };
  }

  async #enter<P>(client: pg.PoolClient, question: AccessQuestion, prepare: Prepare<P>): Promise<Entered<P>> {
    const access = await this.ask(client, question, ENTER);
    return { access, prepared: access && (await outcomeOf(prepare(client, access))) };
  }

  async ask(client: pg.PoolClient, question: AccessQuestion, how: typeof ASK): Promise<Access | undefined> {
    const { rows } = await client.query<Record<string, unknown>>({
      ...how,
      values: [question.kind, question.hash, question.workspace],
    });
    const access = toAccess(rows[0]);
    this.#remember(question, access);
    return access;
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

export function keyOf({ kind, hash, workspace }: AccessQuestion): string {
  return `${kind} ${hash} ${workspace ?? ""}`;
}

function isSame(one: Access, other: Access | undefined): boolean {
  return (
    other !== undefined && (Object.keys(one) as (keyof Access)[]).every((key) => one[key] === other[key])
  );
}
