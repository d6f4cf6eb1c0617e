import { Text } from "@mantine/core";
import { momentText } from "../lib/dates.ts";
import { VERDICTS, wayText } from "./approval-words.ts";
import type { Approval } from "./approvals.api.ts";
import classes from "./approvals.module.css";
import { Pins } from "./pins.tsx";

/** What was said, in their words; what was taken back stays, and says so. */
export function Said({ approval: { decisions, choices, files } }: { approval: Approval }) {
  return (
    <>
      {decisions.map((one) => (
        <div key={one.id} className={classes.said}>
          <Text size="sm" className={one.takenBackAt ? classes.gone : undefined}>
            <strong>{choices.find(({ id }) => id === one.choice)?.text ?? VERDICTS[one.verdict]}</strong> ·{" "}
            {one.person.name} · {momentText(one.at)}
            {wayText(one) ? ` · ${wayText(one)}` : ""}
          </Text>
          {one.takenBackAt ? (
            <Text size="sm" c="dimmed">
              Taken back {momentText(one.takenBackAt)}
            </Text>
          ) : null}
          {one.words ? <Text>{one.words}</Text> : null}
          <Pins files={files} pins={one.pins} />
        </div>
      ))}
    </>
  );
}
