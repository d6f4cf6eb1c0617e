export interface SettingsPlace {
  to: string;
  label: string;
  /** The policy action it needs; none = everybody. */
  action?: string;
  /** Words it is found by, beside its label. */
  words: string;
}

export const SETTINGS: readonly SettingsPlace[] = [
  {
    to: "/settings/people",
    label: "People",
    action: "member.list",
    words: "members invite invitation role owner admin guest team",
  },
  {
    to: "/settings/clients",
    label: "Clients",
    action: "client.read",
    words: "companies contacts approver observer",
  },
  {
    to: "/settings/time",
    label: "Working time",
    words: "availability week hours days off holidays vacation calendar",
  },
  {
    to: "/settings/workspace",
    label: "Workspace",
    action: "workspace.edit",
    words: "name zone currency country working week",
  },
  {
    to: "/settings/brand",
    label: "Brand",
    action: "workspace.edit",
    words: "logo colour color accent sender clients look",
  },
  {
    to: "/settings/procedures",
    label: "Procedures",
    words: "checklist steps reusable activity template",
  },
  {
    to: "/settings/you",
    label: "You",
    words:
      "name language time zone keys keyboard dark light theme calendar feed ics mail bundle quiet hours reminders mute inbox",
  },
  {
    to: "/settings/security",
    label: "Sign-in and security",
    words: "password second factor totp passkey sessions devices",
  },
  { to: "/settings/mail", label: "Mail", action: "workspace.edit", words: "outbox smtp sent failed" },
  { to: "/import", label: "Import", action: "import.run", words: "trello board json move in" },
  { to: "/settings/trash", label: "Trash", action: "trash.use", words: "deleted restore" },
];

export function findPlaces(places: readonly SettingsPlace[], query: string): SettingsPlace[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return places.filter((place) =>
    words.every((word) => `${place.label} ${place.words}`.toLowerCase().includes(word)),
  );
}
