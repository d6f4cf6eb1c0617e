import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { inWords } from "../lib/problem.ts";
import { useSubmit } from "../lib/use-submit.ts";

interface TextCellProps extends Pick<TextInputProps, "placeholder" | "w" | "inputMode" | "size"> {
  /** Its name; the line around it says it to the eye, unless it is `labelled`. */
  label: string;
  labelled?: boolean;
  value: string;
  /** An emptied field goes back to what stood there. */
  required?: boolean;
  maxLength?: number;
  /** Why what was typed cannot be; null where it can. */
  check?: (typed: string) => string | null;
  onSave: (typed: string) => Promise<unknown>;
}

/** A field in a line or a table that is saved when it is left or by Enter; Escape takes back what was typed, a refusal keeps it. */
export function TextCell({
  label,
  labelled = false,
  value,
  required = false,
  maxLength = 200,
  check = () => null,
  onSave,
  ...look
}: TextCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const leave = () => {
    setTyped(null);
    setRefused(null);
  };
  const { submit } = useSubmit(async (next: string) => {
    try {
      await onSave(next);
      leave();
    } catch (error) {
      setRefused(inWords(error).message);
    }
  });
  const save = () => {
    const next = typed?.trim() ?? value;
    if (next === value || (required && next === "")) return leave();
    const why = check(next);
    if (why === null) void submit(next);
    else setRefused(why);
  };
  return (
    <TextInput
      {...look}
      style={{ flex: 1, minWidth: 0 }}
      {...(labelled ? { label } : { "aria-label": label })}
      maxLength={maxLength}
      value={typed ?? value}
      error={refused}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          save();
        }
        if (event.key !== "Escape" || typed === null) return;
        event.stopPropagation();
        leave();
      }}
    />
  );
}
