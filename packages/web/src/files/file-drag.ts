import type { DragEvent } from "react";

const FILES = "application/x-milepost-files";
const FOLDER = "application/x-milepost-folder";

export function carryFiles({ dataTransfer }: DragEvent, ids: readonly string[]): void {
  dataTransfer.setData(FILES, JSON.stringify(ids));
  dataTransfer.effectAllowed = "move";
}

export function carryFolder({ dataTransfer }: DragEvent, id: string): void {
  dataTransfer.setData(FOLDER, id);
  dataTransfer.effectAllowed = "move";
}

/** What lies over a place: things of this page, or files from outside. */
export function heldOver({ dataTransfer: { types } }: DragEvent): "files" | "folder" | "outside" | null {
  if (types.includes(FILES)) return "files";
  if (types.includes(FOLDER)) return "folder";
  return types.includes("Files") ? "outside" : null;
}

export function droppedFiles({ dataTransfer }: DragEvent): string[] {
  const ids: unknown = JSON.parse(dataTransfer.getData(FILES) || "[]");
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

export const droppedFolder = ({ dataTransfer }: DragEvent): string => dataTransfer.getData(FOLDER);
