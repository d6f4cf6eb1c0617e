import type { ReactNode } from "react";

/** Bold, a named link and a bare one; every part has a length, so that no text makes the search slow. */
const MARKS =
  /\*\*([^*\n]{1,300})\*\*|\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()]{1,1000})\)|(https?:\/\/[^\s<>"]{1,1000})/g;
const ITEM = /^\s{0,3}(?:[-*•]|\d{1,3}[.)])\s+/;

/** What somebody wrote, with its paragraphs, lists and links; nothing of it is ever markup of ours. */
export function Words({ text }: { text: string }) {
  return (
    <div className="words">
      {blocks(text).map(({ kind, lines }, n) =>
        kind === "list" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
          <ul key={n}>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
              <li key={at}>{inline(line.replace(ITEM, ""))}</li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
          <p key={n}>{inline(lines.join("\n"))}</p>
        ),
      )}
    </div>
  );
}

interface Block {
  kind: "list" | "text";
  lines: string[];
}

function blocks(text: string): Block[] {
  const found: Block[] = [];
  let isNew = true;
  for (const line of text.replaceAll("\r\n", "\n").split("\n")) {
    if (line.trim() === "") {
      isNew = true;
      continue;
    }
    const kind = ITEM.test(line) ? "list" : "text";
    const last = found.at(-1);
    if (last && !isNew && last.kind === kind) last.lines.push(line);
    else found.push({ kind, lines: [line] });
    isNew = false;
  }
  return found;
}

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, bold, name, named, bare] = match;
    if (match.index > from) parts.push(text.slice(from, match.index));
    from = match.index + whole.length;
    const address = named ?? bare;
    parts.push(
      address === undefined ? (
        <strong key={match.index}>{bold}</strong>
      ) : (
        <a key={match.index} href={address} rel="noopener noreferrer">
          {name ?? address}
        </a>
      ),
    );
  }
  return [...parts, text.slice(from)];
}
