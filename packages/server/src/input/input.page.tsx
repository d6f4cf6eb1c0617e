import type { Selectable } from "kysely";
import type { PortalProposals } from "../db/portal-schema.ts";
import type { Visit } from "../portal/visit.ts";
import type { ClientMilestoneView, ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import { Patch } from "./input.view.ts";
import { CommentForm, MoreForm, ProposalForm } from "./input-forms.page.tsx";
import type { AskedRound, Said } from "./input-page.store.ts";
import { patchText } from "./patch-words.ts";

type Proposal = Selectable<PortalProposals> & { author: string | null };

interface InputPageProps {
  visit: Visit;
  round: AskedRound;
  plan: ClientSnapshotView;
  said: readonly Said[];
  proposals: readonly Proposal[];
  names: ReadonlyMap<string, string>;
}

export function InputPage(props: InputPageProps) {
  const { visit, round, plan, said, proposals } = props;
  const { say, project, visitor, today } = visit;
  const day = say.day(round.deadlineOn, today);
  const open = round.closedAt === null && round.deadlineOn >= today && visit.link?.state === "open";
  const own = (milestoneId: string | null) => said.filter((one) => one.milestoneId === milestoneId);
  const proposed = (milestoneId: string | null) => proposals.filter((one) => one.milestoneId === milestoneId);
  return (
    <>
      <h1>{say("What do you think of the plan?")}</h1>
      {open ? (
        <p>{say("{asker} asks by {day}.", { asker: round.asker ?? project.workspaceName, day })}</p>
      ) : (
        <p className="notice">
          {say("The time for comments was over on {day}. What was said stays here to read.", { day })}
        </p>
      )}
      {visitor.side === "team" ? (
        <p className="notice">
          {say("What you write here stays with the team: the client does not read it.")}
        </p>
      ) : null}
      {round.words ? <p style={{ whiteSpace: "pre-wrap" }}>{round.words}</p> : null}
      <Goals visit={visit} plan={plan} />
      <h2>{say("Dates, and what each is")}</h2>
      {plan.milestones.map((milestone) => (
        <section key={milestone.id} id={`m-${milestone.id}`} className="panel">
          <MilestoneFacts {...props} milestone={milestone} />
          <Talk visit={visit} said={own(milestone.id)} proposals={proposed(milestone.id)} open={open} />
          {open ? (
            <>
              <CommentForm visit={visit} milestoneId={milestone.id} />
              <ProposalForm visit={visit} milestone={milestone} />
            </>
          ) : null}
        </section>
      ))}
      <section className="panel" id="plan">
        <h2 style={{ marginTop: 0 }}>{say("Anything else about the plan")}</h2>
        <Talk visit={visit} said={own(null)} proposals={proposed(null)} open={open} />
        {open ? (
          <>
            <CommentForm visit={visit} milestoneId={null} />
            <MoreForm visit={visit} />
          </>
        ) : null}
      </section>
      {open && round.doneAt === null ? (
        <form method="post" className="bar">
          <input type="hidden" name="form" value={visit.formToken} />
          <button type="submit" name="do" value="done">
            {say("I have said all I wanted to")}
          </button>
        </form>
      ) : null}
    </>
  );
}

function Goals({ visit, plan }: { visit: Visit; plan: ClientSnapshotView }) {
  const { say, today } = visit;
  const { outcome, scopeIn, scopeOut } = plan.project;
  return (
    <>
      {outcome ? <p>{outcome}</p> : null}
      {plan.objectives.length > 0 ? (
        <>
          <h2>{say("Goals")}</h2>
          <ul>
            {plan.objectives.map(
              ({ id, statement, clientReason, measure, unit, baseline, target, targetOn }) => (
                <li key={id}>
                  <strong>{statement}</strong>
                  {clientReason ? <div>{clientReason}</div> : null}
                  {measure ? (
                    <div className="dim">
                      {measure}
                      {baseline !== null && target !== null
                        ? ` ${say("from {from} to {to} {unit}", { from: baseline, to: target, unit })}`
                        : ""}
                      {targetOn ? ` ${say("by {day}", { day: say.day(targetOn, today) })}` : ""}
                    </div>
                  ) : null}
                </li>
              ),
            )}
          </ul>
        </>
      ) : null}
      {scopeIn || scopeOut ? (
        <dl className="facts">
          {scopeIn ? <Fact name={say("In scope")} value={scopeIn} /> : null}
          {scopeOut ? <Fact name={say("Out of scope")} value={scopeOut} /> : null}
        </dl>
      ) : null}
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ whiteSpace: "pre-wrap" }}>{value}</dd>
    </>
  );
}

