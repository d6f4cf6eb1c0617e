import { Field, Form, type FormState } from "./sign-in-field.page.tsx";
import { Frame, Notice } from "./sign-in-frame.page.tsx";

export function AskResetPage({ state, mailConfigured }: { state: FormState; mailConfigured: boolean }) {
  return (
    <Frame title="Forgot your password?">
      {mailConfigured ? null : (
        <Notice>
          This Milepost has no mail server. Whoever runs it can make a link: milepost user reset-password.
        </Notice>
      )}
      <p className="dim">We mail you a link to choose a new one. It works once, within an hour.</p>
      <Form state={state} action="/reset" submit="Mail me a link">
        <Field state={state} name="email" label="Mail address" type="email" autoComplete="username" />
      </Form>
      <p>
        <a href="/signin">Back to sign-in</a>
      </p>
    </Frame>
  );
}

export function ResetAskedPage() {
  return (
    <Frame title="Look at your mail">
      <p>If this address is known here, a mail with a link is on its way.</p>
      <p>
        <a href="/signin">Back to sign-in</a>
      </p>
    </Frame>
  );
}

export function ResetPage({ state, token, email }: { state: FormState; token: string; email: string }) {
  return (
    <Frame title="Choose a new password">
      <p className="dim">For {email}. You will be signed out everywhere.</p>
      <Form state={state} action={`/reset/${token}`} submit="Save the password">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Field
          state={state}
          name="password"
          label="New password"
          type="password"
          autoComplete="new-password"
          hint="At least 10 characters. A few words are fine."
        />
      </Form>
    </Frame>
  );
}

/** For every link that does not open any more, whatever the reason. */
export function GonePage({ detail, reset }: { detail: string; reset: boolean }) {
  return (
    <Frame title="This link is no longer valid">
      <p>{detail}</p>
      {reset ? (
        <p>
          <a href="/reset">Ask for a new link</a>
        </p>
      ) : (
        <p className="dim">Ask whoever invited you for a new one.</p>
      )}
      <p>
        <a href="/signin">Sign in</a>
      </p>
    </Frame>
  );
}
