import type { ComponentType } from "react";

interface FieldProps {
  audience: "team" | "client";
  label: string;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  /** Where somebody of the client is named among the team. */
  toClient?: { label: string; run: () => void };
}

/** Where the text of a message is written, with who may be named in it. */
export interface MessageField {
  Field: ComponentType<FieldProps>;
  named: (audience: "team" | "client", text: string) => Promise<string[]>;
}
