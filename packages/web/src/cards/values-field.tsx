import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CardDetail } from "../lib/board-query.ts";
import { numberText, readNumber } from "../lib/field-values.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./card-view.module.css";
import { changeValue, type Value } from "./value-acts.ts";

/** The project's own fields, each by its kind. */
export function ValuesField({ card }: { card: CardDetail }) {
  if (card.values.length === 0) return null;
  return (
    <div className={classes.pair}>
      {card.values.map((value) => (
        <ValueField key={value.fieldId} card={card} value={value} />
      ))}
    </div>
  );
}

interface ValueProps {
  card: Pick<CardDetail, "id" | "projectId">;
  value: Value;
  onDone?: () => void;
}

/** One of them. */
export function ValueField(props: ValueProps) {
  const { kind } = props.value;
  if (kind === "choice" || kind === "checkbox") return <ChosenValue {...props} />;
  return <TypedValue {...props} />;
}

/** One click and it is written. */
function ChosenValue({ card, value, onDone }: ValueProps) {
  const client = useQueryClient();
  const put = (next: string) => {
    changeValue(client, card, value, next).then(onDone, (error) => sayProblem(error));
  };
  if (value.kind === "checkbox")
    return (
      <Checkbox
        className={classes.tick}
        label={value.name}
        checked={value.value === "yes"}
        onChange={(event) => put(event.currentTarget.checked ? "yes" : "no")}
      />
    );
  const old = value.value !== null && !value.choices.includes(value.value) ? [value.value] : [];
  return (
    <NativeSelect
      label={value.name}
      data={[
        { value: "", label: "–" },
        ...value.choices.map((word) => ({ value: word, label: word })),
        ...old.map((word) => ({ value: word, label: `${word} (not offered any more)` })),
      ]}
      value={value.value ?? ""}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

/** Written when the field is left or Enter is pressed; Escape takes back what was typed. */
function TypedValue({ card, value, onDone }: ValueProps) {
  const client = useQueryClient();
  const { kind, name } = value;
  const stored = value.value ?? "";
  const shown = kind === "number" ? numberText(stored, { grouped: false }) : stored;
  const [text, setText] = useState(shown);
  const [before, setBefore] = useState(shown);
  // Somebody else's word is shown at once, but never over what is being typed.
  if (before !== shown) {
    setBefore(shown);
    if (text === before) setText(shown);
  }
  const [wrong, setWrong] = useState<string | null>(null);
  const { submit, problem, field, clear } = useSubmit(async () => {
    const typed = text.trim();
    const next = kind === "number" && typed !== "" && typed !== shown ? readNumber(typed) : typed;
    if (next === null) return setWrong(`Write a number, such as ${numberText("1250.5")}.`);
    setWrong(null);
    if (typed !== shown && next !== stored) await changeValue(client, card, value, next);
    setText(kind === "number" ? numberText(next, { grouped: false }) : next);
  });
  const isDay = kind === "date" && (stored === "" || /^\d{4}-\d{2}-\d{2}$/.test(stored));
  return (
    <div>
      <TextInput
        data-autofocus
        label={name}
        type={isDay ? "date" : "text"}
        value={text}
        error={wrong ?? field("value")}
        maxLength={2_000}
        {...(kind === "number" ? { inputMode: "decimal" as const } : {})}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => void submit()}
        onKeyDown={(event) => {
          if (event.key === "Enter") void submit().then((done) => done && onDone?.());
          if (event.key !== "Escape" || text === shown) return;
          event.stopPropagation();
          setText(shown);
          setWrong(null);
          clear();
        }}
      />
      <Refusal problem={field("value") ? null : problem} />
    </div>
  );
}
