import { portalHref, type Visit } from "../portal/visit.ts";

interface CalendarPageProps {
  visit: Visit;
  has: boolean;
  /** The address, right after it was made: it is shown this once. */
  url: string | null;
}

export function CalendarPage({ visit, has, url }: CalendarPageProps) {
  const { say, formToken, preview, visitor } = visit;
  const isClient = preview === null && visitor.side === "client";
  return (
    <>
      <h1>{say("Add to your calendar")}</h1>
      <p>
        {say(
          "Your calendar reads the milestones as they were published, and what you are asked for, and keeps itself up to date.",
        )}
      </p>
      {url ? <Address visit={visit} url={url} /> : null}
      {has && !url ? <p>{say("Your calendar has an address already. A new one ends it.")}</p> : null}
      <form method="post">
        <input type="hidden" name="form" value={formToken} />
        <div className="stack">
          <button
            type="submit"
            className={url || has ? "plain" : ""}
            name="do"
            value="make"
            disabled={!isClient}
          >
            {url || has ? say("Make a new address") : say("Make an address")}
          </button>
          {has || url ? (
            <button type="submit" className="plain" name="do" value="end" disabled={!isClient}>
              {say("End it")}
            </button>
          ) : null}
        </div>
      </form>
      <p>
        <a href={portalHref(visit)}>{say("Home")}</a>
      </p>
    </>
  );
}

function Address({ visit: { say }, url }: { visit: Visit; url: string }) {
  return (
    <div className="notice" role="status">
      <p>
        <a className="button" href={url.replace(/^https?:/, "webcal:")}>
          {say("Open in your calendar")}
        </a>
      </p>
      <p>
        {say(
          "Or copy this address into your calendar, where it subscribes to another one. It is shown only now; keep it to yourself.",
        )}
      </p>
      <p className="fingerprint">{url}</p>
    </div>
  );
}
