import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import classes from "./review.module.css";
import type { Review } from "./reviews.api.ts";

/** What publishing would say, as it grows with each decision. */
export function NoticePreview({ review: { notice, project } }: { review: Review }) {
  if (!notice) return null;
  return (
    <details className={classes.notice} open>
      <summary>Preview of the change notice</summary>
      <div className={classes.columns}>
        <section aria-label="For the client">
          <Text size="sm" fw={600} mt="xs">
            {`For ${project.client?.name ?? "the client"}`}
          </Text>
          <Text size="sm" className={classes.words}>
            {notice.draft.clientText || "Nothing to tell yet."}
          </Text>
        </section>
        <section aria-label="For the team">
          <Text size="sm" fw={600} mt="xs">
            For the team
          </Text>
          <Text size="sm" className={classes.words}>
            {notice.draft.teamText || "Nothing to tell yet."}
          </Text>
        </section>
      </div>
      <Text size="sm" mt="xs">
        <Link to="/p/$projectKey/publish" params={{ projectKey: project.key.toLowerCase() }}>
          Publish to team and client
        </Link>
      </Text>
    </details>
  );
}
