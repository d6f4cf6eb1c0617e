import { FILE_BYTES } from "../files/limits.ts";
import { wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { SharedFile } from "./client-files.store.ts";
import { FileList } from "./file-list.page.tsx";
import { Paging } from "./paging.page.tsx";

interface FilesPageProps {
  visit: Visit;
  files: readonly SharedFile[];
  names: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
  page: number;
  pages: number;
}

export function FilesPage({ visit, files, names, places, page, pages }: FilesPageProps) {
  const { say, project } = visit;
  return (
    <>
      <h1>{say("Files")}</h1>
      {files.length === 0 ? (
        <p>{say("No files yet. What we share with you stands here.")}</p>
      ) : (
        <FileList visit={visit} files={files} names={names} places={places} />
      )}
      <Paging visit={visit} path="/files" page={page} pages={pages} />
      {project.role === "approver" ? <SendFiles visit={visit} /> : null}
    </>
  );
}

function SendFiles({ visit }: { visit: Visit }) {
  const { say, formToken, preview } = visit;
  const wrong = wrongWith(visit, "files");
  return (
    <section aria-labelledby="send-files">
      <h2 id="send-files">{say("Send us files")}</h2>
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="form" value={formToken} />
        <div className="field">
          <label htmlFor="files">
            {say("One or several, up to {size} MB each", { size: FILE_BYTES / 1_048_576 })}
          </label>
          <input
            id="files"
            type="file"
            name="files"
            multiple
            required
            aria-describedby={wrong ? "files-wrong" : undefined}
          />
          {wrong ? (
            <p className="wrong" id="files-wrong">
              {wrong}
            </p>
          ) : null}
        </div>
        <button type="submit" className="plain" disabled={preview !== null}>
          {say("Send")}
        </button>
      </form>
    </section>
  );
}
