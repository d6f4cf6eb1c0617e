import { Checkbox, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type DragEvent, useState } from "react";
import { fileAddress } from "../lib/file-address.ts";
import { sayDone, sayProblem } from "../lib/undo.tsx";
import { carryFiles, heldOver } from "./file-drag.ts";
import { FileItem } from "./file-item.tsx";
import type { ProjectFile } from "./project-files.api.ts";
import classes from "./project-files.module.css";

interface FileLineProps {
  file: ProjectFile;
  projectId: string;
  projectKey: string;
  /** Where it lies, while files of several folders are shown together. */
  path: string;
  isMarked: boolean;
  /** What goes along when this one is dragged. */
  carried: readonly string[];
  /** Guests see files, but sort none. */
  sorts: boolean;
  /** A link meant this one: how to be done with that. */
  meant?: { onClose: () => void } | undefined;
  onMark: (isMarked: boolean) => void;
  onMove: () => void;
  onVersion: (file: File) => void;
}

/** One file of the project: where it hangs, dragged into folders, and a new version by dropping one on it. */
export function FileLine({ file, projectId, projectKey, path, sorts, carried, ...props }: FileLineProps) {
  const { isMarked, meant, onMark, onMove, onVersion } = props;
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    const [first, ...others] = event.dataTransfer.files;
    // Several at once are files of their own.
    if (heldOver(event) !== "outside" || !first || others.length > 0) return;
    event.preventDefault();
    onVersion(first);
  };
  return (
    <FileItem
      file={file}
      subject={{ ...file.subject, projectId }}
      onVersion={onVersion}
      mark={
        sorts ? (
          <Checkbox
            className={classes.mark}
            aria-label={`Select ${file.name}`}
            checked={isMarked}
            onChange={(event) => onMark(event.currentTarget.checked)}
          />
        ) : null
      }
      place={<Place file={file} projectKey={projectKey} path={path} />}
      {...(meant ? { opened: meant } : {})}
      acts={
        <>
          {sorts ? <Menu.Item onClick={onMove}>Move to…</Menu.Item> : null}
          <Menu.Item onClick={() => void copyLink(fileAddress(projectKey, file.id, file.name))}>
            Copy link
          </Menu.Item>
        </>
      }
      line={{
        className: over ? classes.versionOver : meant ? classes.meant : "",
        ...(meant ? { "aria-current": true } : {}),
        draggable: sorts,
        onDragStart: (event) => carryFiles(event, carried),
        onDragOver: (event) => {
          if (heldOver(event) !== "outside") return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: drop,
      }}
    />
  );
}

async function copyLink(address: string) {
  try {
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    sayDone("Link copied");
  } catch (error) {
    sayProblem(error);
  }
}

/** What it hangs on, unless that is the project itself, and where it lies. */
function Place({ file, projectKey, path }: Pick<FileLineProps, "file" | "projectKey" | "path">) {
  const hangs = file.subject.kind !== "project";
  if (!hangs && path === "") return null;
  return (
    <span className={classes.dim}>
      {hangs ? (
        <Link to={placeHref(file, projectKey) as "/"} className={classes.place}>
          {placeText(file, projectKey)}
        </Link>
      ) : null}
      {path === "" ? "" : `${hangs ? " · in" : "In"} ${path}`}
    </span>
  );
}

function placeText({ subject, placeNumber, placeTitle }: ProjectFile, projectKey: string): string {
  if (subject.kind === "card") return `On ${projectKey}-${placeNumber} ${placeTitle}`;
  return subject.kind === "milestone" ? `On M${placeNumber} ${placeTitle}` : `On ${placeTitle}`;
}

function placeHref({ subject, placeNumber }: ProjectFile, projectKey: string): string {
  if (subject.kind === "card") return `/c/${projectKey}-${placeNumber}`;
  if (subject.kind === "milestone") return `/m/${projectKey}-M${placeNumber}?tab=files`;
  return `/p/${projectKey.toLowerCase()}/talk?tab=files&about=${subject.id}`;
}
