import { Badge, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Objective } from "../lib/plan-query.ts";
import classes from "./plan.module.css";

type Word = Objective["smart"][number];

const NAMES: Record<Word["word"], string> = {
  specific: "Specific",
  measurable: "Measurable",
  achievable: "Achievable",
  relevant: "Relevant",
  time_bound: "Time-bound",
};

/** Five words that light up, each unlit one with its question: advice, never a wall. */
export function SmartWords({ smart }: { smart: readonly Word[] }) {
  const unlit = smart.filter(({ lit }) => lit === false);
  const unknown = smart.some(({ lit }) => lit === null);
  return (
    <div>
      <ul className={classes.smart} aria-label="How clear the objective is">
        {smart.map(({ word, lit }) => (
          <li key={word}>
            <Badge
              size="md"
              fz={12}
              tt="none"
              variant={lit ? "filled" : "outline"}
              color={lit ? "brand" : "gray"}
              leftSection={lit ? <IconCheck size={12} aria-hidden /> : null}
              styles={lit ? {} : { root: { color: "var(--mp-dim)", borderStyle: "dashed" } }}
            >
              {NAMES[word]}
              <VisuallyHidden component="span">
                {lit ? ", yes" : lit === null ? ", not known yet" : ", not yet"}
              </VisuallyHidden>
            </Badge>
          </li>
        ))}
      </ul>
      {unlit.map(({ word, question }) => (
        <Text key={word} size="sm" c="dimmed">
          {`${NAMES[word]}: ${question ?? ""}`}
        </Text>
      ))}
      {unknown ? (
        <Text size="sm" c="dimmed">
          Achievable needs a forecast: it cannot be said yet.
        </Text>
      ) : null}
    </div>
  );
}
