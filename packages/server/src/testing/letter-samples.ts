import { newId } from "../kit/id.ts";
import type { Mail, MailKind } from "../mail/letters.ts";

type Samples = { [K in MailKind]: Extract<Mail, { kind: K }>["data"] };

/** Words of whoever writes: long, and with what a page must not take for its own. */
const WORDS = `Please look, <b>${"the words & pictures ".repeat(15)}</b>`;

const ABOUT = {
  linkId: newId(),
  project: "Acme",
  title: "<b>Home page</b>",
  question: WORDS,
  round: 2,
  dueOn: "2026-06-12",
  name: "Dana",
  kind: "completion",
};

/** One mail of every kind; a new kind does not compile without one. */
const SAMPLES: Samples = {
  account: { linkId: newId(), project: "Acme" },
  "sign-in": { linkId: newId(), project: "Acme" },
  code: { codeId: newId(), house: "Studio & Birch" },
  clientReview: {
    linkId: newId(),
    project: "Acme",
    dueAt: "2026-06-12T08:00:00Z",
    zone: "Europe/Berlin",
    waiting: ["<b>Texts</b>", "Home page"],
  },
  reviewReminder: {
    key: "ACME",
    project: "Acme",
    dueAt: "2026-06-12T08:00:00Z",
    zone: "Europe/Berlin",
    agenda: [{ name: "Off track", value: "M3 <b>Texts</b>; M4 Home page" }],
  },
  follower: { inviter: WORDS, follower: WORDS, project: "Acme", path: "/p/acme/edit" },
  follows: { linkId: newId(), project: "Acme", inviter: WORDS },
  bundle: { sections: [{ heading: "Acme", lines: [WORDS, "Texts: Sam assigned you"] }], count: 3 },
  reminder: {
    sections: [{ heading: "Due today, Thu 5 Mar", lines: [WORDS] }],
    first: { project: "Acme", title: "Texts", on: "today, Thu 5 Mar" },
    count: 1,
  },
  home: { linkId: newId(), project: "Acme" },
  input: {
    linkId: newId(),
    roundId: newId(),
    project: "Acme",
    asker: "<b>Amara</b>",
    deadlineOn: "2026-06-12",
    words: WORDS,
  },
  invitation: { linkId: newId(), inviter: "<b>Amara</b>", workspace: "Studio & Birch" },
  reset: { linkId: newId() },
  clientQuote: {
    linkId: newId(),
    project: "Acme",
    asker: "<b>Sam</b>",
    words: "They kept <every> date.",
  },
  reviewPart: { linkId: newId(), project: "Acme", asker: "<b>Sam</b>" },
  message: {
    linkId: newId(),
    project: "Acme",
    messages: [
      { id: newId(), title: "<b>Photos</b>", text: WORDS, author: "<b>Sam</b>" },
      { id: newId(), title: "Texts", text: WORDS, author: "Jo" },
    ],
  },
  publication: { linkId: newId(), project: "Acme", news: "changed", author: "<b>Sam</b>", texts: [WORDS] },
  report: {
    linkId: newId(),
    project: "Acme",
    day: "Fri 12 Jun",
    headline: "On the road to <b>Content</b>, Fri 12 Jun.",
    paragraphs: [WORDS],
    sections: [
      { heading: "The road", lines: ["M1 <b>Brief</b>: Reached Wed 6 May", "M2 Content: Fri 12 Jun"] },
      { heading: "What changed", lines: [WORDS] },
    ],
  },
  request: {
    linkId: newId(),
    project: "Acme",
    title: "<b>Texts</b>",
    why: WORDS,
    dueOn: "2026-06-12",
    turn: "asked",
    reason: "",
  },
  requestNews: {
    contact: "<b>Dana</b>",
    project: "Acme",
    title: "Texts",
    path: "/p/acme",
  },
  decision: { ...ABOUT, part: "decide", changed: WORDS, files: 2, picture: null },
  nudge: { ...ABOUT, acceptsOn: "2026-06-19", wroteOn: "2026-06-08" },
  receipt: {
    project: "Acme",
    title: "Home page",
    round: 2,
    verdict: "changes_requested",
    choice: null,
    words: WORDS,
    at: "2026-06-12T10:00:00Z",
    zone: "Europe/Berlin",
    hash: "a".repeat(64),
    head: "b".repeat(64),
    isFinal: true,
    recorded: false,
  },
  decided: {
    key: "ACME",
    project: "Acme",
    title: "Home page",
    verdict: "approved",
    choice: null,
    place: "approvals",
    words: WORDS,
    by: "<b>Dana</b>",
    byWindow: false,
    isFinal: true,
    head: "b".repeat(64),
  },
  superseded: { ...ABOUT },
  clientWords: {
    author: "<b>Dana</b>",
    project: "Acme",
    subject: "Home page",
    excerpt: WORDS,
    path: "/m/ACME-M1",
  },
  answer: { linkId: newId(), author: "<b>Jo</b>", project: "Acme", excerpt: WORDS },
  notice: {
    project: "Acme",
    author: WORDS,
    n: 2,
    version: 2,
    text: `${WORDS}\n\n- ${WORDS}`,
    path: "/p/acme/updates#plan-2",
  },
  mention: { author: "<b>Jo</b>", project: "Acme", subject: "Home page", excerpt: WORDS, path: "/w/birch" },
};

/** Every kind beside its data. */
export function sampleMails(): Mail[] {
  // Each entry pairs a kind with data of that kind: so the table is typed.
  return Object.entries(SAMPLES).map(([kind, data]) => ({ kind, data }) as Mail);
}
