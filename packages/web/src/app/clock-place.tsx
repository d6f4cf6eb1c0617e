import { lazy, Suspense, useEffect, useState } from "react";

const RunningClock = lazy(() =>
  import("../time/running-clock.tsx").then(({ RunningClock }) => ({ default: RunningClock })),
);

const REST_MS = 1_500;

/** Where a running clock shows, once the page itself is there. */
export function ClockPlace() {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setAtRest(true), REST_MS);
    return () => clearTimeout(wait);
  }, []);
  if (!isAtRest) return null;
  return (
    <Suspense>
      <RunningClock />
    </Suspense>
  );
}
