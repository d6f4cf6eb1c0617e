/** One forward step; its checksum is stored, so an edited step is noticed at the next start. */
export interface Migration {
  name: string;
  statements: readonly string[];
}
