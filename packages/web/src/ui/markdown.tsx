import { lazy, Suspense } from "react";
import { later } from "../lib/later.ts";

const Rendered = lazy(later(async () => ({ default: (await import("./markdown-view.tsx")).MarkdownView })));

/** Text with markdown as it is meant to be read; the renderer is loaded when the first text is shown. */
export function Markdown({ text }: { text: string }) {
  return (
    <Suspense fallback={<div style={{ whiteSpace: "pre-wrap" }}>{text}</div>}>
      <Rendered text={text} />
    </Suspense>
  );
}
