import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Board, type BoardCard, type CardDetail, cardQuery } from "../lib/board-query.ts";
import { useWrites, withWrites } from "../lib/card-writes.ts";
import { inWords } from "../lib/problem.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { BlockedField } from "./blocked-field.tsx";
import { BodyField } from "./body-field.tsx";
import { CardActs } from "./card-acts-bar.tsx";
import { CardButtons } from "./card-buttons.tsx";
import { ClientSwitch, EstimateHistory } from "./card-facts.tsx";
import type { CardField } from "./card-keys.ts";
import classes from "./card-view.module.css";
import { Checklist } from "./checklist.tsx";
import { DatesField } from "./dates-field.tsx";
import { DependenciesField } from "./dependencies-field.tsx";
import { EstimateField } from "./estimate-field.tsx";
import { LabelsField } from "./labels-field.tsx";
import { LinksField } from "./links-field.tsx";
import { MilestoneField } from "./milestone-field.tsx";
import { PeopleField } from "./people-field.tsx";
import { PriorityField } from "./priority-field.tsx";
import { TitleField } from "./title-field.tsx";
import { ValuesField } from "./values-field.tsx";

interface CardViewProps {
  board: Board;
  card: BoardCard;
  /** Leaves the card, when it is not there any more. */
  onGone: () => void;
  /** Files, talk and activity, which belong to others. */
  files: ReactNode;
  talk: ReactNode;
  /** The way to the fields of the project. */
  fields: ReactNode;
  /** What was worked on it. */
  time: ReactNode;
}

/** What exactly, by when, for which milestone: from the board's copy at once, the rest as it comes. */
export function CardView({ board, card: known, onGone, files, talk, fields, time }: CardViewProps) {
  const { data, error, refetch } = useQuery(cardQuery(board.project.id, known.id));
  const pending = useWrites();
  const [card = known] = withWrites(
    [known],
    pending.filter(({ change }) => change !== null),
  );
  const detail = data ? { ...data, ...card, revision: data.revision } : null;
  const field = { board, card };
  return (
    <Stack gap="md" className={classes.view}>
      <div data-card-field="title">
        <TitleField {...field} card={detail ?? card} />
      </div>
      <CardActs board={board} card={card} detail={detail} onGone={onGone} />
      {detail?.archivedAt ? null : <CardButtons projectId={board.project.id} cardId={card.id} />}
      <div className={classes.pair}>
        <div data-card-field="milestone">
          <MilestoneField {...field} />
        </div>
        <PriorityField {...field} />
      </div>
      <div data-card-field="dates">
        <DatesField {...field} />
      </div>
      <div data-card-field="estimate">
        <EstimateField {...field} />
        {detail ? <EstimateHistory card={detail} board={board} /> : null}
      </div>
      <div data-card-field="time">{time}</div>
      <div className={classes.pair}>
        <Folded field="people" title="People" said={namesOf(board.people, card.people)}>
          <PeopleField {...field} />
        </Folded>
        <Folded field="labels" title="Labels" said={namesOf(board.labels, card.labels)}>
          <LabelsField {...field} />
        </Folded>
      </div>
      {error ? (
        <ProblemNotice title="The rest of the card could not be read" onRetry={() => void refetch()}>
          {inWords(error).message}
        </ProblemNotice>
      ) : null}
      {detail ? (
        <Details board={board} card={detail} files={files} fields={fields} />
      ) : error ? null : (
        <Waiting rows={4} />
      )}
      {talk}
    </Stack>
  );
}

interface DetailsProps extends Pick<CardViewProps, "board" | "files" | "fields"> {
  card: CardDetail;
}

function Details({ board, card, files, fields }: DetailsProps) {
  return (
    <>
      <Part title="Description">
        <BodyField key={card.id} card={card} />
      </Part>
      <Part title="Checklist">
        <Checklist board={board} card={card} />
      </Part>
      <BlockedField board={board} card={card} reason={card.blockedReason} />
      <ClientSwitch card={card} />
      {card.values.length > 0 || fields ? (
        <Part title={card.values.length > 0 ? "Fields" : null}>
          <ValuesField card={card} />
          {fields}
        </Part>
      ) : null}
      <Part title="Depends on">
        <DependenciesField card={card} board={board} />
      </Part>
      <Part title="Links">
        <LinksField card={card} />
      </Part>
      <Part title="Files">{files}</Part>
    </>
  );
}

function Part({ title, children }: { title: string | null; children: ReactNode }) {
  return (
    <section>
      {title ? <h2 className={classes.part}>{title}</h2> : null}
      {children}
    </section>
  );
}

interface FoldedProps {
  field: CardField;
  title: string;
  said: string;
  children: ReactNode;
}

/** A long list of ticks, closed until it is wanted; the line says what is chosen. */
function Folded({ field, title, said, children }: FoldedProps) {
  return (
    <div data-card-field={field}>
      <details className={classes.folded}>
        <summary>
          <span className={classes.foldedTitle}>{title}</span> <Text span>{said || "None"}</Text>
        </summary>
        <div className={classes.foldedBody}>{children}</div>
      </details>
    </div>
  );
}

function namesOf(list: readonly { id: string; name: string }[], ids: readonly string[]): string {
  return ids.map((id) => list.find((each) => each.id === id)?.name ?? "Somebody").join(", ");
}
