import { Button, FileButton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type ReactNode, type RefObject, useMemo, useRef } from "react";
import { useProject } from "../lib/current-project.ts";
import { type Key, useKeys } from "../lib/keyboard.ts";
import { useIsGuest } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { useSearchChange } from "../lib/use-search-change.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { FileLine } from "./file-line.tsx";
import { sizeText } from "./files.api.ts";
import { applyFiles, type FilesSearch, readFilesSearch } from "./files-search.ts";
import { FilesToolbar } from "./files-toolbar.tsx";
import { FolderDialog } from "./folder-dialog.tsx";
import { type CountedFolder, FolderLine } from "./folder-line.tsx";
import { FolderPath } from "./folder-path.tsx";
import { childrenOf, isNamed, pathText } from "./folders.ts";
import { MarkedFiles } from "./marked-files.tsx";
import { MoveToDialog } from "./move-to-dialog.tsx";
import { foldersQuery, type ProjectFile, projectFilesQuery } from "./project-files.api.ts";
import classes from "./project-files.module.css";
import { UploadRow } from "./upload-row.tsx";
import { useFileActs } from "./use-file-acts.ts";

const NO_FOLDERS: readonly CountedFolder[] = [];
const NO_FILES: readonly ProjectFile[] = [];

/** `/p/acme/files`: all files of the project, wherever they hang, in the team's folders. */
export function ProjectFilesPage() {
  const project = useProject();
  useTitle("Files", project.name);
  const sorts = !useIsGuest();
  const { folder, q = "", order = "newest", file: meant } = readFilesSearch(useSearch({ strict: false }));
  const change = useSearchChange<FilesSearch, FilesSearch>(applyFiles);
  const folderList = useQuery(foldersQuery(project.id));
  const folders = folderList.data?.items ?? NO_FOLDERS;
  const open = folders.find(({ id }) => id === folder)?.id ?? null;
  const list = useInfiniteQuery({
    ...projectFilesQuery(project.id, { folder: sorts ? (open ?? "top") : null, q, order }),
    // A folder of the address is looked up among those that are there first.
    enabled: folderList.data !== undefined,
  });
  const files = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? NO_FILES, [list.data]);
  const limit = folderList.data?.limits.bytes;
  const acts = useFileActs({ projectId: project.id, open, files, folders, limit, sorts });
  const { asking, ask, marked } = acts;
  const field = useRef<HTMLInputElement>(null);
  useFileKeys(field, acts, sorts);
  const shownFolders = q === "" ? childrenOf(folders, open) : folders.filter(({ name }) => isNamed(name, q));
  const isReady = folderList.data !== undefined && list.data !== undefined;
  const problem = folderList.error ?? list.error;
  const isEmpty = isReady && files.length === 0 && shownFolders.length === 0 && acts.uploads.length === 0;
  const add = (
    <FileButton multiple onChange={(picked) => acts.add(picked, open)}>
      {(button) => <Button {...button}>Add files</Button>}
    </FileButton>
  );
  return (
    <Page
      narrow
      title="Files"
      lead="Whatever they hang on. The client sees those marked so, without the folders."
      actions={
        sorts ? (
          <>
            <Button variant="default" onClick={() => ask("folder")}>
              New folder
            </Button>
            {isEmpty ? null : add}
          </>
        ) : null
      }
    >
      <FilesToolbar
        field={field}
        q={q}
        order={order}
        onWords={(words) => change({ q: words || undefined, file: undefined })}
        onOrder={(next) => change({ order: next === "newest" ? undefined : next })}
      />
      {q === "" && open !== null ? <FolderPath folders={folders} folderId={open} drop={acts.drop} /> : null}
      {problem ? <Refusal problem={problem} /> : null}
      {!isReady && !problem ? <Waiting rows={5} /> : null}
      <ul className={classes.list} aria-label="Folders">
        {shownFolders.map((each) => (
          <FolderLine
            key={each.id}
            folder={each}
            folders={folders}
            projectId={project.id}
            withPath={q !== ""}
            drop={acts.drop}
          />
        ))}
      </ul>
      {acts.uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
      <ul className={acts.held ? classes.listHeld : classes.list} aria-label="Files">
        {files.map((file) => (
          <FileLine
            key={file.id}
            file={file}
            projectId={project.id}
            projectKey={project.key}
            path={q === "" ? "" : pathText(folders, file.folderId)}
            sorts={sorts}
            isMarked={marked.includes(file)}
            carried={marked.includes(file) ? marked.map(({ id }) => id) : [file.id]}
            meant={file.id === meant ? { onClose: () => change({ file: undefined }) } : undefined}
            onMark={(isMarked) => acts.mark(file.id, isMarked)}
            onMove={() => ask([file])}
            onVersion={(next) => acts.addVersion(next, file)}
          />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more files
        </Button>
      ) : null}
      {isEmpty ? (
        <NothingHere q={q} isFolder={open !== null} limit={acts.limit} add={sorts ? add : null} />
      ) : null}
      {marked.length > 0 ? (
        <MarkedFiles
          count={marked.length}
          onMove={() => ask(marked)}
          onDelete={acts.trash}
          onClear={acts.clear}
        />
      ) : null}
      {asking === "folder" ? (
        <FolderDialog projectId={project.id} parentId={open} onClose={() => ask(null)} />
      ) : null}
      {asking !== null && asking !== "folder" ? (
        <MoveToDialog
          title={asking.length === 1 ? `Move ${asking[0]?.name}` : `Move ${asking.length} files`}
          folders={folders}
          from={asking[0]?.folderId ?? null}
          onMove={(to) => acts.move(asking, to)}
          onClose={() => ask(null)}
        />
      ) : null}
    </Page>
  );
}

function useFileKeys(
  field: RefObject<HTMLInputElement | null>,
  acts: ReturnType<typeof useFileActs>,
  sorts: boolean,
) {
  const latest = useRef(acts);
  latest.current = acts;
  const some = acts.marked.length > 0;
  const keys = useMemo<Key[]>(() => {
    const always = [{ keys: "/", label: "Search in names", run: () => field.current?.focus() }];
    const sorting = [{ keys: "n", label: "New folder", run: () => latest.current.ask("folder") }];
    const selected = [
      {
        keys: "s",
        label: "Move selected files",
        run: () => latest.current.ask(latest.current.marked),
      },
      { keys: "escape", label: "Select none", run: () => latest.current.clear() },
    ];
    return [...always, ...(sorts ? sorting : []), ...(some ? selected : [])];
  }, [field, sorts, some]);
  useKeys("Files", keys);
}

interface NothingHereProps {
  q: string;
  isFolder: boolean;
  limit: number;
  add: ReactNode;
}

function NothingHere({ q, isFolder, limit, add }: NothingHereProps) {
  if (q !== "")
    return (
      <EmptyState title="No file has such a name">
        Names of all versions and folders were searched. What files hang on is found by the search of all.
      </EmptyState>
    );
  return (
    <EmptyState title={isFolder ? "This folder is empty" : "What do you keep together here?"} action={add}>
      {isFolder
        ? "Drop files here, or move them here from where they lie."
        : "The brief, contracts, the brand’s pictures. What is added to cards and milestones shows up here by itself."}{" "}
      Up to {sizeText(limit)} each.
    </EmptyState>
  );
}
