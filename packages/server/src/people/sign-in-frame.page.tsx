import type { ReactNode } from "react";
import { PAGE_STYLE } from "./sign-in-style.ts";

export interface FrameProps {
  title: string;
  children: ReactNode;
  /** The small script of pages with a form; every page works without it. */
  script?: boolean;
}

export function Frame({ title, children, script }: FrameProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Milepost`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style>{PAGE_STYLE}</style>
        {script ? <script src="/sign-in.js" defer /> : null}
      </head>
      <body>
        <main>
          <p className="mark">
            <svg width="22" height="24" viewBox="0 0 22 24" aria-hidden="true">
              <path className="slab" d="M1 24V11a10 10 0 0 1 20 0v13z" />
              <path className="diamond" d="M11 6.5l5.5 6.5-5.5 6.5L5.5 13z" />
            </svg>
            milepost
          </p>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>
  );
}

export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}
