/** "ACME-42", "ACME-M3", and "M3" where the project is known. */
const WRITTEN = /(?<![\w/#.-])(?:([A-Z][A-Z0-9]{0,9})-(M?[1-9]\d{0,6})|(M[1-9]\d{0,3}))(?![\w-])/g;
const ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const THING = /^\/([cm])\/([a-z][a-z0-9]{0,9}-m?[1-9]\d{0,6})\/?$/i;
const MESSAGE = new RegExp(`^/p/[a-z0-9]+/updates/(${ID})/?$`, "i");
const FILE = new RegExp(`^/api/v1/files/(${ID})/versions/\\d+/(?:content|preview)$`, "i");
const FILES = /^\/p\/[a-z0-9]+\/files\/?$/i;
const ONE = new RegExp(`^${ID}$`, "i");
const PROJECT = /^\/p\/([a-z][a-z0-9]{0,9})(?:\/board)?\/?$/i;
const OPEN_CARD = /^[a-z][a-z0-9]{0,9}-[1-9]\d{0,6}$/i;

/** `at` is where in the text it begins. */
export type Piece = string | { ref: string; words: string; at: number };

/** The text in pieces: what may be the short name of a thing, and the words between. */
export function withRefs(text: string, projectKey: string | null): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WRITTEN)) {
    const [words, key, number, milestone] = match;
    const ref = milestone ? projectKey && `${projectKey}-${milestone}` : `${key}-${number}`;
    if (!ref) continue;
    if (match.index > from) pieces.push(text.slice(from, match.index));
    pieces.push({ ref, words, at: match.index });
    from = match.index + words.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** What an address of this Milepost points at; null for any other address, and for places rather than things. */
export function refOfAddress(href: string, origin = location.origin): string | null {
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url?.origin !== origin) return null;
  const { pathname, searchParams } = url;
  const card = searchParams.get("card");
  if (card && OPEN_CARD.test(card)) return card.toUpperCase();
  const thing = THING.exec(pathname);
  if (thing) return thing[1] === "m" || !/-m/i.test(thing[2] ?? "") ? (thing[2] ?? "").toUpperCase() : null;
  const message = MESSAGE.exec(pathname)?.[1];
  if (message) return `message:${message.toLowerCase()}`;
  const meant = FILES.test(pathname) ? ONE.exec(searchParams.get("file") ?? "")?.[0] : undefined;
  const file = meant ?? FILE.exec(pathname)?.[1];
  if (file) return `file:${file.toLowerCase()}`;
  const project = PROJECT.exec(pathname)?.[1];
  return project ? `project:${project.toUpperCase()}` : null;
}
