import { Fields, Form, type FormState, newPassword } from "./sign-in-field.page.tsx";
import { Frame } from "./sign-in-frame.page.tsx";

export function AskResetPage({ state }: { state: FormState }) {
  return (
    <Frame title="Forgot your password?" script>
      <p className="dim">We mail you a link to choose a new one. It works once, within an hour.</p>
      <Form state={state} action="/reset" submit="Mail me a link">
        <Fields
          state={state}
          of={[{ name: "email", label: "Mail address", type: "email", autoComplete: "username" }]}
        />
      </Form>
      <BackToSignIn />
    </Frame>
  );
}

/** Without a mail server no form pretends to send anything. */
export function NoMailPage() {
  return (
    <Frame title="Forgot your password?">
      <p>This Milepost sends no mail, so ask whoever runs it for a link to choose a new password.</p>
      <p className="dim">
        They make one with <code>milepost user reset-password</code> and your mail address. It works once,
        within an hour.
      </p>
      <BackToSignIn />
    </Frame>
  );
}

export function ResetAskedPage() {
  return (
    <Frame title="Look at your mail">
      <p>If this address is known here, a mail with a link is on its way.</p>
      <p className="dim">
        Nothing came after some minutes? Look into the spam folder, and whether it is the address you sign in
        with.
      </p>
      <BackToSignIn />
    </Frame>
  );
}

export function ResetPage({ state, token, email }: { state: FormState; token: string; email: string }) {
  return (
    <Frame title="Choose a new password" script>
      <p className="dim">
        For <b>{email}</b>. You will be signed out everywhere.
      </p>
      <Form state={state} action={`/reset/${token}`} submit="Save the password">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Fields state={state} of={[newPassword("New password")]} />
      </Form>
    </Frame>
  );
}

/** For every link that does not open any more, whatever the reason. */
export function GonePage({ detail, reset }: { detail: string; reset: boolean }) {
  return (
    <Frame title="This link is no longer valid">
      <p>{detail}</p>
      {reset ? null : <p className="dim">Ask whoever invited you for a new one.</p>}
      <p className="ways">
        {reset ? <a href="/reset">Ask for a new link</a> : null}
        <a href="/signin">Sign in</a>
      </p>
    </Frame>
  );
}

function BackToSignIn() {
  return (
    <p>
      <a href="/signin">Back to sign-in</a>
    </p>
  );
}
