import { portalHref, type Visit } from "../portal/visit.ts";
import type { Say } from "../words/say.ts";
import type { SharedFile, SharedVersion } from "./client-files.store.ts";

interface FileListProps {
  visit: Visit;
  files: readonly SharedFile[];
  names: ReadonlyMap<string, string>;
  /** What a file hangs on, where it hangs on a milestone. */
  places?: ReadonlyMap<string, string>;
}

/** The latest version of each file; those before it are folded. */
export function FileList({ visit, files, names, places }: FileListProps) {
  const { say } = visit;
  return (
    <ul className="rows">
      {files.map(({ id, milestoneId, versions: [latest, ...earlier] }) =>
        latest ? (
          <li key={id}>
            <VersionLink visit={visit} version={latest} />
            <small className="dim">
              {versionFacts(visit, latest, names)}
              {places?.has(milestoneId ?? "") ? ` · ${places.get(milestoneId ?? "")}` : ""}
            </small>
            {earlier.length > 0 ? (
              <details>
                <summary>
                  {say("{count, plural, one {# earlier version} other {# earlier versions}}", {
                    count: earlier.length,
                  })}
                </summary>
                <ul className="rows">
                  {earlier.map((version) => (
                    <li key={version.n}>
                      <VersionLink visit={visit} version={version} />
                      <small className="dim">{versionFacts(visit, version, names)}</small>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ) : null,
      )}
    </ul>
  );
}

function VersionLink({ visit, version }: { visit: Visit; version: SharedVersion }) {
  const { fileId, n, name } = version;
  return (
    <a className="row-link" href={portalHref(visit, `/files/${fileId}/${n}`)}>
      {name}
    </a>
  );
}

function versionFacts(
  { say, project }: Visit,
  { n, bytes, createdAt, authorId }: SharedVersion,
  names: ReadonlyMap<string, string>,
): string {
  const by = names.get(authorId ?? "");
  const facts = [say("Version {n}", { n }), sizeText(say, bytes), say.moment(createdAt, project.zone)];
  return [...facts, ...(by ? [by] : [])].join(" · ");
}

function sizeText(say: Say, bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "kB"] : [bytes / 1_000_000, "MB"];
  const locale = say.language === "de" ? "de-DE" : "en-GB";
  const digits = { maximumFractionDigits: size < 10 ? 1 : 0 };
  return `${new Intl.NumberFormat(locale, digits).format(size)} ${unit}`;
}
