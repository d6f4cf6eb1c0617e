import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useManages, useProject } from "../lib/current-project.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { approvalsQuery } from "./approvals.api.ts";
import type { Logged } from "./decision-log.api.ts";
import classes from "./decision-log.module.css";
import { effectText, ruleText } from "./log-words.ts";

/** The whole of one decision: the question, what could be chosen, who decides, and every round with what was said. */
export function LogDetails({ entry }: { entry: Logged }) {
  const { title, question, options, answers, reason, rounds } = entry;
  const words = [...answers.map((answer) => answer.words), reason].filter(Boolean);
  return (
    <div className={classes.details}>
      {question !== "" && question !== title ? (
        <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
          {question}
        </Text>
      ) : null}
      {options.length > 1 ? <Options entry={entry} /> : null}
      <Deciders entry={entry} />
      {rounds.length === 0
        ? words.map((each) => (
            <Text key={each} size="sm" style={{ whiteSpace: "pre-wrap" }}>
              {each}
            </Text>
          ))
        : null}
      <Rounds entry={entry} />
    </div>
  );
}

function Options({ entry: { options, choice } }: { entry: Logged }) {
  const { currency } = useProject();
  return (
    <ul className={classes.options}>
      {options.map((option) => {
        const effect = effectText(option, currency);
        return (
          <li key={option.id} className={option.text === choice ? classes.chosen : undefined}>
            <Text size="sm" inherit={option.text === choice}>
              {effect === "" ? option.text : `${option.text}: ${effect}`}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}

function Deciders({ entry: { deciders, rule, isRecorded } }: { entry: Logged }) {
  if (deciders.length < 2 || isRecorded) return null;
  const names = deciders.map(({ name, delegate }) =>
    delegate ? `${name} (in their place ${delegate.name})` : name,
  );
  return (
    <Text size="sm" c="dimmed">
      {names.join(", ")}. {ruleText(rule)}
    </Text>
  );
}

/** Newest first, each as it stood; something can be done about the newest alone. */
function Rounds({ entry: { rounds } }: { entry: Logged }) {
  const { data: approvals = [] } = useQuery(approvalsQuery(useProject().id));
  const manages = useManages();
  return rounds.map(({ approvalId }, index) => {
    const approval = approvals.find(({ id }) => id === approvalId);
    return approval ? (
      <ApprovalCard key={approvalId} approval={approval} manages={manages && index === 0} />
    ) : null;
  });
}
