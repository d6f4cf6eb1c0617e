import { OwnFeeds } from "../feeds/own-feeds.tsx";
import { MailRhythm } from "../inbox/mail-rhythm.tsx";
import { MuteList } from "../inbox/mute-list.tsx";
import { YouPage } from "../people/you.page.tsx";

/** What concerns oneself alone: how one hears of things, and one's own calendar. */
export function YouScreen() {
  return <YouPage calendar={<OwnFeeds />} rhythm={<MailRhythm />} muted={<MuteList />} />;
}
