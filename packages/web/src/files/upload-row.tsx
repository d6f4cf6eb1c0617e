import { Button, Group, Progress } from "@mantine/core";
import classes from "./files.module.css";
import type { Upload } from "./uploads.ts";

export function UploadRow({ upload: { name, part, problem, again, stop } }: { upload: Upload }) {
  return (
    <div className={classes.upload} role={problem ? "alert" : "status"}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className={classes.name}>{name}</span>
        <Group gap="xs" wrap="nowrap">
          {problem && again ? (
            <Button size="compact-sm" variant="default" onClick={again}>
              Retry
            </Button>
          ) : null}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={stop}>
            {problem ? "Remove" : "Stop"}
          </Button>
        </Group>
      </Group>
      {problem ? <span className={classes.problem}>{problem}</span> : null}
      {problem ? null : (
        <Progress value={part * 100} size="sm" aria-label={`${name}: ${Math.round(part * 100)} %`} />
      )}
    </div>
  );
}
