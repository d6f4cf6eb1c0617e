/** Things by key, in their order; those without a key are left out. */
export function groupBy<T>(things: readonly T[], key: (thing: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const id = key(thing);
    if (id === null) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [thing]);
    else group.push(thing);
  }
  return groups;
}
