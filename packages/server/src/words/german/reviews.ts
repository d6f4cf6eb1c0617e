/** What people of a client read of reviews. */
export const germanReviewMails = {
  "{project}: we look at the plan together, {moment}":
    "{project}: Wir sehen uns den Plan gemeinsam an, {moment}",
  "Milestone by milestone: where it stands, and what comes next.":
    "Meilenstein für Meilenstein: wie er steht und was als Nächstes kommt.",
  "We look at {project} together": "Wir sehen uns {project} gemeinsam an",
  "Milestone by milestone: where it stands, and what comes next. You are invited to the second part.":
    "Meilenstein für Meilenstein: wie er steht und was als Nächstes kommt. Zum zweiten Teil sind Sie eingeladen.",
  "There is nothing that you need to prepare.": "Sie müssen nichts vorbereiten.",
  "It helps if you have an answer to this by then:":
    "Es hilft, wenn Sie bis dahin eine Antwort darauf haben:",
  "You get this mail because you are invited to the reviews of this project. The link is for you alone.":
    "Sie bekommen diese E-Mail, weil Sie zu den Reviews dieses Projekts eingeladen sind. Der Link ist nur für Sie.",
  "A review is tomorrow": "Morgen ist ein Review",
} as const;
