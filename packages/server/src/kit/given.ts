/** Any of the fields, as a request may send them. */
export type Some<T> = { [K in keyof T]?: T[K] | undefined };

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was sent: `null` empties a field, what is missing stays as it is. */
export function given<T extends object>(fields: T): Given<T> {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined);
  // The same keys and values as before, without those that hold nothing.
  return Object.fromEntries(sent) as Given<T>;
}

/** Nothing was asked for: all stays as it is, and there is nothing to tell. */
export function asksNothing(change: object): boolean {
  return Object.values(change).every((value) => value === undefined);
}
