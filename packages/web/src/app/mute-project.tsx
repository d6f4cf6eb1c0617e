import { ActionIcon } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Project } from "../lib/current-project.ts";
import { mutesQuery, turnMute } from "../lib/mute-acts.ts";
import { sayProblem } from "../lib/undo.tsx";

/** Whoever mutes a project hears of it only when they are mentioned or asked. */
export function MuteProject({ project: { id, name } }: { project: Project }) {
  const client = useQueryClient();
  const muted = useQuery(mutesQuery).data?.items.some((each) => each.id === id);
  if (muted === undefined) return null;
  const Icon = muted ? IconBellOff : IconBell;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-pressed={muted}
      aria-label={`Mute ${name}`}
      title={muted ? "Muted: hear of it again" : "Mute: only mentions and what is asked of you"}
      onClick={() => void turnMute(client, { kind: "project", id, title: name }, !muted).catch(sayProblem)}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
