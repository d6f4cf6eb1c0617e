import type { ReactNode } from "react";
import { placed } from "../ui/pasted-lines.tsx";
import classes from "./template.module.css";

/** A text or list under its name; nothing where there is nothing. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <div className={classes.text}>{children}</div>
    </div>
  );
}

/** Lines under their name, as bullets. */
export function LabelledLines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <span className={classes.label}>{label}</span>
      <ul className={classes.lines}>
        {placed(lines.map((line) => ({ line }))).map(({ place, line }) => (
          <li key={place}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
