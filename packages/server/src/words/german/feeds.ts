/** The address by which somebody's own calendar reads the plan. */
export const germanFeeds = {
  "Your calendar": "Ihr Kalender",
  "Add to your calendar": "In Ihren Kalender",
  "Your calendar reads the milestones as they were published, and what you are asked for, and keeps itself up to date.":
    "Ihr Kalender liest die Meilensteine, wie sie veröffentlicht wurden, und worum Sie gebeten werden, und bleibt von selbst auf dem neuesten Stand.",
  "Your calendar has an address already. A new one ends it.":
    "Ihr Kalender hat schon eine Adresse. Eine neue beendet sie.",
  "Make an address": "Adresse anlegen",
  "Make a new address": "Neue Adresse anlegen",
  "End it": "Beenden",
  "Open in your calendar": "In Ihrem Kalender öffnen",
  "Or copy this address into your calendar, where it subscribes to another one. It is shown only now; keep it to yourself.":
    "Oder kopieren Sie diese Adresse in Ihren Kalender, dorthin, wo er einen anderen abonniert. Sie wird nur jetzt gezeigt; behalten Sie sie für sich.",
} as const;
