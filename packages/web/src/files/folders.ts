import type { Folder } from "./project-files.api.ts";

/** From the top down to the folder; empty for the top and for a folder that is gone. */
export function pathTo<F extends Folder>(folders: readonly F[], id: string | null): F[] {
  const folder = folders.find((each) => each.id === id);
  return folder ? [...pathTo(folders, folder.parentId), folder] : [];
}

/** "Contracts / 2026", for lists that show several folders at once. */
export function pathText(folders: readonly Folder[], id: string | null): string {
  return pathTo(folders, id)
    .map(({ name }) => name)
    .join(" / ");
}

export function childrenOf<F extends Folder>(folders: readonly F[], parentId: string | null): F[] {
  return folders
    .filter((each) => each.parentId === parentId)
    .toSorted((one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }));
}

/** Every folder with its path, in the order of a tree; without `except` and what lies in it. */
export function folderChoices(
  folders: readonly Folder[],
  except: string | null = null,
  parentId: string | null = null,
): { value: string; label: string }[] {
  return childrenOf(folders, parentId)
    .filter(({ id }) => id !== except)
    .flatMap(({ id }) => [
      { value: id, label: pathText(folders, id) },
      ...folderChoices(folders, except, id),
    ]);
}

/** Without accents and case, as the server finds names of files. */
export function isNamed(name: string, words: string): boolean {
  return bare(name).includes(bare(words));
}

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
