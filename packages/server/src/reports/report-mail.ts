import type { Scope } from "../access/scope.ts";
import { mailWithHomeLink } from "../portal/home-link.ts";
import type { Recipient } from "../publications/publications.store.ts";
import { sayIn } from "../words/say.ts";
import type { ReportSnapshotView } from "./report-snapshot.view.ts";
import { type ReportText, reportText } from "./report-words.ts";

export interface MadeReport {
  id: string;
  projectId: string;
  snapshot: ReportSnapshotView;
  names: ReadonlyMap<string, string>;
}

/** The whole report to each of them, in their language; a report goes to the same person once. */
export async function mailReport(
  scope: Scope,
  { id, projectId, snapshot, names }: MadeReport,
  readers: readonly Recipient[],
): Promise<void> {
  const { workspaceId } = scope.actor;
  for (const { id: personId, email, language } of readers) {
    const say = sayIn(language);
    const text = reportText({ say, snapshot, names });
    await mailWithHomeLink(
      scope.tx,
      scope.kit,
      { workspaceId, personId, email, language, projectId },
      (linkId) => ({
        kind: "report",
        data: {
          linkId,
          project: snapshot.project.name,
          day: say.day(snapshot.onDate, snapshot.onDate),
          headline: text.headline,
          paragraphs: [`${text.state}: ${text.standing}`, text.dated, text.age].filter((one) => one !== ""),
          sections: [roadOf(text), ...text.sections].filter(({ lines }) => lines.length > 0),
        },
      }),
      `${id}:${personId}`,
    );
  }
}

function roadOf({ road }: ReportText): { heading: string; lines: string[] } {
  const lines = road.rows.map(({ name, isReached, state, date, baseline, expected }) => {
    const facts = [
      isReached ? date : `${date}, ${state}`,
      baseline && road.head.baseline ? `${road.head.baseline}: ${baseline}` : "",
      expected && road.head.expected ? `${road.head.expected}: ${expected}` : "",
    ];
    return `${name}: ${facts.filter((fact) => fact !== "").join(" · ")}`;
  });
  return { heading: road.heading, lines: road.more ? [...lines, road.more] : lines };
}
