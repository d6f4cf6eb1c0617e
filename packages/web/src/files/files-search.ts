export const FILE_ORDERS = ["newest", "name", "largest"] as const;
export type FileOrder = (typeof FILE_ORDERS)[number];

export interface FilesSearch {
  /** The folder that is open; without it the top. */
  folder?: string | undefined;
  q?: string | undefined;
  order?: FileOrder | undefined;
  /** The file that a link meant: marked among the others, and shown. */
  file?: string | undefined;
}

export function readFilesSearch({ folder, q, order, file }: Record<string, unknown>): FilesSearch {
  return {
    folder: typeof folder === "string" && folder !== "" ? folder : undefined,
    // A search of digits alone comes out of the address as a number.
    q: (typeof q === "string" || typeof q === "number") && q !== "" ? String(q) : undefined,
    order: FILE_ORDERS.find((known) => known === order && known !== "newest"),
    file: typeof file === "string" && file !== "" ? file : undefined,
  };
}

export const applyFiles = (before: FilesSearch, change: FilesSearch): FilesSearch => ({
  ...before,
  ...change,
});
