import { Alert } from "@mantine/core";
import { useEffect, useState } from "react";
import { useOnline } from "../lib/live.ts";
import classes from "./shell.module.css";

const GRACE_MS = 2_000;

/** Says that the line is down; short breaks are not worth a word. */
export function OfflineBanner() {
  const online = useOnline();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (online) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), GRACE_MS);
    return () => clearTimeout(timer);
  }, [online]);
  if (!shown) return null;
  return (
    <Alert color="yellow" variant="light" mb="sm" role="status" className={classes.offline}>
      No connection to the server. You can go on reading, and texts you type stay in this browser; moving and
      saving wait until it is back.
    </Alert>
  );
}
