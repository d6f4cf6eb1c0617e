import type { Say } from "../words/say.ts";
import { Plain } from "./door.page.tsx";

interface AccountDoorProps {
  say: Say;
  action: string;
  problem: string | null;
  sent: boolean;
  email: string;
}

/** A password, or a link by mail for who has none at hand. */
export function AccountDoorPage({ say, action, problem, sent, email }: AccountDoorProps) {
  return (
    <Plain say={say} title={say("Sign in")}>
      {problem ? (
        <p className="alert" role="alert">
          {problem}
        </p>
      ) : null}
      {sent ? (
        <p className="notice" role="status">
          {say("If this address is known here, a mail with your link is on its way.")}
        </p>
      ) : null}
      <form method="post" action={action}>
        <div className="field">
          <label htmlFor="email">{say("Your mail address")}</label>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={email}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{say("Password")}</label>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={200}
          />
        </div>
        <p>
          <button type="submit">{say("Sign in")}</button>
        </p>
        <h2>{say("No password, or not at hand?")}</h2>
        <div className="stack">
          <button type="submit" className="plain" name="mail" value="sign-in">
            {say("Mail me a link to sign in")}
          </button>
          <button type="submit" className="plain" name="mail" value="account">
            {say("Mail me a link to choose a password")}
          </button>
        </div>
      </form>
    </Plain>
  );
}
