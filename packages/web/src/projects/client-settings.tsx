import { Select, Stack, Switch } from "@mantine/core";
import type { Project } from "../lib/current-project.ts";
import { useClientChange } from "./use-client-change.ts";

const LEVELS = [
  { value: "default", label: "By code once there is a price, by link until then" },
  { value: "easy", label: "Easy: the link in a mail is enough" },
  { value: "code", label: "Code: a new device asks for six digits by mail" },
  { value: "account", label: "Account: with a password of their own" },
] as const;

/** What clients are shown beside the published plan, and how they get in; each is changed at once, with a way back. */
export function ClientSettings({ project }: { project: Project }) {
  const change = useClientChange(project);
  return (
    <Stack gap="md">
      <Switch
        label="Show when each milestone is expected"
        description="Everybody at the client reads “expected by” beside each date, as of the last publication."
        checked={project.showsForecast}
        onChange={({ currentTarget: { checked } }) =>
          change({ showsForecast: checked }, { showsForecast: !checked })
        }
      />
      <Switch
        label="Show at once which criteria are met"
        description="Everybody at the client sees a tick as soon as the team sets it; without this, when the milestone is reached."
        checked={project.showsCriteria}
        onChange={({ currentTarget: { checked } }) =>
          change({ showsCriteria: checked }, { showsCriteria: !checked })
        }
      />
      <Switch
        label="Observers may comment"
        description="Whoever reads along can write to you on their pages and by answering a mail; without this, approvers alone do."
        checked={project.observersComment}
        onChange={({ currentTarget: { checked } }) =>
          change({ observersComment: checked }, { observersComment: !checked })
        }
      />
      <Select
        label="How the client's people get in"
        description="Who decides or reads for the client has to do this. It holds from their next visit on."
        maw={480}
        allowDeselect={false}
        data={LEVELS}
        value={project.securityLevel ?? "default"}
        onChange={(value) =>
          change({ securityLevel: levelOf(value) }, { securityLevel: project.securityLevel })
        }
      />
    </Stack>
  );
}

function levelOf(value: string | null): Project["securityLevel"] {
  return value === "easy" || value === "code" || value === "account" ? value : null;
}
