import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../lib/problem.ts";
import { useCan } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { FileDrop } from "../ui/file-drop.tsx";
import { Page } from "../ui/page.tsx";
import { Refusal } from "../ui/refusal.tsx";
import { ImportChoices } from "./import-choices.tsx";
import { ImportReport } from "./import-report.tsx";
import { type Choices, type Preview, previewBoard, type Report, runBoard } from "./imports.api.ts";

/** A board from Trello: pick the file, see what is in it, say where it goes, read what came of it. */
export function ImportPage() {
  useTitle("Import a board");
  const mayImport = useCan("import.run");
  const { step, read, run, reset } = useImport();
  if (!mayImport)
    return <EmptyState title="Import a board">An owner or admin can bring a board in.</EmptyState>;
  return (
    <Page
      title={titleOf(step)}
      lead={step.at === "file" ? "A Trello board with its cards, checklists, labels and comments." : null}
      narrow
    >
      {step.at === "file" ? (
        <>
          <FileDrop
            accept="application/json,.json"
            name="Trello export"
            action="Choose a Trello export"
            busy={read.busy}
            onFile={(file) => void read.submit(file)}
          >
            In Trello: Menu, Print, export and share, Export as JSON. Up to 64 MB. Nothing is written before
            you say so.
          </FileDrop>
          <Refusal problem={read.problem} />
        </>
      ) : null}
      {step.at === "choices" ? <ImportChoices preview={step.preview} onRun={run} onBack={reset} /> : null}
      {step.at === "report" ? <ImportReport report={step.report} onAgain={reset} /> : null}
    </Page>
  );
}

type Step =
  | { at: "file" }
  | { at: "choices"; document: string; preview: Preview }
  | { at: "report"; report: Report };

const MAX_FILE = 64 * 1_048_576;
const TOO_LARGE = {
  title: "This file cannot be imported",
  detail: "The file is larger than 64 MB. That is more than an import takes.",
};

function useImport() {
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: "file" });
  const read = useSubmit(async (file: File) => {
    if (file.size > MAX_FILE) throw new ApiProblem(413, TOO_LARGE);
    const document = await file.text();
    setStep({ at: "choices", document, preview: await previewBoard(document) });
  });
  const run = async (choices: Choices) => {
    if (step.at !== "choices") return;
    const report = await runBoard(step.document, choices);
    setStep({ at: "report", report });
    await client.invalidateQueries();
  };
  return { step, read, run, reset: () => setStep({ at: "file" }) };
}

function titleOf(step: Step): string {
  if (step.at === "choices") return `Import ${step.preview.board.name}`;
  return step.at === "report" ? "Imported" : "Import a board";
}
