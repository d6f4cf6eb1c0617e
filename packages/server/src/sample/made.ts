import type { Actor } from "../access/roles.ts";
import type { ItemRow } from "../board/checklist.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import type { Hero } from "./story.ts";

/** What the story has made so far, for its later steps. */
export class Made {
  readonly objectives: string[] = [];
  readonly milestones: string[] = [];
  readonly labels = new Map<string, string>();
  readonly cards = new Map<string, string>();
  readonly steps = new Map<string, ItemRow[]>();
  readonly project: ProjectAccess;
  /** Whoever adds the sample, and is handed the lead at its end. */
  readonly you: string;
  readonly #actors: Readonly<Record<Hero, Actor>>;
  readonly #contacts: ReadonlyMap<string, string>;
  readonly #columns: ReadonlyMap<string, string>;

  constructor(
    project: ProjectAccess,
    people: { you: string; actors: Readonly<Record<Hero, Actor>>; contacts: ReadonlyMap<string, string> },
    columns: ReadonlyMap<string, string>,
  ) {
    this.project = project;
    this.you = people.you;
    this.#actors = people.actors;
    this.#contacts = people.contacts;
    this.#columns = columns;
  }

  person(word: string): string {
    const id = this.actor(word)?.personId ?? this.#contacts.get(word);
    if (!id) throw new Error(`the sample knows nobody called ${word}`);
    return id;
  }

  /** Null for people of the client, who have no sign-in. */
  actor(word: string): Actor | null {
    const actors: Readonly<Record<string, Actor>> = this.#actors;
    return actors[word] ?? null;
  }

  /** The first column that means this. */
  column(category: string): string {
    const id = this.#columns.get(category);
    if (!id) throw new Error(`the sample project has no column for ${category}`);
    return id;
  }
}
