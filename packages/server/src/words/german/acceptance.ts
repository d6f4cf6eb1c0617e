/** What happens when nobody answers. */
export const germanAcceptance = {
  "If nobody answers": "Wenn niemand antwortet",
  "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, a completed milestone counts as accepted; this is labelled so.":
    "Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach der Anfrage, gilt ein fertiger Meilenstein als abgenommen; das wird so gekennzeichnet.",
  "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, the team is told and gets in touch; nothing counts as accepted without an answer.":
    "Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach der Anfrage, erfährt es das Team und meldet sich; ohne Antwort gilt nichts als abgenommen.",
  "If nobody answers within {n, plural, one {# working day} other {# working days}} of being asked, the milestone stays open; nothing counts as accepted without an answer.":
    "Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach der Anfrage, bleibt der Meilenstein offen; ohne Antwort gilt nichts als abgenommen.",
  "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, it counts as accepted; this is labelled so.":
    "Wie mit dem Plan vereinbart: Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach {day}, gilt es als abgenommen; das wird so gekennzeichnet.",
  "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, the team is told and gets in touch.":
    "Wie mit dem Plan vereinbart: Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach {day}, erfährt es das Team und meldet sich.",
  "As agreed with the plan: if nobody answers within {n, plural, one {# working day} other {# working days}} after {day}, it stays open.":
    "Wie mit dem Plan vereinbart: Antwortet niemand innerhalb von {n, plural, one {# Arbeitstag} other {# Arbeitstagen}} nach {day}, bleibt es offen.",
} as const;
