import type { ReactNode } from "react";
import { type Accents, accentsOf, type BrandChoice, brandOf } from "../kit/brand.ts";
import type { Say } from "../words/say.ts";
import type { NavPlace, PortalBody } from "./portal-page.ts";
import { portalStyle } from "./portal-style.ts";
import { portalHref, type Visit } from "./visit.ts";

interface DocumentProps {
  language: string;
  title: string;
  accents: Accents;
  children: ReactNode;
  /** Token of the view that the small script tells about; undefined on a page without the script. */
  view?: string | null | undefined;
}

/** One whole page: no request for style, font or script stands between the mail and the first word. */
export function PortalDocument({ language, title, accents, children, view }: DocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style>{portalStyle(accents)}</style>
        {view === undefined ? null : <script src="/portal.js" defer data-view={view ?? undefined} />}
      </head>
      <body>{children}</body>
    </html>
  );
}

interface FrameProps {
  visit: Visit;
  page: PortalBody;
  /** How much waits for this person. */
  waiting: number;
  view: string | null;
}

/** Who came by the link of one thing sees that thing alone. */
export function showsPlaces({ link, visitor }: Visit): boolean {
  return link === null || visitor.sessionId !== null;
}

export function PortalFrame({ visit, page, waiting, view }: FrameProps) {
  const { say, project, preview } = visit;
  const brand = brandOf(project.brand);
  return (
    <PortalDocument
      language={say.language}
      title={`${page.title} · ${project.name}`}
      accents={accentsOf(brand.accent)}
      view={preview === null ? view : undefined}
    >
      <a className="skip" href="#main">
        {say("To the content")}
      </a>
      {preview === null ? null : (
        <aside className="preview" aria-label={say("Only looking")}>
          {say("You see what clients see. Nothing can be sent from here.")}{" "}
          <a href={`/p/${project.key.toLowerCase()}`}>{say("Back to the team")}</a>
        </aside>
      )}
      <header className="top">
        <House
          brand={brand}
          name={project.workspaceName}
          slug={project.workspaceSlug}
          project={project.name}
        />
        {showsPlaces(visit) ? <Places visit={visit} at={page.at} waiting={waiting} /> : null}
      </header>
      <main id="main">
        {page.notice ? (
          <p className={page.notice.kind} role={page.notice.kind === "alert" ? "alert" : "status"}>
            {page.notice.text}
          </p>
        ) : null}
        {page.body}
        {visit.link && !visit.visitor.sessionId ? <Whose visit={visit} /> : null}
      </main>
      <Foot visit={visit} />
    </PortalDocument>
  );
}

/** A link was perhaps passed on: it says whose it is, and where one's own comes from. */
function Whose({ visit: { say, visitor, project, passedOnTo } }: { visit: Visit }) {
  const { name } = visitor;
  return (
    <p className={passedOnTo ? "notice" : "hint"}>
      {passedOnTo
        ? say("This link is for {name}. On this device you are {other}.", { name, other: passedOnTo })
        : say("This link is for {name}. Not you?", { name })}{" "}
      <a href={`/portal/${project.workspaceSlug}/link`}>{say("Send me my own link")}</a>
    </p>
  );
}

/** A page of the whole house: nothing of one project stands around it. */
export function HouseFrame({
  visit,
  title,
  body,
}: {
  visit: Pick<Visit, "say" | "visitor" | "project" | "formToken">;
  title: string;
  body: ReactNode;
}) {
  const { say, project } = visit;
  const brand = brandOf(project.brand);
  return (
    <PortalDocument
      language={say.language}
      title={`${title} · ${project.workspaceName}`}
      accents={accentsOf(brand.accent)}
    >
      <header className="top">
        <House brand={brand} name={project.workspaceName} slug={project.workspaceSlug} />
      </header>
      <main id="main">{body}</main>
      <Foot visit={{ ...visit, preview: null }} />
    </PortalDocument>
  );
}

interface HouseProps {
  brand: BrandChoice;
  name: string;
  slug: string;
  project?: string;
}

function House({ brand, name, slug, project }: HouseProps) {
  return (
    <p className="house">
      {brand.logo ? <img src={`/brand/${slug}/${brand.logo.sha256}`} alt={name} /> : <strong>{name}</strong>}
      {project ? <span>{project}</span> : null}
    </p>
  );
}

const PLACES = ["home", "plan", "decisions", "updates", "files"] as const satisfies readonly NavPlace[];

function Places({ visit, at, waiting }: { visit: Visit; at: NavPlace | undefined; waiting: number }) {
  const { say } = visit;
  return (
    <nav aria-label={say("Pages of this project")}>
      <ul>
        {PLACES.map((place) => (
          <li key={place}>
            <a
              href={portalHref(visit, place === "home" ? "" : `/${place}`)}
              aria-current={place === at ? "page" : undefined}
            >
              {placeName(say, place)}
              {place === "decisions" && waiting > 0 ? ` (${waiting})` : ""}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function placeName(say: Say, place: NavPlace): string {
  switch (place) {
    case "home":
      return say("Home");
    case "plan":
      return say("Plan");
    case "decisions":
      return say("Decisions");
    case "updates":
      return say("Updates");
    case "files":
      return say("Files");
  }
}

function Foot({ visit }: { visit: Pick<Visit, "say" | "visitor" | "preview" | "formToken" | "project"> }) {
  const { say, visitor, preview, formToken, project } = visit;
  if (preview !== null) return <footer />;
  const other = say.language === "en" ? "de" : "en";
  return (
    <footer>
      <p>
        {say("You are here as {name}.", { name: visitor.name })}{" "}
        {project.keepsViews ? say("It is kept when you open a page, so that nobody needs to ask.") : null}
      </p>
      <form method="post">
        <input type="hidden" name="form" value={formToken} />
        <button type="submit" className="text-button" name="language" value={other} lang={other}>
          {other === "de" ? "Deutsch" : "English"}
        </button>
        {visitor.sessionId ? (
          <button type="submit" className="text-button" name="leave" value="yes">
            {say("Not you? Leave on this device")}
          </button>
        ) : null}
      </form>
    </footer>
  );
}
