import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { act, estimateAct } from "../lib/card-acts.ts";
import { ESTIMATE_PARTS, estimateTexts, readEstimate } from "../lib/estimate-texts.ts";
import { type FieldProps, owned } from "./field-props.ts";

/** Effort in hours: low, likely, high; one alone is the likely one. */
export function EstimateField(props: FieldProps) {
  const { card, onDone } = props;
  const { low, likely, high } = card;
  const client = useQueryClient();
  const [texts, setTexts] = useState(() => estimateTexts(card));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setTexts(estimateTexts({ low, likely, high })), [low, likely, high]);
  const save = async () => {
    const next = readEstimate(texts);
    if (typeof next === "string") return setProblem(next);
    setProblem(null);
    if (next.low === low && next.likely === likely && next.high === high) return;
    if (!(await act(client, estimateAct(owned(props), next)))) setTexts(estimateTexts(card));
  };
  return (
    <Stack gap={4}>
      <Group gap="sm" grow>
        {ESTIMATE_PARTS.map(([part, label]) => (
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
