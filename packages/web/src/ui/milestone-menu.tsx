import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { demoteMilestone, trashMilestone } from "../lib/milestone-acts.ts";
import { openMilestoneDialog } from "../lib/milestone-dialog.ts";
import { isOpen } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";
import { MuteItem } from "./mute-item.tsx";

interface MilestoneMenuProps {
  milestone: Milestone;
  mayPlan: boolean;
  /** The page is the milestone's own. */
  own?: boolean;
  tabIndex?: number;
  /** Where the page goes when the milestone is no more. */
  onGone?: () => void;
}

/** Everything that can be done with a milestone, without dragging. */
export function MilestoneMenu({ milestone, mayPlan, own = false, tabIndex = 0, onGone }: MilestoneMenuProps) {
  const { id, projectId, ref, title, number } = milestone;
  const client = useQueryClient();
  const navigate = useNavigate();
  const open = isOpen(milestone);
  // What was reached is part of the record.
  const isReached = milestone.state === "accepted";
  const mayTrash = mayPlan && !isReached;
  const ask = (kind: "dates" | "links" | "drop") => openMilestoneDialog({ kind, projectId, milestoneId: id });
  const demote = async () => {
    const card = await demoteMilestone(client, milestone);
    await navigate({ to: `/c/${card.ref}` as "/" });
  };
  const trash = async () => {
    await trashMilestone(client, milestone);
    onGone?.();
  };
  if (own && isReached) return null;
  return (
    <Menu position="bottom-end" width={230} withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          tabIndex={tabIndex}
          data-menu={id}
          aria-label={own ? "More about this milestone" : `More about M${number} ${title}`}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {own ? null : <Menu.Item onClick={() => void navigate({ to: `/m/${ref}` as "/" })}>Open</Menu.Item>}
        {mayPlan && open ? (
          <>
            <Menu.Item onClick={() => ask("dates")}>Move date…</Menu.Item>
            <Menu.Item onClick={() => ask("links")}>Dependencies…</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => demote().catch(sayProblem)}>Turn into a card</Menu.Item>
            <Menu.Item onClick={() => ask("drop")}>Drop…</Menu.Item>
          </>
        ) : null}
        <MuteItem thing={{ kind: "milestone", id, title }} />
        {mayTrash ? (
          <Menu.Item c="var(--mp-off-track)" onClick={() => trash().catch(sayProblem)}>
            Put into the trash
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
