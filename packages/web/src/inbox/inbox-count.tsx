import { VisuallyHidden } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { keys } from "../lib/query-keys.ts";
import classes from "./inbox.module.css";
import { useFreshInbox } from "./use-fresh-inbox.ts";

const MOST = 99;

/** How many items are unread, beside the way to them. */
export function InboxCount() {
  useFreshInbox(useQueryClient());
  const unread = useQuery({
    queryKey: [...keys.inbox, "unread"],
    queryFn: () => answer(api.GET("/api/v1/inbox/unread")),
  }).data?.unread;
  if (!unread) return null;
  return (
    <span className={classes.count}>
      {unread > MOST ? `${MOST}+` : unread}
      <VisuallyHidden> unread</VisuallyHidden>
    </span>
  );
}
