import type { ReactNode } from "react";

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

interface FieldProps {
  state: FormState;
  name: string;
  label: string;
  type?: "text" | "email" | "password" | "time";
  autoComplete: string;
  hint?: string;
  required?: boolean;
  inputMode?: "numeric" | "email";
  value?: string;
}

export function Field({
  state,
  name,
  label,
  type = "text",
  autoComplete,
  hint,
  required = true,
  inputMode,
  value,
}: FieldProps) {
  const wrong = state.errors[name];
  const described = [wrong ? `${name}-wrong` : "", hint ? `${name}-hint` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        required={required}
        defaultValue={type === "password" ? undefined : (state.values[name] ?? value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      />
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
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
        <p className="alert" role="alert">
          {state.message}
        </p>
      ) : null}
      <input type="hidden" name="form" value={state.formToken} />
      {children}
      <button type="submit">{submit}</button>
    </form>
  );
}
