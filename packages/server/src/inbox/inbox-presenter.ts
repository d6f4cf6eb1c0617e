import type { InboxItemView } from "./inbox.view.ts";
import { becauseOf, whatHappened } from "./reason-words.ts";
import type { ItemRow } from "./visible-items.store.ts";

export function presentItem(row: ItemRow): InboxItemView {
  const { id, happenings, key, projectId, projectName, milestoneId, milestoneNumber, milestoneTitle } = row;
  return {
    id,
    // The columns take no other words.
    category: row.category as InboxItemView["category"],
    reason: row.reason as InboxItemView["reason"],
    what: whatHappened(row),
    because: becauseOf(row),
    thing: {
      kind: row.thingKind as InboxItemView["thing"]["kind"],
      id: row.thingId,
      ref: refOf(row),
      title: titleOf(row),
      path: pathOf(row),
    },
    milestone:
      milestoneNumber === null || milestoneTitle === null || milestoneId === row.thingId
        ? null
        : { ref: `${key}-M${milestoneNumber}`, title: milestoneTitle },
    project: { id: projectId, key, name: projectName },
    happenings,
    at: row.lastAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
    doneAt: row.doneAt?.toISOString() ?? null,
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    muted: { thing: row.thingMuted, project: row.projectMuted },
  };
}

function refOf({ thingKind, key, number }: ItemRow): string | null {
  if (thingKind === "card") return `${key}-${number}`;
  return thingKind === "milestone" ? `${key}-M${number}` : null;
}

/** What has no title of its own is called by what it is about. */
function titleOf({ thingKind, title, number, milestoneTitle, projectName }: ItemRow): string {
  if (thingKind === "proposal") return `Proposal: ${milestoneTitle ?? "a new milestone"}`;
  if (thingKind === "publication") return `Notice ${number}`;
  if (thingKind === "review") return `Review of ${projectName}`;
  return title;
}

const PLACES: Record<string, string> = {
  approval: "/approvals",
  clientRequest: "/requests",
  changeRequest: "/requests",
  proposal: "/input",
  publication: "/updates",
};

/** Where the team's app shows the thing. */
function pathOf({ thingKind, key, number, onDate }: ItemRow): `/${string}` {
  if (thingKind === "card") return `/c/${key}-${number}`;
  if (thingKind === "milestone") return `/m/${key}-M${number}`;
  if (thingKind === "review") return `/p/${key.toLowerCase()}/review/${onDate}`;
  return `/p/${key.toLowerCase()}${PLACES[thingKind] ?? ""}`;
}
