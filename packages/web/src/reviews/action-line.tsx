import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type RefObject, useMemo } from "react";
import { announce } from "../lib/announce.ts";
import { dayText } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { type Chip, parseQuickAdd } from "../lib/quick-add.ts";
import { sayProblem } from "../lib/undo.tsx";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./review.module.css";
import { actionWords, shortRef } from "./review-words.ts";
import { addAction, type Review, type ReviewAction, type ReviewLine, removeAction } from "./reviews.api.ts";

interface ActionsProps {
  review: Review;
  line: ReviewLine | null;
  names: ReadonlyMap<string, string>;
  field?: RefObject<HTMLInputElement | null>;
}

/** What somebody does next: one line, Enter, and it is a card. */
export function Actions({ review, line, names, field }: ActionsProps) {
  const open = review.heldAt === null && review.may.write;
  const actions = line ? line.actions : review.actions;
  return (
    <div>
      <ActionList review={review} actions={actions} names={names} removable={open} />
      {open ? (
        <NewAction
          key={line?.milestoneId ?? ""}
          review={review}
          line={line}
          names={names}
          {...(field ? { field } : {})}
        />
      ) : null}
    </div>
  );
}

function ActionList({
  review,
  actions,
  names,
  removable,
}: {
  review: Review;
  actions: readonly ReviewAction[];
  names: ReadonlyMap<string, string>;
  removable: boolean;
}) {
  const client = useQueryClient();
  if (actions.length === 0) return null;
  return (
    <ul className={classes.facts} aria-label="Actions">
      {actions.map((action) => (
        <li key={action.id}>
          <Group gap="xs" wrap="nowrap">
            <Text component="span" size="sm" style={{ flex: 1 }}>
              {`→ ${actionWords(action, names, review.today)} `}
              {action.ref ? <Link to={`/c/${action.ref}` as "/"}>{action.ref}</Link> : null}
            </Text>
            {removable ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Take back “${action.title}”`}
                onClick={() => void removeAction(client, review, action.id).catch(sayProblem)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            ) : null}
          </Group>
        </li>
      ))}
    </ul>
  );
}

type Named = Extract<Chip, { id: string }>;

function namedIn(chips: readonly Chip[], kind: Named["kind"]): Named | undefined {
  return chips.find((chip): chip is Named => chip.kind === kind);
}

function NewAction({ review, line, names, field }: ActionsProps) {
  const client = useQueryClient();
  const [text, setText, clear] = useDraft(`review.${review.id}.action.${line?.milestoneId ?? ""}`);
  const world = useMemo(
    () => ({
      people: review.memberIds.map((id) => ({ id, name: names.get(id) ?? "" })),
      labels: [],
      milestones: review.lines.map((each) => ({
        id: each.milestoneId,
        title: each.title,
        number: Number(shortRef(each).slice(1)),
      })),
      today: review.today,
    }),
    [review, names],
  );
  const { title, chips } = parseQuickAdd(text, world);
  const owner = namedIn(chips, "person");
  const due = chips.find((chip) => chip.kind === "due");
  const other = namedIn(chips, "milestone");
  const { submit, problem } = useSubmit(async () => {
    if (title.trim() === "") return;
    const milestoneId = other?.id ?? line?.milestoneId ?? null;
    const wanted = { title: title.trim(), ownerId: owner?.id ?? null, dueOn: due?.day ?? null, milestoneId };
    // The line is free for the next one at once; a refusal gives the words back.
    clear();
    await addAction(client, review, wanted).catch((error: unknown) => {
      setText(text);
      throw error;
    });
    announce(`Action added: ${wanted.title}`);
  });
  const understood = [
    ...(owner ? [`for ${owner.shown}`] : []),
    ...(due ? [`due ${dayText(due.day, review.today)}`] : []),
    ...(other ? [`serves ${other.shown}`] : []),
  ].join(", ");
  return (
    <>
      <TextInput
        {...(field ? { ref: field } : {})}
        label="Action"
        placeholder="@sam call Dana mon"
        description={understood === "" ? "@who what when, Enter makes it a card" : `A card ${understood}`}
        maxLength={300}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <Refusal problem={problem} />
    </>
  );
}
