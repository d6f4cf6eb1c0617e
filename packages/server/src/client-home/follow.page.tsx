import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { Message } from "../words/say.ts";

/** Whoever decides can let a colleague read along. */
export function Follow({ visit }: { visit: Visit }) {
  const { say, formToken, project, preview } = visit;
  if (project.role !== "approver") return null;
  const again = typed(visit, "do") === "invite";
  return (
    <section id="follow">
      <details open={again}>
        <summary>{say("Somebody else should follow this?")}</summary>
        <p>{say("They get a mail with a link of their own and read along. They cannot decide.")}</p>
        <form method="post">
          <input type="hidden" name="form" value={formToken} />
          <Field visit={visit} name="name" label="Their name" type="text" />
          <Field visit={visit} name="email" label="Their mail address" type="email" />
          <button type="submit" className="plain" name="do" value="invite" disabled={preview !== null}>
            {say("Send them a link")}
          </button>
        </form>
      </details>
    </section>
  );
}

interface FieldProps {
  visit: Visit;
  name: "name" | "email";
  label: Message;
  type: string;
}

function Field({ visit, name, label, type }: FieldProps) {
  const wrong = wrongWith(visit, name);
  return (
    <div className="field">
      <label htmlFor={`follow-${name}`}>{visit.say(label)}</label>
      <input
        id={`follow-${name}`}
        name={name}
        type={type}
        autoComplete="off"
        required
        maxLength={name === "name" ? 120 : 254}
        defaultValue={typed(visit, name)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `follow-${name}-wrong` : undefined}
      />
      {wrong ? (
        <p className="wrong" id={`follow-${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}
