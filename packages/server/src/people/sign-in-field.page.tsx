import type { ReactNode } from "react";
import { PASSWORD_LENGTH } from "../kit/fields.ts";

const MESSAGE_ID = "message";

/** What a form shows again after it was refused: the text that was typed, and what is wrong with it. */
export interface FormState {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** Said above the form; for what belongs to no single field. */
  message: string | null;
  /** Id of the problem behind the message. */
  problem: string | null;
  formToken: string;
}

interface FieldWish {
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "time";
  autoComplete: string;
  hint?: string;
  value?: string;
}

/** Fields in a column; the cursor stands in the first that is wrong, else in the first that is empty. */
export function Fields({ state, of }: { state: FormState; of: readonly FieldWish[] }) {
  const { errors, values } = state;
  const first =
    of.find(({ name }) => errors[name]) ?? (hasErrors(state) ? null : of.find(({ name }) => !values[name]));
  return of.map((field) => (
    <Field key={field.name} state={state} {...field} isFirst={field.name === first?.name} />
  ));
}

function hasErrors({ errors }: FormState): boolean {
  return Object.keys(errors).length > 0;
}

interface FieldProps extends FieldWish {
  state: FormState;
  /** Where the cursor stands. */
  isFirst?: boolean;
}

export function Field({
  state,
  name,
  label,
  type = "text",
  autoComplete,
  hint,
  value,
  isFirst = false,
}: FieldProps) {
  const wrong = state.errors[name];
  const lost = autoComplete === "new-password" && state.values.form !== undefined && !wrong;
  const about = [
    wrong ? `${name}-wrong` : null,
    hint ? `${name}-hint` : null,
    isFirst && state.message ? MESSAGE_ID : null,
  ];
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        required
        minLength={autoComplete === "new-password" ? PASSWORD_LENGTH : undefined}
        data-first={isFirst ? "" : undefined}
        defaultValue={type === "password" ? undefined : (state.values[name] ?? value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={about.filter(Boolean).join(" ") || undefined}
      />
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {lost ? "Type it once more: passwords are never sent back." : hint}
        </p>
      ) : null}
      {wrong ? (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

interface FormProps {
  state: FormState;
  action: string;
  submit: string;
  children: ReactNode;
}

export function Form({ state, action, submit, children }: FormProps) {
  return (
    <form method="post" action={action}>
      {state.message ? (
        <p className="alert" role="alert" id={MESSAGE_ID}>
          {state.message}
        </p>
      ) : null}
      <input type="hidden" name="form" value={state.formToken} />
      {children}
      <button type="submit">{submit}</button>
    </form>
  );
}

/** A password that somebody chooses. */
export function newPassword(label = "Password"): FieldWish {
  return {
    name: "password",
    label,
    type: "password",
    autoComplete: "new-password",
    hint: `At least ${PASSWORD_LENGTH} characters. A few words are fine.`,
  };
}

/** The second step of somebody who has one. */
export const CODE: FieldWish = {
  name: "totp",
  label: "Code",
  autoComplete: "one-time-code",
  hint: "Six digits from your authenticator app, or one of your backup codes.",
};
