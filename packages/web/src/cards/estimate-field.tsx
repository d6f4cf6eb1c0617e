import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { act, type Estimate, estimateAct } from "../lib/card-acts.ts";
import { minutesOf, minutesText } from "../lib/minutes.ts";
import { type FieldProps, owned } from "./field-props.ts";

const PARTS = [
  ["low", "Low"],
  ["likely", "Likely"],
  ["high", "High"],
] as const;

type Texts = Record<keyof Estimate, string>;

const textsOf = ({ low, likely, high }: Estimate): Texts => ({
  low: low === null ? "" : minutesText(low),
  likely: likely === null ? "" : minutesText(likely),
  high: high === null ? "" : minutesText(high),
});

/** Effort in hours: low, likely, high; one alone is the likely one. */
export function EstimateField(props: FieldProps) {
  const { card, onDone } = props;
  const { low, likely, high } = card;
  const client = useQueryClient();
  const [texts, setTexts] = useState(() => textsOf(card));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setTexts(textsOf({ low, likely, high })), [low, likely, high]);
  const save = async () => {
    const next = read(texts);
    if (typeof next === "string") return setProblem(next);
    setProblem(null);
    if (next.low === low && next.likely === likely && next.high === high) return;
    if (!(await act(client, estimateAct(owned(props), next)))) setTexts(textsOf(card));
  };
  return (
    <Stack gap={4}>
      <Group gap="sm" grow>
        {PARTS.map(([part, label]) => (
          <TextInput
            key={part}
            label={label}
            placeholder="4h"
            value={texts[part]}
            onChange={(event) => setTexts({ ...texts, [part]: event.currentTarget.value })}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === "Enter") void save().then(onDone);
            }}
            {...(part === "likely" ? { "data-autofocus": true } : {})}
          />
        ))}
      </Group>
      {problem ? (
        <Text size="sm" c="var(--mp-off-track)" role="alert">
          {problem}
        </Text>
      ) : null}
    </Stack>
  );
}

/** What was typed as minutes, or why it cannot be read. */
export function read(texts: Texts): Estimate | string {
  const found: Estimate = { low: null, likely: null, high: null };
  for (const [part, label] of PARTS) {
    if (!texts[part].trim()) continue;
    const minutes = minutesOf(texts[part]);
    if (minutes === null) return `${label}: write hours or minutes, such as 4h or 30m.`;
    found[part] = minutes;
  }
  const { low, likely, high } = found;
  if ((low !== null || high !== null) && likely === null) return "Say what is likely, too.";
  if (likely !== null && ((low ?? likely) > likely || likely > (high ?? likely)))
    return "It goes from low over likely to high.";
  return found;
}
