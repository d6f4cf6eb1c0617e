import { Alert, Anchor, Button, Group, NumberInput, Select, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { counted } from "../lib/counted.ts";
import type { Project } from "../lib/current-project.ts";
import { momentText } from "../lib/dates.ts";
import { agreedWindowQuery } from "./agreed-window.api.ts";
import { useClientChange } from "./use-client-change.ts";

type Window = Project["acceptance"];
type Otherwise = NonNullable<Window>["otherwise"];

const THEN: Record<Otherwise, string> = {
  escalate: "Tell whoever asked; nothing counts as accepted",
  accept: "It counts as accepted, and is labelled so",
  open: "It stays open",
};
const DAYS = { least: 1, most: 90, usual: 10 };

/** What happens when nobody answers whether a milestone is done: a wish until the client approves a plan that says so. */
export function AcceptanceSettings({ project }: { project: Project }) {
  const change = useClientChange(project);
  const { acceptance } = project;
  return (
    <Stack gap="md">
      <Switch
        label="Set a window for answers"
        description="Whoever decides is reminded after a half and four fifths of it, and on its last day. Without a window a milestone waits until somebody answers."
        checked={acceptance !== null}
        onChange={({ currentTarget: { checked } }) =>
          change({ acceptance: checked ? { days: DAYS.usual, otherwise: "escalate" } : null }, { acceptance })
        }
      />
      {acceptance === null ? null : (
        <WindowFields
          key={sayWindow(acceptance)}
          window={acceptance}
          onSave={(wanted) => change({ acceptance: wanted }, { acceptance })}
        />
      )}
      <Agreed project={project} />
    </Stack>
  );
}

interface FieldsProps {
  window: NonNullable<Window>;
  onSave: (wanted: NonNullable<Window>) => void;
}

function WindowFields({ window, onSave }: FieldsProps) {
  const [days, setDays] = useState<number | string>(window.days);
  const [otherwise, setOtherwise] = useState(window.otherwise);
  const isFit = typeof days === "number" && days >= DAYS.least && days <= DAYS.most;
  const isSame = days === window.days && otherwise === window.otherwise;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) onSave({ days, otherwise });
      }}
    >
      <Stack gap="sm">
        <NumberInput
          label="Working days to answer"
          description="From the day they are asked, in the working week of this workspace."
          min={DAYS.least}
          max={DAYS.most}
          allowDecimal={false}
          maw={240}
          value={days}
          onChange={setDays}
          error={isFit ? null : `Between ${DAYS.least} and ${DAYS.most} days.`}
        />
        <Select
          label="When they are over and nobody has answered"
          maw={480}
          allowDeselect={false}
          data={OPTIONS}
          value={otherwise}
          onChange={(value) => setOtherwise(thenOf(value))}
        />
        <Group>
          <Button type="submit" variant="default" disabled={isSame || !isFit}>
            Save the window
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Both sides have to agree: what stands in the last approved plan holds, whatever is set here. */
function Agreed({ project }: { project: Project }) {
  const { data: agreed } = useQuery(agreedWindowQuery(project.id));
  if (agreed === undefined) return null;
  const holds = agreed?.acceptance ?? null;
  const isWaiting = sayWindow(holds) !== sayWindow(project.acceptance);
  return (
    <Alert color={isWaiting ? "yellow" : "gray"} title={isWaiting ? "Not agreed yet" : "What is agreed"}>
      <Stack gap={4}>
        {isWaiting ? (
          <Text size="sm">
            It takes effect with the next plan that the client approves:{" "}
            <Anchor component={Link} to={`/p/${project.key.toLowerCase()}/publish` as "/"} size="sm">
              publish the plan
            </Anchor>{" "}
            and ask for its approval.
          </Text>
        ) : null}
        <Text size="sm">{agreedText(agreed)}</Text>
      </Stack>
    </Alert>
  );
}

function agreedText(
  agreed: { version: number | null; approvedAt: string; acceptance: Window } | null,
): string {
  if (agreed === null) return "The client has approved no plan yet, so there is no window.";
  const plan = agreed.version === null ? "The plan" : `Plan version ${agreed.version}`;
  return `${plan}, approved ${momentText(agreed.approvedAt)}: ${sayWindow(agreed.acceptance)}.`;
}

/** "10 working days, then it counts as accepted, and is labelled so". */
function sayWindow(window: Window): string {
  if (window === null) return "no window";
  const then = THEN[window.otherwise];
  return `${counted(window.days, "working day")}, then: ${then.charAt(0).toLowerCase()}${then.slice(1)}`;
}

const OPTIONS = Object.entries(THEN).map(([value, label]) => ({ value, label }));

function thenOf(value: string | null): Otherwise {
  return value === "accept" || value === "open" ? value : "escalate";
}
