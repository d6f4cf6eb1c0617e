import { AppShell, Box, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { listenForKeys } from "../lib/keyboard.ts";
import { openLive } from "../lib/live.ts";
import { CommandButton } from "./command-menu.tsx";
import { CreateMenu } from "./create-menu.tsx";
import { Navigation } from "./navigation.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { PhoneBar } from "./phone-bar.tsx";
import { ShellKeys } from "./shell-keys.tsx";
import { Wordmark } from "./wordmark.tsx";

/** The frame of the team app: places on the left, commands above, one page. */
export function Shell() {
  const [open, { toggle, close }] = useDisclosure();
  const client = useQueryClient();
  const router = useRouter();
  useEffect(() => openLive(client), [client]);
  useEffect(() => listenForKeys(), []);
  useEffect(() => router.subscribe("onBeforeNavigate", close), [router, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      footer={{ height: { base: 60, sm: 0 } }}
      navbar={{ width: 232, breakpoint: "sm", collapsed: { mobile: !open } }}
      padding={{ base: "sm", sm: "lg" }}
    >
      <a className="mp-skip" href="#content">
        Skip to the page
      </a>
      <AppShell.Header bg="var(--mp-panel)">
        <Group h="100%" px={{ base: "xs", sm: "md" }} gap="xs" wrap="nowrap" justify="space-between">
          <Group gap="xs" wrap="nowrap">
            <Link
              to="/portfolio"
              aria-label="Milepost, to the portfolio"
              style={{ color: "inherit", textDecoration: "none" }}
            >
              <Wordmark />
            </Link>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Box visibleFrom="sm">
              <CommandButton />
            </Box>
            <CreateMenu />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" bg="var(--mp-panel)" component="div">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Footer bg="var(--mp-panel)" hiddenFrom="sm">
        <PhoneBar open={open} onPlaces={toggle} />
      </AppShell.Footer>
      <AppShell.Main id="content" tabIndex={-1} className="mp-main">
        <OfflineBanner />
        <Outlet />
      </AppShell.Main>
      <ShellKeys />
    </AppShell>
  );
}
