import type { Visit } from "../portal/visit.ts";
import type { ApprovalSnapshotView, FrozenChangeView } from "./approval-snapshot.view.ts";
import { daysText, priceText } from "./price-text.ts";

interface Props {
  visit: Visit;
  snapshot: ApprovalSnapshotView;
  change: FrozenChangeView;
}

/** What was asked for, what is offered, and what it does to dates and price. */
export function ChangeContent({ visit, snapshot, change }: Props) {
  const { say } = visit;
  const { words, offer, milestone, dates, priceMinor } = change;
  const days = dates.reduce((most, one) => Math.max(most, one.days), 0);
  return (
    <>
      <p className="ask">
        {daysText(say, days)} · {priceText(say, priceMinor, snapshot.project.currency)}
      </p>
      {words ? (
        <section>
          <h2>{say("What you asked for")}</h2>
          <p className="lines">{words}</p>
        </section>
      ) : null}
      {offer || milestone ? (
        <section>
          <h2>{say("What it adds")}</h2>
          {offer ? <p className="lines">{offer}</p> : null}
          {milestone ? (
            <p className="dim">
              {say("It belongs to {milestone}.", { milestone: `M${milestone.number} ${milestone.title}` })}
            </p>
          ) : null}
        </section>
      ) : null}
      <ChangeCost visit={visit} snapshot={snapshot} change={change} />
    </>
  );
}

/** Each date before and after, and the price with what all of it comes to. */
export function ChangeCost({ visit, snapshot, change }: Props) {
  const { say } = visit;
  const { priceMinor, totalMinor } = change;
  const { currency } = snapshot.project;
  return (
    <>
      <h2>{say("Dates")}</h2>
      <Dates visit={visit} change={change} />
      <h2>{say("Price")}</h2>
      <p>
        <strong>{priceText(say, priceMinor, currency)}</strong>
        {totalMinor === null ? null : (
          <>
            <br />
            <span className="dim">
              {say("All of the plan together then: {price}", { price: say.money(totalMinor, currency) })}
            </span>
          </>
        )}
      </p>
    </>
  );
}

function Dates({ visit: { say, today }, change: { dates } }: Pick<Props, "visit" | "change">) {
  if (dates.length === 0) return <p>{say("No date changes.")}</p>;
  return (
    <ul className="rows">
      {dates.map(({ milestoneId, number, title, before, after, days }) => (
        <li key={milestoneId}>
          <strong>
            M{number} {title}
          </strong>
          <br />
          <span className="dim">{say.day(before, today)} → </span>
          {say.day(after, today)}
          <small className="dim">{daysText(say, days)}</small>
        </li>
      ))}
    </ul>
  );
}
