import { type DragEvent, useState } from "react";
import { droppedFiles, droppedFolder, heldOver } from "./file-drag.ts";

export interface FolderDrop {
  onFiles: (ids: string[], folderId: string | null) => void;
  onFolder: (id: string, folderId: string | null) => void;
  onOutside: (files: FileList, folderId: string | null) => void;
}

/** A folder, or the top, as a place to drop files, folders and what comes from outside. */
export function useFolderDrop(folderId: string | null, { onFiles, onFolder, onOutside }: FolderDrop) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    const held = heldOver(event);
    if (held === null) return;
    event.preventDefault();
    if (held === "files") onFiles(droppedFiles(event), folderId);
    else if (held === "folder") onFolder(droppedFolder(event), folderId);
    else onOutside(event.dataTransfer.files, folderId);
  };
  return {
    over,
    place: {
      onDragOver: (event: DragEvent) => {
        if (heldOver(event) === null) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop: drop,
    },
  };
}
