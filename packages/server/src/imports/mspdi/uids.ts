/** The numbers of a file's objects: ids that are numbers stay what they are, the others get the next ones. */
export class Uids {
  readonly #uids: ReadonlyMap<string, number>;

  constructor(objects: readonly { readonly id: string }[]) {
    const taken = new Set(objects.flatMap(({ id }) => (/^(0|[1-9]\d{0,8})$/.test(id) ? [Number(id)] : [])));
    let next = 1;
    const uids = new Map<string, number>();
    for (const { id } of objects) {
      const own = Number(id);
      if (taken.has(own) && String(own) === id) uids.set(id, own);
      else {
        while (taken.has(next)) next++;
        uids.set(id, next++);
      }
    }
    this.#uids = uids;
  }

  of(id: string): number {
    return this.#uids.get(id) ?? -1;
  }
}
