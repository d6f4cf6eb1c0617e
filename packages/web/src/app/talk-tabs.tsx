import { Tabs } from "@mantine/core";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { Files } from "../files/files.tsx";
import { useFilesAnywhere } from "../lib/files-anywhere.ts";
import { Talk } from "../talk/talk.tsx";
import { TALK_TABS, type TalkTab } from "./talk-tab.ts";
import classes from "./talk-tabs.module.css";

const NONE: readonly File[] = [];

interface TalkTabsProps {
  label: string;
  subject: { kind: "project" | "objective" | "milestone"; id: string; projectId: string };
  /** Internal projects have no client to talk with. */
  hasClient: boolean;
  tab: TalkTab;
  onOpen: (tab: TalkTab) => void;
  history: ReactNode;
}

/** What is said about a thing, its files, and what happened to it. Files dropped anywhere are taken, whatever is open. */
export function TalkTabs({ label, subject, hasClient, tab, onOpen, history }: TalkTabsProps) {
  const shown = tab === "client" && !hasClient ? "team" : tab;
  const open = (value: string | null) => {
    const next = TALK_TABS.find((known) => known === value);
    if (next) onOpen(next);
  };
  const [handed, setHanded] = useState(NONE);
  const tabs = useRef<HTMLDivElement>(null);
  const taken = useCallback(() => setHanded(NONE), []);
  const held = useFilesAnywhere((files) => {
    setHanded([...files]);
    onOpen("files");
    requestAnimationFrame(() => tabs.current?.scrollIntoView({ block: "nearest" }));
  }, shown !== "files");
  return (
    <Tabs ref={tabs} value={shown} onChange={open} keepMounted={false}>
      {held ? <output className={classes.drop}>Drop to add to Files</output> : null}
      <Tabs.List aria-label={label}>
        <Tabs.Tab value="team">Team talk</Tabs.Tab>
        {hasClient ? <Tabs.Tab value="client">Client talk</Tabs.Tab> : null}
        <Tabs.Tab value="files" className={held ? classes.held : ""}>
          Files
        </Tabs.Tab>
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="team" pt="sm">
        <Talk
          subject={subject}
          audience="team"
          {...(hasClient ? { onToClient: () => onOpen("client") } : {})}
        />
      </Tabs.Panel>
      <Tabs.Panel value="client" pt="sm">
        <Talk subject={subject} audience="client" />
      </Tabs.Panel>
      <Tabs.Panel value="files" pt="sm" keepMounted>
        <Files
          key={subject.id}
          subject={subject}
          isShown={shown === "files"}
          handed={handed}
          onTaken={taken}
        />
      </Tabs.Panel>
      <Tabs.Panel value="history" pt="sm">
        {history}
      </Tabs.Panel>
    </Tabs>
  );
}
