import { useTitle } from "../lib/title.ts";
import { Page } from "../ui/page.tsx";
import { Setting } from "../ui/setting.tsx";
import { Passkeys } from "./passkeys.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

export function SecurityPage() {
  useTitle("Sign-in and security", "Settings");
  return (
    <Page title="Sign-in and security" lead="About your own sign-in. Nobody else sees this page." narrow>
      <Setting title="Password" affects="you: everywhere else you are signed out">
        <PasswordForm />
      </Setting>
      <Setting title="Second step" affects="you: a code from an app is asked for after the password">
        <SecondFactor />
      </Setting>
      <Setting title="Passkeys" affects="you: sign in with fingerprint, face or a key instead of a password">
        <Passkeys />
      </Setting>
      <Setting title="Where you are signed in" affects="the device that you sign out">
        <Sessions />
      </Setting>
    </Page>
  );
}
