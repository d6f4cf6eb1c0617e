import { typed, wrongWith } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { OwnWish } from "./ask-more.store.ts";

interface AskMorePageProps {
  visit: Visit;
  wishes: readonly OwnWish[];
}

/** One wish in one's own words; nothing is bought by it. */
export function AskMorePage({ visit, wishes }: AskMorePageProps) {
  const { say, formToken, preview, project } = visit;
  const wrong = wrongWith(visit, "title");
  return (
    <>
      <h1>{say("Ask for more")}</h1>
      <p>
        {project.role === "observer" && preview === null
          ? say("Whoever decides for you can ask for something beyond the plan.")
          : say(
              "Tell us what you would like beyond the plan. We answer with days and price, and you decide. Nothing changes before that.",
            )}
      </p>
      {preview === null && project.role === "approver" ? (
        <form method="post">
          <input type="hidden" name="form" value={formToken} />
          <div className="field">
            <label htmlFor="title">{say("In a few words")}</label>
            <input
              id="title"
              name="title"
              maxLength={240}
              defaultValue={typed(visit, "title")}
              aria-invalid={wrong ? true : undefined}
              aria-describedby={wrong ? "title-wrong" : undefined}
            />
            {wrong ? (
              <p className="wrong" id="title-wrong">
                {wrong}
              </p>
            ) : null}
          </div>
          <div className="field">
            <label htmlFor="words">{say("What it is for, and what matters to you")}</label>
            <textarea id="words" name="words" defaultValue={typed(visit, "words")} />
          </div>
          <button type="submit">{say("Send")}</button>
        </form>
      ) : null}
      {wishes.length > 0 ? (
        <section>
          <h2>{say("Asked so far")}</h2>
          <ul className="rows">
            {wishes.map((wish) => (
              <Wish key={wish.id} visit={visit} wish={wish} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Wish({ visit, wish }: { visit: Visit; wish: OwnWish }) {
  const { say, project } = visit;
  const { title, answer, state, createdAt, priceMinor, number } = wish;
  return (
    <li>
      <strong>{title}</strong>
      <p className="dim">
        <small>{say.moment(createdAt, project.zone)}</small>
      </p>
      <p>{standing(visit, wish)}</p>
      {answer ? <p style={{ whiteSpace: "pre-wrap" }}>{answer}</p> : null}
      {priceMinor ? <p>{say("Price: {price}", { price: say.money(priceMinor, project.currency) })}</p> : null}
      {state === "quoted" && number !== null ? (
        <p>
          <a href={portalHref(visit, "/decisions")}>{say("Look at it and decide")}</a>
        </p>
      ) : null}
    </li>
  );
}

function standing({ say }: Visit, { state }: OwnWish): string {
  switch (state) {
    case "quoted":
      return say("Days and price are there. It waits for your decision.");
    case "accepted":
      return say("Accepted: it is part of the plan now.");
    case "declined":
      return say("Not done. The plan stays as it is.");
    default:
      return say("We are working out what it means for days and price.");
  }
}
