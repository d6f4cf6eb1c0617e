import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { counted } from "../lib/counted.ts";
import { type Project, useManages } from "../lib/current-project.ts";
import { useIsGuest, useMe } from "../lib/session.ts";
import { publicationStateQuery } from "./publications.api.ts";
import classes from "./publications.module.css";

/** What the client has not been told, and the way to tell it. */
export function PublishButton({ project }: { project: Project }) {
  const { data } = useQuery({ ...publicationStateQuery(project.id), enabled: project.clientId !== null });
  const manages = useManages();
  const count = data?.count ?? 0;
  if (project.clientId === null || !data || data.count === null) return null;
  const untold = count === 0 ? "" : `${counted(count, "change")} not published`;
  if (!manages) return untold ? <span className={classes.untold}>{untold}</span> : null;
  return (
    <Button
      component={Link}
      to={`/p/${project.key.toLowerCase()}/publish`}
      size="compact-sm"
      variant={count > 0 ? "filled" : "default"}
    >
      Publish
      {untold ? (
        <span className={classes.count}>
          {count}
          <span className={classes.countWords}>{untold.slice(`${count}`.length)}</span>
        </span>
      ) : null}
    </Button>
  );
}

/** Exactly the client's page, in a tab of its own. */
export function ViewAsClient({ project, milestone }: { project: Project; milestone?: number }) {
  const { workspace } = useMe();
  const isGuest = useIsGuest();
  if (project.clientId === null || isGuest) return null;
  const page = milestone === undefined ? "" : `/m/${milestone}`;
  return (
    <Button
      component="a"
      href={`/portal/${workspace.slug}/${project.key.toLowerCase()}${page}?as=client`}
      target="_blank"
      rel="noopener"
      size="compact-sm"
      variant="default"
      leftSection={<IconEye size={14} aria-hidden />}
    >
      View as client
    </Button>
  );
}