function MilestoneFacts({
  visit,
  plan,
  names,
  milestone,
}: InputPageProps & { milestone: ClientMilestoneView }) {
  const { say, visitor, today } = visit;
  const { title, outcome, why, targetOn, criteria, ownerId, approverIds, priceMinor } = milestone;
  const deciders = approverIds.map((id) => names.get(id)).filter((name) => name !== undefined);
  return (
    <>
      <h3 style={{ marginTop: 0 }}>
        {title} · {targetOn ? say.day(targetOn, today) : say("no date yet")}
      </h3>
      {outcome ? <p>{outcome}</p> : null}
      {why ? <p className="dim">{why}</p> : null}
      {criteria.length > 0 ? (
        <>
          <p style={{ margin: 0 }}>{say("Done when")}</p>
          <ul>
            {criteria.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      <dl className="facts">
        {ownerId && names.get(ownerId) ? (
          <Fact name={say("Responsible")} value={names.get(ownerId) ?? ""} />
        ) : null}
        {deciders.length > 0 ? (
          <Fact
            name={approverIds.includes(visitor.personId) ? say("You decide") : say("Decides")}
            value={deciders.join(", ")}
          />
        ) : null}
        {priceMinor !== null ? (
          <Fact name={say("Payment")} value={say.money(priceMinor, plan.project.currency)} />
        ) : null}
      </dl>
    </>
  );
}

interface TalkProps {
  visit: Visit;
  said: readonly Said[];
  proposals: readonly Proposal[];
  open: boolean;
}

function Talk({ visit, said, proposals, open }: TalkProps) {
  const { say, project } = visit;
  return (
    <>
      {said.map(({ id, authorName, body, createdAt }) => (
        <div key={id} className="said">
          <small className="dim">
            {authorName ?? say("Team")}, {say.moment(createdAt, project.zone)}
          </small>
          <p>{body}</p>
        </div>
      ))}
      {proposals.map((proposal) => (
        <div key={proposal.id} className="said">
          <small className="dim">{say("{name} proposes", { name: proposal.author ?? "" })}</small>
          <p>{patchText(say, Patch.parse(proposal.patch))}</p>
          {proposal.words ? <p>{proposal.words}</p> : null}
          <p>
            <strong>{stateText(visit, proposal.state)}</strong>
            {proposal.answer ? ` – ${proposal.answer}` : ""}
          </p>
          {proposal.counter ? <p>{patchText(say, Patch.parse(proposal.counter))}</p> : null}
          {open && proposal.state === "countered" && proposal.personId === visit.visitor.personId ? (
            <form method="post">
              <input type="hidden" name="form" value={visit.formToken} />
              <input type="hidden" name="proposal" value={proposal.id} />
              <button type="submit" name="do" value="agree">
                {say("Fine with me")}
              </button>
            </form>
          ) : null}
        </div>
      ))}
    </>
  );
}

function stateText({ say }: Visit, state: string): string {
  switch (state) {
    case "accepted":
      return say("accepted");
    case "countered":
      return say("another proposal instead");
    case "declined":
      return say("not taken over");
    case "withdrawn":
      return say("taken back");
    default:
      return say("waiting for an answer");
  }
}
