/** Effort in minutes behind the quick sizes of a card; a workspace may set its own. */
export const DEFAULT_SIZES = { S: 120, M: 480, L: 1440 } as const satisfies Record<string, number>;

export type Size = keyof typeof DEFAULT_SIZES;
