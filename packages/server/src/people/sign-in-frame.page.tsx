import type { ReactNode } from "react";
import { PAGE_STYLE } from "./sign-in-style.ts";

export interface FrameProps {
  title: string;
  children: ReactNode;
  /** The small script of pages with a form; every page works without it. */
  script?: boolean;
  language?: string;
  /** Whose page it is where it is not Milepost's own. */
  house?: string;
}

export function Frame({ title, children, script, language = "en", house }: FrameProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · ${house ?? "Milepost"}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style>{PAGE_STYLE}</style>
        {script ? <script src="/sign-in.js" defer /> : null}
      </head>
      <body>
        <main>
          <p className="mark">{house ?? <Wordmark />}</p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

function Wordmark() {
  return (
    <>
      <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
        <path className="slab" d="M1 24V11a10 10 0 0 1 20 0v13z" />
        <path className="diamond" d="M11 6.5l5.5 6.5-5.5 6.5L5.5 13z" />
      </svg>
      milepost
    </>
  );
}

export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}
