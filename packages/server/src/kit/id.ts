import { v7 } from "uuid";

/** Time-ordered UUIDv7, made by the app so that every supported PostgreSQL can store it. */
export function newId(): string {
  return v7();
}
