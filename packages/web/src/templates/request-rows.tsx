import { ActionIcon, Button, NumberInput, Select, Text, Textarea, TextInput } from "@mantine/core";
import type { Template } from "@milepost/planning";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { ChoiceSelect } from "../ui/choice-select.tsx";
import { placed } from "../ui/pasted-lines.tsx";
import { REQUEST_KINDS } from "../ui/request-kinds.ts";
import classes from "./request-rows.module.css";
import { NO_REQUEST, type RequestWords } from "./request-words.ts";

interface RequestRowsProps {
  plan: Template;
  rows: readonly RequestWords[];
  onChange: (rows: RequestWords[]) => void;
}

/** As many as a milestone holds. */
const MOST = 50;

/** What a client is asked for, held up by this milestone. An empty title takes its row away when it is saved. */
export function RequestRows({ plan, rows, onChange }: RequestRowsProps) {
  const [focused, setFocused] = useState<number | null>(null);
  const change = (place: number, part: Partial<RequestWords>) =>
    onChange(rows.map((row, n) => (n === place ? { ...row, ...part } : row)));
  const add = () => {
    setFocused(rows.length);
    onChange([...rows, NO_REQUEST]);
  };
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.legend}>Asked of the client</legend>
      <Text size="sm" c="dimmed">
        Each waits as a draft in a project of a client; this milestone is held up until it is answered.
      </Text>
      {placed(rows).map(({ place, ...row }) => (
        <RequestRow
          key={place}
          n={place + 1}
          plan={plan}
          row={row}
          autoFocus={focused === place}
          onChange={(part) => change(place, part)}
          onRemove={() => onChange(rows.filter((_row, n) => n !== place))}
        />
      ))}
      {rows.length < MOST ? (
        <Button mt="xs" size="compact-md" variant="default" onClick={add}>
          Add a request
        </Button>
      ) : null}
    </fieldset>
  );
}

interface RequestRowProps {
  n: number;
  plan: Template;
  row: RequestWords;
  autoFocus: boolean;
  onChange: (part: Partial<RequestWords>) => void;
  onRemove: () => void;
}

function RequestRow({ n, plan: { roles }, row, autoFocus, onChange, onRemove }: RequestRowProps) {
  return (
    <fieldset className={classes.row} aria-label={`Request ${n}`}>
      <TextInput
        className={classes.title}
        aria-label={`Request ${n}`}
        placeholder="What you need, such as: Photos of the shop"
        maxLength={240}
        autoFocus={autoFocus}
        value={row.title}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`Remove request ${n}`}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
      <ChoiceSelect
        label="Kind"
        choices={REQUEST_KINDS}
        value={row.kind}
        onChange={(kind) => onChange({ kind: kind ?? row.kind })}
      />
      <Select
        label="Asked of"
        placeholder="Said in the project"
        clearable
        data={roles
          .filter(({ side }) => side === "client")
          .map(({ key, name }) => ({ value: key, label: name }))}
        value={row.roleKey}
        onChange={(roleKey) => onChange({ roleKey })}
      />
      <NumberInput
        label="Working days before the target"
        placeholder="No day"
        min={-365}
        max={365}
        allowDecimal={false}
        value={row.daysBefore}
        onChange={(daysBefore) => onChange({ daysBefore })}
      />
      <Textarea
        className={classes.words}
        label="Why"
        placeholder="The client reads this"
        autosize
        minRows={1}
        maxRows={8}
        maxLength={5000}
        value={row.why}
        onChange={({ currentTarget }) => onChange({ why: currentTarget.value })}
      />
      {row.kind === "answers" ? (
        <Textarea
          className={classes.words}
          label="Questions"
          description="One line each; a list can be pasted"
          autosize
          minRows={2}
          maxRows={12}
          value={row.questions}
          onChange={({ currentTarget }) => onChange({ questions: currentTarget.value })}
        />
      ) : null}
    </fieldset>
  );
}
