import { Button } from "@mantine/core";

/** "2 new": what came meanwhile waits, so that nothing moves under the pointer. */
export function NewPill({ count, onTake }: { count: number; onTake: () => void }) {
  return (
    <div role="status">
      {count > 0 ? (
        <Button radius="xl" size="compact-md" mb="sm" onClick={onTake}>
          {`${count} new`}
        </Button>
      ) : null}
    </div>
  );
}
