import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Shape } from "../lib/api.ts";
import { Waiting } from "../ui/waiting.tsx";
import { MailLine } from "./mail-line.tsx";
import classes from "./outbox.module.css";

interface MailPage {
  items: Shape<"Mail">[];
  nextCursor: string | null;
}

interface MailListProps {
  queryKey: readonly unknown[];
  read: (cursor: string | undefined) => Promise<MailPage>;
  /** Shown where there is nothing. */
  empty: React.ReactNode;
  projectName?: (projectId: string | null) => string | undefined;
}

/** Mails, newest first, earlier ones on wish. */
export function MailList({ queryKey, read, empty, projectName }: MailListProps) {
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey,
    initialPageParam: "",
    queryFn: ({ pageParam }) => read(pageParam || undefined),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (isPending) return <Waiting rows={3} />;
  const mails = data?.pages.flatMap(({ items }) => items) ?? [];
  if (mails.length === 0) return empty;
  return (
    <>
      <ul className={classes.list}>
        {mails.map((mail) => (
          <MailLine key={mail.id} mail={mail} project={projectName?.(mail.projectId)} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier mails
        </Button>
      ) : null}
    </>
  );
}
