import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { addressOf, type File } from "./files.api.ts";
import classes from "./files.module.css";

type Version = File["versions"][number];

const TEXT_BYTES = 512 * 1_024;
const TEXT = /\.(txt|md|markdown|csv|tsv|log|json|ya?ml|toml|ini|xml|html?|css|sql|srt|vtt|ics|eml)$/i;

/** How a version can be shown in the page. Text is only ever shown as its signs, whatever it would be elsewhere. */
export function shownAs({ mediaType, preview, name, bytes }: Version): "picture" | "pdf" | "text" | null {
  if (preview) return mediaType === "application/pdf" ? "pdf" : "picture";
  const isPlain = mediaType === "application/octet-stream" && TEXT.test(name);
  return isPlain && bytes <= TEXT_BYTES ? "text" : null;
}

export function FilePreview({ file, n, onClose }: { file: File; n: number; onClose: () => void }) {
  const version = file.versions.find((each) => each.n === n);
  const as = version ? shownAs(version) : null;
  const source = addressOf(file.id, n, "preview");
  return (
    <Modal opened onClose={onClose} title={file.name} size="xl" centered>
      {as === "pdf" ? <iframe className={classes.page} src={source} title={file.name} /> : null}
      {as === "picture" ? <img className={classes.picture} src={source} alt={file.name} /> : null}
      {as === "text" ? <TextOf fileId={file.id} n={n} name={file.name} /> : null}
    </Modal>
  );
}

function TextOf({ fileId, n, name }: { fileId: string; n: number; name: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["file-text", fileId, n],
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const response = await fetch(addressOf(fileId, n, "content"));
      if (!response.ok) throw new Error(`The server said ${response.status}.`);
      return response.text();
    },
  });
  if (error)
    return (
      <ProblemNotice title="The text could not be read" onRetry={() => void refetch()}>
        The file is there all the same; it can be saved.
      </ProblemNotice>
    );
  return data === undefined ? (
    <Waiting rows={6} />
  ) : (
    <textarea className={classes.text} readOnly aria-label={name} value={data} />
  );
}
