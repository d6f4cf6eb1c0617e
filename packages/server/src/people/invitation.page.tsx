import { CODE, Fields, Form, type FormState, newPassword } from "./sign-in-field.page.tsx";
import { Frame } from "./sign-in-frame.page.tsx";

const NAME = { name: "name", label: "Your name", autoComplete: "name" };
const PASSWORD = {
  name: "password",
  label: "Password",
  type: "password",
  autoComplete: "current-password",
} as const;

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
    <Frame title={`Join ${workspace}`} script>
      <p className="dim">
        {known ? `Enter the password of ${email} to join.` : `You will sign in with ${email}.`}
      </p>
      <Form state={state} action={`/invitation/${token}`} submit="Join">
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Fields
          state={state}
          of={known ? [PASSWORD, ...(codeNeeded ? [CODE] : [])] : [NAME, newPassword()]}
        />
      </Form>
    </Frame>
  );
}
