import { isPreviewable } from "../files/media-type.ts";
import { civilDate } from "../kit/clock.ts";
import type { Visit } from "../portal/visit.ts";
import type { ApprovalSnapshotView } from "./approval-snapshot.view.ts";
import { ChangeContent } from "./change-content.page.tsx";
import type { PinnedFile } from "./decision-read.store.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { PlanContent } from "./plan-content.page.tsx";
import { roundChanges } from "./round-changes.ts";
import { windowHere } from "./window-words.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** All of the frozen snapshot, nothing else: the hash that the buttons post is the hash of this. */
export function DecisionContent({ visit, view }: Props) {
  const { say } = visit;
  const { request, snapshot, files } = view;
  return (
    <>
      {files.map((file, index) => (
        <Pinned
          key={file.id}
          visit={visit}
          file={file}
          href={placeOf(visit, request.number, `/file/${file.id}`)}
          count={files.length > 1 ? `${index + 1}/${files.length}` : ""}
        />
      ))}
      {snapshot.milestone ? <Milestone visit={visit} snapshot={snapshot} /> : null}
      {snapshot.change ? <ChangeContent visit={visit} snapshot={snapshot} change={snapshot.change} /> : null}
      {snapshot.plan ? <PlanContent visit={visit} plan={snapshot.plan.snapshot} /> : null}
      <Changed visit={visit} view={view} />
      <Consequences visit={visit} view={view} />
      <Silence visit={visit} view={view} />
      <p className="dim fingerprint">
        {say("Fingerprint of this version")}: <span>{request.hash.slice(0, 16)}</span>
      </p>
    </>
  );
}

function Pinned({
  visit,
  file,
  href,
  count,
}: {
  visit: Visit;
  file: PinnedFile;
  href: string;
  count: string;
}) {
  const { say } = visit;
  const isPicture = isPreviewable(file.mediaType) && file.mediaType.startsWith("image/");
  return (
    <figure className="picture">
      {isPicture ? (
        <a href={href}>
          <img src={href} alt={say("Picture of {name}", { name: file.name })} loading="lazy" />
        </a>
      ) : null}
      <figcaption className="dim">
        <a href={`${href}?save=1`}>{file.name}</a> · {bytesText(file.bytes)} {count}
      </figcaption>
    </figure>
  );
}

function bytesText(bytes: number): string {
  return bytes < 1_048_576
    ? `${Math.max(1, Math.round(bytes / 1_024))} KB`
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function Milestone({ visit, snapshot }: { visit: Visit; snapshot: ApprovalSnapshotView }) {
  const { say, today } = visit;
  const { milestone, project } = snapshot;
  if (!milestone) return null;
  return (
    <>
      <dl className="facts">
        {milestone.title === snapshot.title ? null : (
          <>
            <dt>{say("Milestone")}</dt>
            <dd>{milestone.title}</dd>
          </>
        )}
        {milestone.outcome ? (
          <>
            <dt>{say("Outcome")}</dt>
            <dd>{milestone.outcome}</dd>
          </>
        ) : null}
        {milestone.why ? (
          <>
            <dt>{say("Why")}</dt>
            <dd>{milestone.why}</dd>
          </>
        ) : null}
        {milestone.targetOn ? (
          <>
            <dt>{say("Date")}</dt>
            <dd>{say.day(milestone.targetOn, today)}</dd>
          </>
        ) : null}
        {milestone.priceMinor === null ? null : (
          <>
            <dt>{say("Price")}</dt>
            <dd>{say.money(milestone.priceMinor, project.currency)}</dd>
          </>
        )}
      </dl>
      {milestone.criteria.length > 0 ? (
        <>
          <h2>{say("Done when")}</h2>
          <ul className="checks">
            {milestone.criteria.map(({ id, text, answer }) => (
              <li key={id}>
                <span aria-hidden="true">{answer === "met" ? "☑" : answer === "not_met" ? "☒" : "☐"} </span>
                {text}
                {answer === null ? null : (
                  <span className="dim"> ({answer === "met" ? say("done") : say("not met")})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Changed({ visit, view }: Props) {
  const { say } = visit;
  const { snapshot, before } = view;
  const lines = before ? roundChanges(say, before, snapshot) : [];
  if (!snapshot.changed && lines.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say("Changed since version {n}", { n: snapshot.round - 1 })}</h2>
      {snapshot.changed ? <p className="lines">{snapshot.changed}</p> : null}
      <ul>
        {lines.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

function Consequences({ visit, view }: Props) {
  const lines = consequences(visit, view.snapshot);
  if (lines.length === 0) return null;
  return (
    <section className="panel">
      <h2>{view.request.kind === "change" ? visit.say("If you accept") : visit.say("If approved")}</h2>
      <ul>
        {lines.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

/** What was agreed for the case that nobody answers. */
function Silence({ visit, view }: Props) {
  const { say, project, today } = visit;
  const { acceptance } = view.snapshot;
  if (!acceptance) return null;
  const askedOn = say.day(civilDate(view.request.opensAt, project.zone), today);
  return <p>{windowHere(say, acceptance, askedOn)}</p>;
}

export function consequences(
  { say }: Visit,
  { kind, consequence, milestone, project }: ApprovalSnapshotView,
): string[] {
  const price = kind === "completion" ? (milestone?.priceMinor ?? null) : null;
  return [
    ...(consequence ? [consequence] : []),
    ...(kind === "completion" ? [say("The milestone counts as reached.")] : []),
    ...(kind === "definition" ? [say("The milestone counts as agreed.")] : []),
    ...(kind === "plan" ? [say("The plan counts as agreed.")] : []),
    ...(kind === "change" ? [say("It becomes part of the plan, as its next version.")] : []),
    ...(price === null ? [] : [say("{price} becomes due.", { price: say.money(price, project.currency) })]),
  ];
}
