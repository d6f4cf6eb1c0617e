import { Box } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { listenForKeys } from "../lib/keyboard.ts";
import { openLive } from "../lib/live.ts";
import { useArrival } from "./arrival.ts";
import { ClockPlace } from "./clock-place.tsx";
import { CommandButton } from "./command-menu.tsx";
import { CreateMenu } from "./create-menu.tsx";
import { Navigation } from "./navigation.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import classes from "./shell.module.css";
import { ShellKeys } from "./shell-keys.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The frame of the team app: places on the left, commands above, one page. Plain CSS: Mantine's own frame is 8 kB. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure();
  const client = useQueryClient();
  const router = useRouter();
  useEffect(() => openLive(client), [client]);
  useEffect(() => listenForKeys(), []);
  useArrival();
  useEffect(() => router.subscribe("onBeforeNavigate", close), [router, close]);
  return (
    <>
      {/* Before the page: what a key means there comes first. */}
      <ShellKeys />
      <a className="mp-skip" href="#content">
        Skip to the page
      </a>
      <header className={classes.header}>
        <Link to="/portfolio" aria-label="milepost, to the portfolio" className={classes.home}>
          <Wordmark />
        </Link>
        <div className={classes.tools}>
          <ClockPlace />
          <Box visibleFrom="sm">
            <CommandButton />
          </Box>
          <CreateMenu />
          <PersonMenu />
        </div>
      </header>
      <div className={classes.places} data-open={open || undefined}>
        <Navigation />
      </div>
      <main id="content" tabIndex={-1} className={`${classes.main} mp-main`}>
        <OfflineBanner />
        <Outlet />
      </main>
      <div className={classes.foot}>
        <PhoneBar open={open} onPlaces={toggle} />
      </div>
    </>
  );
}
