import { RetrospectivePage } from "../closing/retrospective.page.tsx";
import { SaveAsTemplate } from "../templates/save-as-template.tsx";

/** Looking back, and what can be begun with again. */
export function RetrospectiveScreen() {
  return <RetrospectivePage template={<SaveAsTemplate durations="actual" />} />;
}
