import { daysText, priceText } from "../approvals/price-text.ts";
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
  const { title, words, answer, createdAt, askedBy, number } = wish;
  const asked = say.moment(createdAt, project.zone);
  return (
    <li>
      <strong>{title}</strong>
      <p className="dim">
        <small>{askedBy ? `${askedBy}, ${asked}` : asked}</small>
      </p>
      {words ? <p className="lines">{words}</p> : null}
      <p>{standing(visit, wish)}</p>
      {answer ? <p className="said lines">{answer}</p> : null}
      {number === null ? null : (
        <>
          <p>{offerText(visit, wish)}</p>
          <p>
            <a className="row-link" href={portalHref(visit, `/decisions/${number}`)}>
              {isOpen(wish) ? say("Look at it and decide") : say("See the offer")}
            </a>
          </p>
        </>
      )}
    </li>
  );
}

function isOpen({ state, outcome, cancelledAt }: OwnWish): boolean {
  return state === "quoted" && outcome === null && cancelledAt === null;
}

function offerText({ say, project }: Visit, { days, priceMinor }: OwnWish): string {
  return `${daysText(say, days ?? 0)} · ${priceText(say, priceMinor ?? 0, project.currency)}`;
}

function standing({ say, project }: Visit, wish: OwnWish): string {
  const { state, outcome, number, answeredAt, answeredBy, answeredSide, planVersion } = wish;
  const when = answeredAt === null ? "" : say.moment(answeredAt, project.zone);
  const who = { name: answeredBy ?? say("Somebody"), when };
  if (state === "accepted")
    return planVersion === null
      ? say("Accepted by {name}, {when}: it is part of the plan now.", who)
      : say("Accepted by {name}, {when}: it is part of plan version {n}.", { ...who, n: planVersion });
  if (state === "declined" && answeredSide === "client")
    return say("Left by {name}, {when}: the plan stays as it is.", who);
  if (state === "declined") return say("Not done. The plan stays as it is.");
  if (isOpen(wish)) return say("Days and price are there. It waits for your decision.");
  if (state === "quoted" && outcome === "chosen") return say("Decided. It is carried out in a few minutes.");
  return number === null
    ? say("We are working out what it means for days and price.")
    : say("We are working out another offer.");
}
