import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconFolder } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { carryFolder } from "./file-drag.ts";
import { FolderDialog } from "./folder-dialog.tsx";
import { pathText } from "./folders.ts";
import { MoveToDialog } from "./move-to-dialog.tsx";
import { deleteFolder, type Folder, moveFolder } from "./project-files.api.ts";
import classes from "./project-files.module.css";
import { type FolderDrop, useFolderDrop } from "./use-folder-drop.ts";

export interface CountedFolder extends Folder {
  files: number;
}

interface FolderLineProps {
  folder: CountedFolder;
  folders: readonly CountedFolder[];
  projectId: string;
  /** Found by its name it also says where it lies. */
  withPath: boolean;
  drop: FolderDrop;
}

/** One folder: opened by its name, a place to drop, and what can be done with it. */
export function FolderLine({ folder, folders, projectId, withPath, drop }: FolderLineProps) {
  const { over, place } = useFolderDrop(folder.id, drop);
  const inside = folders.filter(({ parentId }) => parentId === folder.id).length;
  const above = withPath ? pathText(folders, folder.parentId) : "";
  return (
    <li
      className={over ? classes.over : classes.folder}
      draggable
      onDragStart={(event) => carryFolder(event, folder.id)}
      {...place}
    >
      <IconFolder size={22} aria-hidden className={classes.icon} />
      <div className={classes.about}>
        <Link to="." search={{ folder: folder.id } as never} className={classes.name} draggable={false}>
          {folder.name}
        </Link>
        <span className={classes.dim}>
          {[above, countText(inside, "folder"), countText(folder.files, "file")]
            .filter(Boolean)
            .join(" · ") || "Empty"}
        </span>
      </div>
      <FolderMenu folder={folder} folders={folders} projectId={projectId} />
    </li>
  );
}

function FolderMenu({
  folder,
  folders,
  projectId,
}: Pick<FolderLineProps, "folder" | "folders" | "projectId">) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<"name" | "place" | null>(null);
  const at = { client, projectId };
  const close = () => setAsking(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for folder ${folder.name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsking("name")}>Rename</Menu.Item>
          <Menu.Item onClick={() => setAsking("place")}>Move to…</Menu.Item>
          <Menu.Item onClick={() => void deleteFolder(at, folder)}>Delete, keep what is in it</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking === "name" ? (
        <FolderDialog projectId={projectId} folder={folder} parentId={folder.parentId} onClose={close} />
      ) : null}
      {asking === "place" ? (
        <MoveToDialog
          title={`Move ${folder.name}`}
          folders={folders}
          from={folder.parentId}
          except={folder.id}
          onMove={(to) => void (to === folder.parentId || moveFolder(at, folder, to))}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function countText(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${count === 1 ? "" : "s"}`;
}
