import type { BoardShape, BulkBoard } from "../board/bulk.store.ts";
import { newId } from "../kit/id.ts";
import { between } from "../kit/position.ts";
import type { Category } from "./list-category.ts";

export interface KnownColumn {
  id: string;
  name: string;
  category: Category;
  position: string;
}

const DEFAULT_NAMES = { todo: "To do", doing: "Doing", done: "Done" } as const;

/** The columns of a project together with those that an import adds. */
export class Columns {
  readonly added: BulkBoard["columns"][number][] = [];
  readonly #projectId: string;
  readonly #all: KnownColumn[];

  constructor(projectId: string, shape: BoardShape) {
    this.#projectId = projectId;
    // A check in the database holds categories to the three.
    this.#all = shape.columns.map((column) => ({ ...column, category: column.category as Category }));
  }

  byId(id: string | undefined): KnownColumn | undefined {
    return this.#all.find((column) => column.id === id);
  }

  named(name: string): KnownColumn | undefined {
    const wanted = name.trim().toLowerCase();
    return this.#all.find((column) => column.name.trim().toLowerCase() === wanted);
  }

  /** The first column that means this; a project without one gets it. */
  first(category: Category): KnownColumn {
    const found = this.#all.find((column) => column.category === category);
    return found ?? this.add(DEFAULT_NAMES[category], category, null);
  }

  add(name: string, category: Category, wipLimit: number | null): KnownColumn {
    const column = {
      id: newId(),
      name,
      category,
      position: between(this.#all.at(-1)?.position ?? null, null),
    };
    this.#all.push(column);
    this.added.push({ ...column, wipLimit, projectId: this.#projectId });
    return column;
  }
}
