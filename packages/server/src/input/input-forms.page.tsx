import type { ReactNode } from "react";
import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { ClientMilestoneView } from "../publications/client-snapshot.view.ts";

interface About {
  visit: Visit;
  milestoneId: string | null;
}

/** What was typed belongs to the form that was sent, not to the others on the page. */
function typedHere(
  { visit, milestoneId }: About,
  what: "comment" | "propose",
  field: string,
  otherwise = "",
) {
  const here = typed(visit, "do") === what && typed(visit, "milestone") === (milestoneId ?? "");
  return here
    ? { value: typed(visit, field), wrong: wrongWith(visit, field) }
    : { value: otherwise, wrong: undefined };
}

function Hidden({ visit, milestoneId }: About) {
  return (
    <>
      <input type="hidden" name="form" value={visit.formToken} />
      <input type="hidden" name="milestone" value={milestoneId ?? ""} />
    </>
  );
}

interface FieldProps {
  id: string;
  label: string;
  wrong: string | undefined;
  children: ReactNode;
}

function Field({ id, label, wrong, children }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong ? <p className="wrong">{wrong}</p> : null}
    </div>
  );
}

export function CommentForm({ visit, milestoneId }: About) {
  const { say } = visit;
  const id = `comment-${milestoneId ?? "plan"}`;
  const { value, wrong } = typedHere({ visit, milestoneId }, "comment", "comment");
  return (
    <form method="post">
      <Hidden visit={visit} milestoneId={milestoneId} />
      <Field id={id} label={say("Comment")} wrong={wrong}>
        <textarea
          id={id}
          name="comment"
          rows={2}
          defaultValue={value}
          aria-invalid={wrong ? true : undefined}
        />
      </Field>
      <button type="submit" className="plain" name="do" value="comment">
        {say("Send the comment")}
      </button>
    </form>
  );
}

export function ProposalForm({ visit, milestone }: { visit: Visit; milestone: ClientMilestoneView }) {
  const { say } = visit;
  const about = { visit, milestoneId: milestone.id };
  const before = {
    targetOn: milestone.targetOn ?? "",
    title: milestone.title,
    outcome: milestone.outcome,
    criteria: milestone.criteria.map(({ text }) => text).join("\n"),
  };
  return (
    <details open={typed(visit, "do") === "propose" && typed(visit, "milestone") === milestone.id}>
      <summary>{say("Propose something else")}</summary>
      <form method="post">
        <Hidden {...about} />
        <DateField about={about} label={say("Another date")} otherwise={before.targetOn} />
        <TextField about={about} name="title" label={say("Called otherwise")} otherwise={before.title} />
        <TextField
          about={about}
          name="outcome"
          label={say("Another outcome")}
          otherwise={before.outcome}
          rows={2}
        />
        <TextField
          about={about}
          name="criteria"
          label={say("Done when, one line each")}
          otherwise={before.criteria}
          rows={4}
        />
        <TextField about={about} name="why" label={say("Why?")} rows={2} />
        <button type="submit" className="plain" name="do" value="propose">
          {say("Send the proposal")}
        </button>
      </form>
    </details>
  );
}

/** A milestone that nobody has thought of yet. */
export function MoreForm({ visit }: { visit: Visit }) {
  const { say } = visit;
  const about = { visit, milestoneId: null };
  return (
    <details open={typed(visit, "do") === "propose" && typed(visit, "milestone") === ""}>
      <summary>{say("Propose one more milestone")}</summary>
      <form method="post">
        <Hidden {...about} />
        <TextField about={about} name="title" label={say("What it is called")} />
        <TextField about={about} name="outcome" label={say("What is there when it is reached")} rows={2} />
        <DateField about={about} label={say("By when")} />
        <TextField about={about} name="why" label={say("Why?")} rows={2} />
        <button type="submit" className="plain" name="do" value="propose">
          {say("Send the proposal")}
        </button>
      </form>
    </details>
  );
}

interface OneField {
  about: About;
  label: string;
  otherwise?: string;
}

function DateField({ about, label, otherwise = "" }: OneField) {
  const id = `targetOn-${about.milestoneId ?? "plan"}`;
  const { value, wrong } = typedHere(about, "propose", "targetOn", otherwise);
  return (
    <Field id={id} label={label} wrong={wrong}>
      <input
        id={id}
        name="targetOn"
        type="date"
        defaultValue={value}
        aria-invalid={wrong ? true : undefined}
      />
    </Field>
  );
}

function TextField({
  about,
  label,
  otherwise = "",
  name,
  rows = 0,
}: OneField & { name: string; rows?: number }) {
  const id = `${name}-${about.milestoneId ?? "plan"}`;
  const { value, wrong } = typedHere(about, "propose", name, otherwise);
  const invalid = wrong ? true : undefined;
  return (
    <Field id={id} label={label} wrong={wrong}>
      {rows > 0 ? (
        <textarea id={id} name={name} rows={rows} defaultValue={value} aria-invalid={invalid} />
      ) : (
        <input id={id} name={name} defaultValue={value} aria-invalid={invalid} />
      )}
    </Field>
  );
}
