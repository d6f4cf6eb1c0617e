import { Button, FileButton, Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useFilesAnywhere } from "../lib/files-anywhere.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { type Cover, FileItem } from "./file-item.tsx";
import { type Audience, type FilesSubject, filesQuery, sizeText, UNTOLD_LIMIT } from "./files.api.ts";
import classes from "./files.module.css";
import { UploadRow } from "./upload-row.tsx";
import { useUploads } from "./uploads.ts";

const NONE: readonly File[] = [];

interface FilesProps {
  subject: FilesSubject;
  /** Who sees what is added here. */
  audience?: Audience;
  /** Behind another tab it leaves what is dropped to that. */
  isShown?: boolean;
  /** Files that were dropped or pasted while this was not shown. */
  handed?: readonly File[];
  cover?: Cover;
  onTaken?: () => void;
}

/** Files of a thing: picked, dropped or pasted, with versions. */
export function Files({ subject: given, audience = "team", ...shown }: FilesProps) {
  const { isShown = true, handed = NONE, onTaken, cover } = shown;
  const { kind, id, projectId } = given;
  const subject = useMemo(() => ({ kind, id, projectId }), [kind, id, projectId]);
  const { data, error, refetch } = useQuery(filesQuery(subject));
  const limit = data?.limits.bytes ?? UNTOLD_LIMIT;
  const { uploads, add } = useUploads(subject, limit);
  const over = useFilesAnywhere((files) => add(files, audience), isShown);
  useEffect(() => {
    if (handed.length === 0) return;
    add(handed, audience);
    onTaken?.();
  }, [handed, add, audience, onTaken]);
  return (
    <section aria-label="Files" className={over ? classes.over : classes.files}>
      {error ? (
        <ProblemNotice title="The files could not be read" onRetry={() => void refetch()}>
          Nothing was changed.
        </ProblemNotice>
      ) : null}
      {!data && !error ? <Waiting rows={1} /> : null}
      <ul className={classes.list}>
        {data?.items.map((file) => (
          <FileItem
            key={file.id}
            file={file}
            subject={subject}
            {...(cover ? { cover } : {})}
            onVersion={(next) => add([next], audience, { fileId: file.id })}
          />
        ))}
      </ul>
      {uploads.map((upload) => (
        <UploadRow key={upload.id} upload={upload} />
      ))}
      <Group gap="sm">
        <FileButton multiple onChange={(picked) => add(picked, audience)}>
          {(button) => (
            <Button {...button} size="compact-md" variant="default">
              Add files
            </Button>
          )}
        </FileButton>
        <span className={classes.dim}>or drop or paste them; up to {sizeText(limit)} each</span>
      </Group>
    </section>
  );
}
