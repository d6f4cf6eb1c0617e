import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { inWords } from "../lib/problem.ts";
import { type Audience, type FilesSubject, refreshFiles, sizeText, upload } from "./files.api.ts";

export interface Upload {
  id: number;
  name: string;
  part: number;
  /** Why it did not arrive; the file is kept for another try, unless none can help. */
  problem: string | null;
  again: (() => void) | null;
  stop: () => void;
}

/** As a version of a file, or into a folder of the project's files. */
export interface UploadTo {
  fileId?: string;
  folderId?: string | undefined;
}

const UNREADABLE = "It could not be read here. Of a folder, add the files that are in it.";

/** A folder is dropped like a file; sent, it would look as if there was no connection. */
function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
}

/** Files on their way, each with its progress; what fails stays for another try. */
export function useUploads(
  subject: FilesSubject,
  limit: number,
): { uploads: readonly Upload[]; add: (files: Iterable<File>, audience: Audience, to?: UploadTo) => void } {
  const client = useQueryClient();
  const [uploads, set] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const start = useCallback(
    (file: File, audience: Audience, to: UploadTo, old?: number) => {
      count.current += 1;
      const id = old ?? count.current;
      const abort = new AbortController();
      const change = (part: Partial<Upload>) =>
        set((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
      const drop = () => set((all) => all.filter((one) => one.id !== id));
      const again = () => start(file, audience, to, id);
      const stop = () => {
        abort.abort();
        drop();
      };
      const fresh: Upload = { id, name: file.name || "Pasted picture", part: 0, problem: null, again, stop };
      set((all) => [...all.filter((one) => one.id !== id), fresh]);
      if (file.size > limit) return change({ problem: `Larger than ${sizeText(limit)}.`, again: null });
      const onProgress = (part: number) => change({ part });
      const { fileId, folderId } = to;
      const way = { ...(fileId ? { fileId } : {}), onProgress, signal: abort.signal };
      const send = () =>
        upload({ ...subject, folderId }, audience, file, way)
          .then(() => refreshFiles(client, subject))
          .then(drop, (error: unknown) => change({ problem: inWords(error).message }));
      void isReadable(file).then((readable) => {
        if (!readable) change({ problem: UNREADABLE });
        else if (!abort.signal.aborted) void send();
      });
    },
    [client, subject, limit],
  );
  const add = useCallback(
    (files: Iterable<File>, audience: Audience, to: UploadTo = {}) => {
      for (const file of files) start(file, audience, to);
    },
    [start],
  );
  return { uploads, add };
}
