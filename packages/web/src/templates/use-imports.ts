import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSubmit } from "../lib/use-submit.ts";
import { takeFile } from "./template-acts.ts";
import type { ImportedTemplate } from "./templates.api.ts";

/** What came of one file. */
export type Outcome = { file: string } & ({ taken: ImportedTemplate } | { problem: unknown });

/** Takes files over one after the other; one that cannot be read does not stop the others. */
export function useImports() {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const { submit, busy } = useSubmit(async (files: readonly File[]) => {
    const found: Outcome[] = [];
    for (const file of files) {
      try {
        found.push({ file: file.name, taken: await takeFile(client, file) });
      } catch (problem) {
        found.push({ file: file.name, problem });
      }
    }
    setOutcomes(found);
  });
  return { take: submit, busy, outcomes, forget: () => setOutcomes([]) };
}
