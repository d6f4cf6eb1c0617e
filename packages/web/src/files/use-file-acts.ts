import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useFilesAnywhere } from "../lib/files-anywhere.ts";
import { UNTOLD_LIMIT } from "./files.api.ts";
import { type Folder, moveFolder, type ProjectFile, sortFiles, trashFiles } from "./project-files.api.ts";
import { useUploads } from "./uploads.ts";
import type { FolderDrop } from "./use-folder-drop.ts";

interface Shown {
  projectId: string;
  /** The folder that is open. */
  open: string | null;
  files: readonly ProjectFile[];
  folders: readonly Folder[];
  limit?: number | undefined;
  sorts: boolean;
}

/** What can be done with the files that are shown, one or several together. */
export function useFileActs({ projectId, open, files, folders, limit = UNTOLD_LIMIT, sorts }: Shown) {
  const client = useQueryClient();
  const at = { client, projectId };
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setIds(new Set());
  /** A new folder, or where these files go. */
  const [asking, ask] = useState<"folder" | readonly ProjectFile[] | null>(null);
  const subject = useMemo(() => ({ kind: "project" as const, id: projectId, projectId }), [projectId]);
  const { uploads, add: send } = useUploads(subject, limit);
  const add = (picked: Iterable<File>, folderId: string | null) =>
    send(picked, "team", { folderId: folderId ?? undefined });
  const held = useFilesAnywhere((dropped) => add(dropped, open), sorts);
  const marked = files.filter(({ id }) => ids.has(id));
  const move = (moved: readonly ProjectFile[], to: string | null) => {
    clear();
    void sortFiles(at, moved, to);
  };
  const drop: FolderDrop = {
    onFiles: (dropped, to) =>
      move(
        files.filter(({ id }) => dropped.includes(id)),
        to,
      ),
    onFolder: (id, to) => {
      const folder = folders.find((each) => each.id === id);
      if (folder && id !== to && folder.parentId !== to) void moveFolder(at, folder, to);
    },
    onOutside: (dropped, to) => add([...dropped], to),
  };
  return {
    ...{ asking, ask, marked, clear, move, drop, uploads, add, held, limit },
    mark: (id: string, isMarked: boolean) =>
      setIds((before) => new Set(isMarked ? [...before, id] : [...before].filter((other) => other !== id))),
    trash: () => {
      clear();
      void trashFiles(at, marked);
    },
    addVersion: (next: File, file: ProjectFile) => send([next], file.audience, { fileId: file.id }),
  };
}
