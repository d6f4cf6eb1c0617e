import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { inWords } from "../lib/problem.ts";
import { type Audience, type FilesSubject, refreshFiles, sizeText, upload } from "./files.api.ts";

export interface Upload {
  id: number;
  name: string;
  part: number;
  /** Why it did not arrive; the file is kept for another try. */
  problem: string | null;
  again: () => void;
  stop: () => void;
}

/** Files on their way, each with its progress; what fails stays for another try. */
export function useUploads(
  subject: FilesSubject,
  limit: number,
): { uploads: readonly Upload[]; add: (files: Iterable<File>, audience: Audience, fileId?: string) => void } {
  const client = useQueryClient();
  const [uploads, set] = useState<readonly Upload[]>([]);
  const count = useRef(0);
  const start = useCallback(
    (file: File, audience: Audience, fileId: string | undefined, old?: number) => {
      count.current += 1;
      const id = old ?? count.current;
      const abort = new AbortController();
      const change = (part: Partial<Upload>) =>
        set((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
      const drop = () => set((all) => all.filter((one) => one.id !== id));
      const again = () => start(file, audience, fileId, id);
      const stop = () => {
        abort.abort();
        drop();
      };
      const fresh: Upload = { id, name: file.name || "Pasted picture", part: 0, problem: null, again, stop };
      set((all) => [...all.filter((one) => one.id !== id), fresh]);
      if (file.size > limit) return change({ problem: `Larger than ${sizeText(limit)}.`, again: stop });
      const onProgress = (part: number) => change({ part });
      upload(subject, audience, file, { ...(fileId ? { fileId } : {}), onProgress, signal: abort.signal })
        .then(() => refreshFiles(client, subject))
        .then(drop, (error: unknown) => change({ problem: inWords(error).message }));
    },
    [client, subject, limit],
  );
  const add = useCallback(
    (files: Iterable<File>, audience: Audience, fileId?: string) => {
      for (const file of files) start(file, audience, fileId);
    },
    [start],
  );
  return { uploads, add };
}
