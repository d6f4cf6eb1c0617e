import { Box, Switch, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { agoText, dayText, todayIn } from "../lib/dates.ts";
import { sayProblem } from "../lib/undo.tsx";
import { SwitchDays } from "./switch-days.tsx";
import { sentenceOf, unitWords, wholeSentence } from "./switch-words.ts";
import { type ReadySwitch, setSwitch } from "./switches.api.ts";

interface SwitchItemProps {
  projectId: string;
  mayChange: boolean;
  ready: ReadySwitch;
}

/** One sentence that is on or off, with who switched it on and what it did last. */
export function SwitchItem({ projectId, mayChange, ready }: SwitchItemProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const days = typed ?? ready.days;
  const sentence = sentenceOf(ready);
  const set = (on: boolean, number: number | null) => {
    setBusy(true);
    void setSwitch(client, projectId, ready, { on, days: number })
      .then(() => setTyped(null), sayProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Box component="li" py="sm" style={{ display: "flex", gap: 12, overflowWrap: "anywhere" }}>
      <Switch
        // Level with its line, which a number makes higher.
        mt={days !== null && mayChange ? 5 : 1}
        aria-label={wholeSentence({ ...ready, days })}
        checked={ready.on}
        disabled={!mayChange}
        aria-busy={busy}
        onChange={({ currentTarget: { checked } }) => !busy && set(checked, days)}
      />
      <Box flex={1} miw={0}>
        {days === null || !mayChange ? (
          <Text>{wholeSentence({ ...ready, days })}</Text>
        ) : (
          <Text component="div">
            {`${sentence.before} `}
            <SwitchDays
              label={`Number of ${sentence.unit}s`}
              days={days}
              onType={setTyped}
              onDone={() => ready.on && typed !== null && typed !== ready.days && set(true, typed)}
            />
            {` ${unitWords(sentence, days)}${sentence.after ?? ""}`}
          </Text>
        )}
        <Past ready={ready} />
      </Box>
    </Box>
  );
}

function Past({ ready: { on, by, since, last } }: Pick<SwitchItemProps, "ready">) {
  const who = by ? `Switched on by ${by}` : "Switched on";
  const began = on && since ? `${who}, ${dayText(todayIn(undefined, new Date(since)))}` : null;
  if (!began && !last) return null;
  return (
    <Text size="sm" c="dimmed">
      {[began, last ? `Last acted ${agoText(last.at)}` : on ? "Nothing to do so far" : null]
        .filter(Boolean)
        .join(" · ")}
      {last?.thing ? <Thing thing={last.thing} /> : null}
    </Text>
  );
}

type Acted = NonNullable<NonNullable<ReadySwitch["last"]>["thing"]>;

function Thing({ thing: { kind, ref, title } }: { thing: Acted }) {
  if (ref === null) return `: ${title}`;
  return (
    <>
      {": "}
      <Link to={`/${kind === "card" ? "c" : "m"}/${ref}` as "/"}>{title}</Link>
    </>
  );
}
