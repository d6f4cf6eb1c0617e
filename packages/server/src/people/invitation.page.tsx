import { Field, Form, type FormState } from "./sign-in-field.page.tsx";
import { Frame } from "./sign-in-frame.page.tsx";

interface InvitationPageProps {
  state: FormState;
  token: string;
  invitation: { email: string; workspace: string; known: boolean };
  /** The person's sign-in asks for a code as well. */
  codeNeeded: boolean;
}

export function InvitationPage({ state, token, invitation, codeNeeded }: InvitationPageProps) {
  const { email, workspace, known } = invitation;
  return (
    <Frame title={`Join ${workspace}`}>
      <p className="dim">
        {known ? `Enter the password of ${email} to join.` : `You will sign in with ${email}.`}
      </p>
      <Form state={state} action={`/invitation/${token}`} submit="Join">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        {known ? null : <Field state={state} name="name" label="Your name" autoComplete="name" />}
        <Field
          state={state}
          name="password"
          label="Password"
          type="password"
          autoComplete={known ? "current-password" : "new-password"}
          {...(known ? {} : { hint: "At least 10 characters. A few words are fine." })}
        />
        {codeNeeded ? <Field state={state} name="totp" label="Code" autoComplete="one-time-code" /> : null}
      </Form>
    </Frame>
  );
}
