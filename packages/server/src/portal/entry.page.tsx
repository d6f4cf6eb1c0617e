import { PASSWORD_LENGTH } from "../kit/fields.ts";
import { wrongWith } from "./portal-page.ts";
import type { Visit } from "./visit.ts";

export function SignInPage({ visit }: { visit: Visit }) {
  const { say, visitor, project, formToken } = visit;
  return (
    <>
      <h1>{say("Sign in to {project}", { project: project.name })}</h1>
      <p>{say("You sign in as {name}.", { name: visitor.name })}</p>
      <form method="post">
        <input type="hidden" name="form" value={formToken} />
        <button type="submit">{say("Sign in")}</button>
      </form>
    </>
  );
}

export function PasswordPage({ visit }: { visit: Visit }) {
  const { say, visitor, project, formToken } = visit;
  const wrong = wrongWith(visit, "password");
  return (
    <>
      <h1>{say("Choose a password for {project}", { project: project.name })}</h1>
      <p>
        {say("It is for {name}, with {address}. You are signed out on every other device.", {
          name: visitor.name,
          address: visitor.email,
        })}
      </p>
      <form method="post">
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" autoComplete="username" value={visitor.email} readOnly />
        <div className="field">
          <label htmlFor="password">{say("New password")}</label>
          <p className="hint" id="password-hint">
            {say("At least {n} characters.", { n: PASSWORD_LENGTH })}
          </p>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={PASSWORD_LENGTH}
            maxLength={200}
            aria-describedby="password-hint"
            aria-invalid={wrong ? true : undefined}
          />
          {wrong ? <p className="wrong">{wrong}</p> : null}
        </div>
        <button type="submit">{say("Save the password")}</button>
      </form>
    </>
  );
}
