import { Link } from "@tanstack/react-router";
import { pathTo } from "./folders.ts";
import type { Folder } from "./project-files.api.ts";
import classes from "./project-files.module.css";
import { type FolderDrop, useFolderDrop } from "./use-folder-drop.ts";

interface FolderPathProps {
  folders: readonly Folder[];
  folderId: string | null;
  drop: FolderDrop;
}

/** From the top to the open folder; each step opens, and takes what is dropped on it. */
export function FolderPath({ folders, folderId, drop }: FolderPathProps) {
  const path = pathTo(folders, folderId);
  return (
    <nav aria-label="Folders above" className={classes.path}>
      <Step folderId={null} name="All files" isLast={path.length === 0} drop={drop} />
      {path.map(({ id, name }, place) => (
        <Step key={id} folderId={id} name={name} isLast={place === path.length - 1} drop={drop} />
      ))}
    </nav>
  );
}

interface StepProps {
  folderId: string | null;
  name: string;
  isLast: boolean;
  drop: FolderDrop;
}

function Step({ folderId, name, isLast, drop }: StepProps) {
  const { over, place } = useFolderDrop(folderId, drop);
  return (
    <span className={over ? classes.stepOver : classes.step} {...(isLast ? {} : place)}>
      <Link
        to="."
        search={(folderId === null ? {} : { folder: folderId }) as never}
        {...(isLast ? { "aria-current": "page" as const } : {})}
      >
        {name}
      </Link>
    </span>
  );
}
