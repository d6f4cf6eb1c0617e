import { ActionIcon, Button, Select, Text, TextInput } from "@mantine/core";
import type { Template } from "@milepost/planning";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { ESTIMATE_PARTS } from "../lib/estimate-texts.ts";
import { placed } from "../ui/pasted-lines.tsx";
import classes from "./activity-rows.module.css";
import type { ActivityWords } from "./milestone-words.ts";

interface ActivityRowsProps {
  plan: Template;
  rows: readonly ActivityWords[];
  onChange: (rows: ActivityWords[]) => void;
}

const BLANK: ActivityWords = {
  title: "",
  low: "",
  likely: "",
  high: "",
  roleKey: null,
  procedureKey: null,
};

/** The activities of a milestone: each becomes a card. An empty title takes its row away when it is saved. */
export function ActivityRows({ plan, rows, onChange }: ActivityRowsProps) {
  const [focused, setFocused] = useState<number | null>(null);
  const change = (place: number, part: Partial<ActivityWords>) =>
    onChange(rows.map((row, n) => (n === place ? { ...row, ...part } : row)));
  const add = () => {
    setFocused(rows.length);
    onChange([...rows, BLANK]);
  };
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.legend}>Activities</legend>
      <Text size="sm" c="dimmed">
        Each becomes a card. Effort as hours, such as 4h or 30m.
      </Text>
      {placed(rows).map(({ place, ...row }) => (
        <ActivityRow
          key={place}
          n={place + 1}
          plan={plan}
          row={row}
          autoFocus={focused === place}
          onChange={(part) => change(place, part)}
          onRemove={() => onChange(rows.filter((_row, n) => n !== place))}
        />
      ))}
      <Button mt="xs" size="compact-md" variant="default" onClick={add}>
        Add an activity
      </Button>
    </fieldset>
  );
}

interface ActivityRowProps {
  n: number;
  plan: Template;
  row: ActivityWords;
  autoFocus: boolean;
  onChange: (part: Partial<ActivityWords>) => void;
  onRemove: () => void;
}

function ActivityRow({
  n,
  plan: { roles, procedures },
  row,
  autoFocus,
  onChange,
  onRemove,
}: ActivityRowProps) {
  const named = (all: readonly { key: string; name: string }[]) =>
    all.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.title}
        aria-label={`Activity ${n}`}
        placeholder="What is done"
        maxLength={240}
        autoFocus={autoFocus}
        value={row.title}
        onChange={({ currentTarget }) => onChange({ title: currentTarget.value })}
      />
      {ESTIMATE_PARTS.map(([part, label]) => (
        <TextInput
          key={part}
          aria-label={`${label} effort of activity ${n}`}
          placeholder={label}
          value={row[part]}
          onChange={({ currentTarget }) => onChange({ [part]: currentTarget.value })}
        />
      ))}
      <Select
        className={classes.role}
        aria-label={`Role of activity ${n}`}
        placeholder="Role"
        clearable
        data={named(roles)}
        value={row.roleKey}
        onChange={(roleKey) => onChange({ roleKey })}
      />
      {procedures.length > 0 ? (
        <Select
          className={classes.checklist}
          aria-label={`Checklist of activity ${n}`}
          placeholder="Checklist"
          clearable
          data={named(procedures)}
          value={row.procedureKey}
          onChange={(procedureKey) => onChange({ procedureKey })}
        />
      ) : null}
      <ActionIcon
        className={classes.remove}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={`Remove activity ${n}`}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
