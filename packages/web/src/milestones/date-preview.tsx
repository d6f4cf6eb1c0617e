import { Alert, Text } from "@mantine/core";
import type { Board } from "../lib/board-query.ts";
import type { DateEffect, DateTrial } from "../lib/date-effect.ts";
import { usePeopleNames } from "../lib/people-names.ts";
import type { Plan } from "../lib/plan-query.ts";
import { MovedDates } from "../ui/moved-dates.tsx";

interface DatePreviewProps {
  plan: Plan;
  board: Board | undefined;
  trial: DateTrial;
  effect: DateEffect;
  nothing: boolean;
}

/** Old and new dates of all that moves, which cards fall out, which outside dates are missed, who is touched. */
export function DatePreview({ plan, board, trial, effect, nothing }: DatePreviewProps) {
  const names = usePeopleNames(plan.project.id);
  const { preview, refusal } = effect;
  if (refusal)
    return (
      <Alert color="red" variant="light" role="status">
        {refusal}
      </Alert>
    );
  if (nothing) return <Text c="dimmed">Choose another day to see what it means.</Text>;
  const extra = effect.sentences.filter((sentence) => !/^M\d+ /.test(sentence));
  const people = touchedPeople(plan, board, new Set(preview.moves.map(({ milestoneId }) => milestoneId)));
  return (
    <div role="status">
      <MovedDates moves={preview.moves} titles={trial.titles} today={plan.today} />
      {preview.cards.length > 0 ? (
        <Text size="sm" mt={6}>
          {`Due outside then: ${preview.cards.map(({ cardId }) => `“${trial.titles.get(cardId) ?? ""}”`).join(", ")}.`}
        </Text>
      ) : null}
      {extra
        .filter((sentence) => !/^\d+ card/.test(sentence))
        .map((sentence) => (
          <Text key={sentence} size="sm" c="var(--mp-at-risk)" fw={600}>
            {`Mind: ${sentence}.`}
          </Text>
        ))}
      {people.length > 0 ? (
        <Text size="sm" c="dimmed" mt={6}>
          {`Touches ${people.map((id) => names.get(id) ?? "somebody").join(", ")}.`}
        </Text>
      ) : null}
    </div>
  );
}

/** Who owns what moves, or has open cards in it. */
function touchedPeople(plan: Plan, board: Board | undefined, moved: ReadonlySet<string>): string[] {
  const owners = plan.milestones.flatMap(({ id, ownerId }) => (ownerId && moved.has(id) ? [ownerId] : []));
  const workers = (board?.cards ?? []).flatMap(({ milestoneId, people, doneAt }) =>
    !doneAt && moved.has(milestoneId ?? "") ? people : [],
  );
  return [...new Set([...owners, ...workers])];
}
