import { FieldsEditor } from "../fields/fields-editor.tsx";
import { useProject } from "../lib/current-project.ts";
import { HeadPage } from "../projects/head-page.page.tsx";

/** The head page with the fields of the project's cards. */
export function HeadScreen() {
  return <HeadPage fields={<FieldsEditor projectId={useProject().id} />} />;
}
