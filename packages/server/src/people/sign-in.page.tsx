import { CODE, Fields, Form, type FormState } from "./sign-in-field.page.tsx";
import { Frame, Notice } from "./sign-in-frame.page.tsx";

export function SignInPage({
  state,
  next,
  notice,
}: {
  state: FormState;
  next: string;
  notice: string | null;
}) {
  return (
    <Frame title="Sign in" script>
      {notice ? <Notice>{notice}</Notice> : null}
      <Form state={state} action="/signin" submit="Sign in">
        <input type="hidden" name="next" value={next} />
        <Fields
          state={state}
          of={[
            { name: "email", label: "Mail address", type: "email", autoComplete: "username webauthn" },
            { name: "password", label: "Password", type: "password", autoComplete: "current-password" },
          ]}
        />
      </Form>
      <button type="button" className="plain" id="passkey" data-next={next} hidden>
        Sign in with a passkey
      </button>
      <p className="wrong" id="passkey-wrong" role="alert" hidden />
      <p>
        <a href="/reset">Forgot your password?</a>
      </p>
    </Frame>
  );
}

export function CodePage({ state, next }: { state: FormState; next: string }) {
  return (
    <Frame title="One more step" script>
      <Form state={state} action="/signin/code" submit="Continue">
        <input type="hidden" name="next" value={next} />
        <Fields state={state} of={[CODE]} />
      </Form>
      <p>
        <a href="/signin">Start again</a>
      </p>
    </Frame>
  );
}
