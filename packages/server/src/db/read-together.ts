import type pg from "pg";
import { Problem } from "../kit/errors.ts";
import { type Access, type AccessQuestion, ASK } from "./access.ts";
import { type Entered, type Entrance, keyOf, type Prepare } from "./entrance.ts";
import { beginReading, endLater } from "./transaction.ts";

/** They stand one behind the other on one connection; more would wait longer than the shared trip saves. */
const MOST = 8;

interface Party {
  came: number;
  present: number;
  client: Promise<pg.PoolClient>;
  /** Who asks, once for all that the same person asks together. */
  asked: Map<string, Promise<Access | undefined>>;
}

export interface ReadSteps<P, T> {
  prepare: Prepare<P>;
  work: (client: pg.PoolClient, entered: Entered<P>) => Promise<T>;
}

/**
 * Reads of one workspace that arrive together share a transaction, and with it the trips to the database: a page asks
 * several things at once, and people work at the same time. Each is still asked who they are, after they came. What goes
 * wrong for one is no verdict for the others, so whatever is not an answer is read again, alone.
 */
export class ReadTogether {
  readonly #gathering = new Map<string, Party>();
  readonly #pool: pg.Pool;
  readonly #entrance: Entrance;

  constructor(pool: pg.Pool, entrance: Entrance) {
    this.#pool = pool;
    this.#entrance = entrance;
  }

  async read<P, T>(question: AccessQuestion, steps: ReadSteps<P, T>, alone: () => Promise<T>): Promise<T> {
    const guess = this.#entrance.guess(question);
    if (!guess) return alone();
    try {
      return await this.#readAs(guess, question, steps);
    } catch (error) {
      if (error instanceof Problem) throw error;
      return alone();
    }
  }

  async #readAs<P, T>(guess: Access, question: AccessQuestion, steps: ReadSteps<P, T>): Promise<T> {
    const party = this.#join(guess.workspaceId);
    const client = await party.client;
    try {
      const key = keyOf(question);
      const asking = party.asked.get(key) ?? this.#entrance.ask(client, question, ASK);
      party.asked.set(key, asking);
      return await steps.work(
        client,
        await this.#entrance.confirm(guess, asking, steps.prepare(client, guess)),
      );
    } finally {
      party.present--;
      if (party.present === 0) endLater(client);
    }
  }

  #join(workspaceId: string): Party {
    const gathering = this.#gathering.get(workspaceId);
    const party =
      gathering && gathering.came < MOST
        ? gathering
        : { came: 0, present: 0, client: this.#open(workspaceId), asked: new Map() };
    party.came++;
    party.present++;
    this.#gathering.set(workspaceId, party);
    return party;
  }

  /** Others may join until a connection is free and what has already arrived is read. */
  async #open(workspaceId: string): Promise<pg.PoolClient> {
    try {
      const client = await this.#pool.connect();
      await new Promise((resume) => setImmediate(resume));
      beginReading(client, workspaceId);
      return client;
    } finally {
      this.#gathering.delete(workspaceId);
    }
  }
}
