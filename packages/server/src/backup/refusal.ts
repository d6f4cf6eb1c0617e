/** The archive is not what it says it is; one sentence for the person at the terminal. */
export class ArchiveRefusal extends Error {}

/** The place to restore into, or to write to, is not fit for it. */
export class PlaceRefusal extends Error {}
