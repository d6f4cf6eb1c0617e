import { Button, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { type EarlyWarning, warningText } from "../lib/early-warnings.ts";
import classes from "./warning-list.module.css";
import { WarningSteps } from "./warning-steps.tsx";

interface WarningListProps {
  project: { id: string; key: string };
  warnings: readonly EarlyWarning[];
  manages: boolean;
  /** On the page of one milestone its name is said already. */
  named?: boolean;
}

/** So many are read; the others are there for whoever asks. */
const FEW = 5;

/** What will go wrong if nobody acts: each with why and what to do. */
export function WarningList({ project, warnings, manages, named = true }: WarningListProps) {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (warnings.length === 0) return null;
  const shown = isWhole ? warnings : warnings.slice(0, FEW);
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h3" id={id} mb={4}>
        Early warnings
      </Title>
      <ul className={classes.list}>
        {shown.map((warning) => {
          const { milestone, code, name = "" } = warning;
          return (
            <li key={`${code} ${milestone?.id ?? ""} ${name}`} className={classes.warning}>
              <Text size="sm" className={classes.words}>
                {named && milestone ? (
                  <>
                    <Link to={`/m/${milestone.ref}` as "/"} className={classes.title}>
                      {milestone.title}
                    </Link>
                    {": "}
                  </>
                ) : null}
                {warningText(warning)}
              </Text>
              <WarningSteps project={project} warnings={[warning]} manages={manages} />
            </li>
          );
        })}
      </ul>
      {warnings.length > shown.length ? (
        <Button size="compact-sm" variant="subtle" mt={4} onClick={() => setWhole(true)}>
          Show all {warnings.length}
        </Button>
      ) : null}
    </section>
  );
}
