import MarkdownIt, { type Token } from "markdown-it";
import { createElement, type ReactNode, useMemo } from "react";
import classes from "./markdown.module.css";

// No HTML of the writer's; dangerous link schemes are refused by the reader itself.
const reader = new MarkdownIt({ html: false, linkify: true, breaks: true });

export function MarkdownView({ text }: { text: string }) {
  const content = useMemo(() => drawn(reader.parse(text, {})), [text]);
  return <div className={classes.text}>{content}</div>;
}

interface Open {
  token: Token | null;
  children: ReactNode[];
}

/** Tokens become elements one by one, so no string is ever put into the page as HTML. */
function drawn(tokens: readonly Token[]): ReactNode[] {
  const root: Open = { token: null, children: [] };
  const stack = [root];
  for (const [at, token] of tokens.entries()) {
    const parent = stack.at(-1) ?? root;
    if (token.nesting === 1) stack.push({ token, children: [] });
    else if (token.nesting === -1) {
      const closed = stack.pop();
      const outer = stack.at(-1) ?? root;
      if (closed?.token) outer.children.push(...element(closed.token, closed.children, at));
    } else parent.children.push(leaf(token, at));
  }
  return root.children;
}

function element(token: Token, children: ReactNode[], key: number): ReactNode[] {
  // Paragraphs of tight lists are hidden: their words stand alone.
  if (token.hidden) return children;
  if (token.type === "link_open") return [link(String(token.attrGet("href") ?? ""), children, key)];
  const start = token.attrGet("start");
  return [createElement(token.tag, { key, ...(start ? { start: Number(start) } : {}) }, ...children)];
}

function link(href: string, children: ReactNode, key: number): ReactNode {
  return (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function leaf(token: Token, key: number): ReactNode {
  switch (token.type) {
    case "inline":
      return createElement("span", { key }, ...drawn(token.children ?? []));
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
