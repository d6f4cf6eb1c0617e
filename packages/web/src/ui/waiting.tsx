import { Skeleton, Stack } from "@mantine/core";
import { useEffect, useState } from "react";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The shape of a page that takes longer than 300 ms; before that nothing, so that quick pages do not flicker. */
export function Waiting({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {ROWS.slice(0, rows).map((row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}
