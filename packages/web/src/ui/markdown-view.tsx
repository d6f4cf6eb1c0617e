import MarkdownIt, { type Token } from "markdown-it";
import { createElement, type ReactNode, use, useMemo } from "react";
import { CurrentProject } from "../lib/current-project.ts";
import { refOfAddress, withRefs } from "../lib/link-refs.ts";
import { LinkChip } from "./link-chip.tsx";
import classes from "./markdown.module.css";

/** A text that names more things than this is no text: the rest of them stay words. */
const MOST_CHIPS = 50;

// No HTML of the writer's; dangerous link schemes are refused by the reader itself.
const reader = new MarkdownIt({ html: false, linkify: true, breaks: true });

export function MarkdownView({ text }: { text: string }) {
  const projectKey = use(CurrentProject)?.key ?? null;
  const content = useMemo(
    () => drawn(reader.parse(text, {}), { projectKey, chips: MOST_CHIPS }),
    [text, projectKey],
  );
  return <div className={classes.text}>{content}</div>;
}

interface Text {
  /** Of the page; short names of milestones are of this project. */
  projectKey: string | null;
  /** How many things may still be shown as such. */
  chips: number;
}

interface Open {
  token: Token | null;
  children: ReactNode[];
}

/** Tokens become elements one by one, so no string is ever put into the page as HTML. */
function drawn(tokens: readonly Token[], text: Text): ReactNode[] {
  const root: Open = { token: null, children: [] };
  const stack = [root];
  for (const [at, token] of tokens.entries()) {
    const parent = stack.at(-1) ?? root;
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1) {
      const closed = stack.pop();
      const outer = stack.at(-1) ?? root;
      if (closed?.token) outer.children.push(...element(closed.token, closed.children, { key: at, text }));
    } else if (token.type === "text" && !stack.some((open) => open.token?.type === "link_open"))
      parent.children.push(...words(token.content, { key: at, text }));
    else parent.children.push(leaf(token, at, text));
  }
  return root.children;
}

interface Place {
  key: number;
  text: Text;
}

/** Short names of things become the things. */
function words(content: string, { key, text }: Place): ReactNode[] {
  return withRefs(content, text.projectKey).map((piece) => {
    if (typeof piece === "string") return piece;
    if (text.chips === 0) return piece.words;
    text.chips -= 1;
    return (
      <LinkChip key={`${key}-${piece.at}`} name={piece.ref}>
        {piece.words}
      </LinkChip>
    );
  });
}

function element(token: Token, children: ReactNode[], { key, text }: Place): ReactNode[] {
  // Paragraphs of tight lists are hidden: their words stand alone.
  if (token.hidden) return children;
  if (token.type === "link_open") return [linkOrThing(token, children, { key, text })];
  const start = token.attrGet("start");
  return [createElement(token.tag, { key, ...(start ? { start: Number(start) } : {}) }, ...children)];
}

/** An address that stands there as it was pasted; whoever gave it words of their own keeps these. */
function linkOrThing(token: Token, children: ReactNode[], { key, text }: Place): ReactNode {
  const href = String(token.attrGet("href") ?? "");
  const name = token.info === "auto" && text.chips > 0 ? refOfAddress(href) : null;
  if (name === null) return link(href, children, key);
  text.chips -= 1;
  return (
    <LinkChip key={key} name={name} href={href}>
      {link(href, children, key)}
    </LinkChip>
  );
}

function link(href: string, children: ReactNode, key: number): ReactNode {
  return (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function leaf(token: Token, key: number, text: Text): ReactNode {
  switch (token.type) {
    case "inline":
      return createElement("span", { key }, ...drawn(token.children ?? [], text));
    case "softbreak":
    case "hardbreak":
      return <br key={key} />;
    case "code_inline":
      return <code key={key}>{token.content}</code>;
    case "fence":
    case "code_block":
      return (
        <pre key={key}>
          <code>{token.content}</code>
        </pre>
      );
    case "hr":
      return <hr key={key} />;
    case "image":
      return image(token, key);
    default:
      return token.content;
  }
}

/** The page loads pictures from its own server only; others are links that one may follow. */
function image(token: Token, key: number): ReactNode {
  const source = String(token.attrGet("src") ?? "");
  const words = token.content || source;
  if (source.startsWith("/api/v1/files/")) return <img key={key} src={source} alt={words} loading="lazy" />;
  return link(source, words, key);
}
