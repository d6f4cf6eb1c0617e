import { windowText } from "../approvals/window-words.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import { AddedScope } from "./added-scope.page.tsx";
import type { AgreedSilence, ClientPlan } from "./client-plan.ts";
import { State } from "./glyph.page.tsx";
import {
  dateText,
  measureText,
  namesText,
  partTexts,
  paymentText,
  versionText,
  type WholePlan,
} from "./plan-words.ts";
import { Road } from "./road.page.tsx";
import { Unpublished } from "./unpublished.page.tsx";

interface PlanPageProps extends WholePlan {
  visit: Visit;
}

/** All that was agreed: why, what, by when, who, and what is left out. */
export function PlanPage({ visit, plan, version, silence, added }: PlanPageProps) {
  const { say } = visit;
  if (!plan) return <Unpublished visit={visit} title={say("Plan")} />;
  const { project } = plan.snapshot;
  return (
    <>
      <h1>{say("Plan of {project}", { project: project.name })}</h1>
      {version ? <p className="hint">{versionText(visit, version)}</p> : null}
      {project.outcome ? (
        <section aria-labelledby="outcome">
          <h2 id="outcome">{say("Outcome")}</h2>
          <Words text={project.outcome} />
        </section>
      ) : null}
      <Objectives visit={visit} plan={plan} />
      <Milestones visit={visit} plan={plan} />
      <Scope visit={visit} plan={plan} />
      <AddedScope visit={visit} added={added} />
      <People visit={visit} plan={plan} />
      {silence ? <Silence visit={visit} silence={silence} /> : null}
      <p className="screen">
        <a className="button plain" href={portalHref(visit, "/plan.pdf")}>
          {say("Keep it as PDF")}
        </a>
      </p>
    </>
  );
}

function Silence({ visit: { say }, silence }: { visit: Visit; silence: AgreedSilence }) {
  return (
    <section aria-labelledby="silence">
      <h2 id="silence">{say("If nobody answers")}</h2>
      <p>{windowText(say, silence)}</p>
    </section>
  );
}

interface PartProps {
  visit: Visit;
  plan: ClientPlan;
}

function Objectives({ visit, plan }: PartProps) {
  const { say } = visit;
  const { objectives } = plan.snapshot;
  if (objectives.length === 0) return null;
  return (
    <section aria-labelledby="objectives">
      <h2 id="objectives">{say("Objectives")}</h2>
      <ul className="rows">
        {objectives.map((objective) => (
          <li key={objective.id}>
            <strong>{objective.statement}</strong>
            {objective.clientReason ? <Words text={objective.clientReason} /> : null}
            <small className="dim">
              {[objective.measure, measureText(visit, objective)].filter((part) => part !== "").join(": ")}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Milestones({ visit, plan }: PartProps) {
  const { say } = visit;
  const { milestones, dropped } = plan;
  return (
    <section aria-labelledby="milestones">
      <h2 id="milestones">{say("Milestones")}</h2>
      {milestones.length > 0 ? <Road visit={visit} milestones={milestones} /> : null}
      <table>
        <caption className="skip">{say("Milestones")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("Milestone")}</th>
            <th scope="col">{say("Date")}</th>
            <th scope="col">{say("State")}</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <tr key={milestone.id}>
              <th scope="row">
                <a href={portalHref(visit, `/m/${milestone.number}`)}>
                  M{milestone.number} {milestone.title}
                </a>
                <small className="dim">{paymentText(visit, milestone, plan)}</small>
              </th>
              <td>{dateText(visit, milestone)}</td>
              <td>
                <State say={say} word={milestone.word} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {dropped.length > 0 ? (
        <p className="dim">
          {say("No longer part of the plan: {milestones}.", {
            milestones: dropped.map(({ number, title }) => `M${number} ${title}`).join(", "),
          })}
        </p>
      ) : null}
    </section>
  );
}

function Scope({ visit: { say }, plan }: PartProps) {
  const { scopeIn, scopeOut } = plan.snapshot.project;
  if (!scopeIn && !scopeOut) return null;
  return (
    <section aria-labelledby="scope">
      <h2 id="scope">{say("Scope")}</h2>
      {scopeIn ? (
        <>
          <h3>{say("Part of it")}</h3>
          <Words text={scopeIn} />
        </>
      ) : null}
      {scopeOut ? (
        <>
          <h3>{say("Not part of it")}</h3>
          <Words text={scopeOut} />
        </>
      ) : null}
    </section>
  );
}

/** Who leads, who is responsible for what, and who decides, by name. */
function People({ visit: { say }, plan }: PartProps) {
  const { names, milestones, snapshot } = plan;
  const lead = namesText(names, [snapshot.project.leadId]);
  const parts = milestones
    .map((milestone) => ({
      id: milestone.id,
      milestone: `M${milestone.number} ${milestone.title}`,
      owner: namesText(names, [milestone.ownerId]),
      decides: namesText(names, milestone.approverIds),
      lines: partTexts(names, milestone),
    }))
    .filter(({ owner, decides, lines }) => owner !== "" || decides !== "" || lines.length > 0);
  if (lead === "" && parts.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{say("Who does what")}</h2>
      {lead ? <p>{say("{name} leads the project.", { name: lead })}</p> : null}
      <ul className="rows">
        {parts.map(({ id, milestone, owner, decides, lines }) => (
          <li key={id}>
            {milestone}
            <small className="dim">
              {[
                owner ? say("Responsible: {name}", { name: owner }) : "",
                decides ? say("Decides: {name}", { name: decides }) : "",
              ]
                .filter((part) => part !== "")
                .join(" · ")}
            </small>
            {lines.map((line) => (
              <small key={line} className="dim">
                {line}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
