import { ActionIcon, FileButton, Menu } from "@mantine/core";
import { IconDots, IconFile } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type ComponentProps, type ReactNode, useState } from "react";
import { agoText } from "../lib/dates.ts";
import { restoreThing } from "../lib/trash.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { FilePreview, shownAs } from "./file-preview.tsx";
import {
  addressOf,
  type FilesSubject,
  type File as KeptFile,
  refreshFiles,
  sizeText,
  trashFile,
} from "./files.api.ts";
import classes from "./files.module.css";
import { RenameFile } from "./rename-file.tsx";

/** Which picture the thing is shown with. */
export interface Cover {
  fileId: string | null;
  onChange: (fileId: string | null) => void;
}

interface FileItemProps {
  cover?: Cover;
  file: KeptFile;
  subject: FilesSubject;
  onVersion: (file: File) => void;
  /** Before the picture: the box by which it is selected. */
  mark?: ReactNode;
  /** What it hangs on, where that is not plain from the page. */
  place?: ReactNode;
  /** What its menu offers besides. */
  acts?: ReactNode;
  /** The address says that it is shown, until that is closed. */
  opened?: { onClose: () => void };
  /** Of the line as a whole, to be dragged and dropped on. */
  line?: ComponentProps<"li">;
}

/** One file: its newest version, the older ones folded below. */
export function FileItem({
  file,
  subject,
  cover,
  onVersion,
  mark,
  place,
  acts,
  line,
  opened,
}: FileItemProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [renaming, setRenaming] = useState(false);
  const [newest, ...older] = file.versions;
  if (!newest) return null;
  const as = shownAs(newest);
  const picture = as === "picture";
  const shown = chosen ?? (opened && as ? newest.n : null);
  const hide = () => {
    setChosen(null);
    opened?.onClose();
  };
  return (
    <li {...line} className={`${classes.file} ${line?.className ?? ""}`}>
      {mark}
      <button
        type="button"
        className={classes.thumb}
        disabled={as === null}
        aria-label={as ? `Show ${file.name}` : `${file.name} has no preview`}
        onClick={() => setChosen(newest.n)}
      >
        {picture ? (
          <img src={addressOf(file.id, newest.n, "preview")} alt="" loading="lazy" />
        ) : (
          <IconFile size={22} aria-hidden />
        )}
      </button>
      <div className={classes.about}>
        <a className={classes.name} href={addressOf(file.id, newest.n, "content")} download={file.name}>
          {file.name}
        </a>
        <span className={classes.dim}>
          {file.versions.length > 1 ? `Version ${newest.n} · ` : ""}
          {sizeText(newest.bytes)} · {file.authorName ?? "Somebody"}, {agoText(newest.createdAt)}
          {file.audience === "client" ? " · the client sees it" : ""}
          {cover?.fileId === file.id ? " · cover" : ""}
        </span>
        {place}
        {older.length > 0 ? (
          <details>
            <summary className={classes.dim}>Earlier versions ({older.length})</summary>
            <ul className={classes.versions}>
              {older.map(({ n, name, bytes, createdAt }) => (
                <li key={n}>
                  <a href={addressOf(file.id, n, "content")} download={name}>
                    Version {n}
                  </a>{" "}
                  <span className={classes.dim}>
                    {sizeText(bytes)}, {agoText(createdAt)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <FileMenu
        file={file}
        subject={subject}
        onVersion={onVersion}
        onRename={() => setRenaming(true)}
        acts={acts}
        {...(cover && picture ? { cover } : {})}
      />
      {shown === null ? null : <FilePreview file={file} n={shown} onClose={hide} />}
      {renaming ? <RenameFile file={file} subject={subject} onClose={() => setRenaming(false)} /> : null}
    </li>
  );
}

function FileMenu({
  file,
  subject,
  cover,
  onVersion,
  onRename,
  acts,
}: FileItemProps & { onRename: () => void }) {
  const client = useQueryClient();
  const remove = async () => {
    try {
      await trashFile(file.id);
      await refreshFiles(client, subject);
      offerUndo(`${file.name} deleted`, async () => {
        await restoreThing(file.id, subject.projectId);
        await refreshFiles(client, subject);
      });
    } catch (error) {
      sayProblem(error, () => void remove());
    }
  };
  return (
    <FileButton onChange={(picked) => picked && onVersion(picked)}>
      {({ onClick }) => (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={32} aria-label={`More for ${file.name}`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onClick}>New version</Menu.Item>
            <Menu.Item onClick={onRename}>Rename</Menu.Item>
            {acts}
            {cover ? <CoverItem cover={cover} fileId={file.id} /> : null}
            <Menu.Item onClick={() => void remove()}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </FileButton>
  );
}

function CoverItem({ cover: { fileId: now, onChange }, fileId }: { cover: Cover; fileId: string }) {
  const isCover = now === fileId;
  return (
    <Menu.Item onClick={() => onChange(isCover ? null : fileId)}>
      {isCover ? "Remove cover" : "Use as cover"}
    </Menu.Item>
  );
}
