import { OwnFeeds } from "../feeds/own-feeds.tsx";
import { YouPage } from "../people/you.page.tsx";

/** What concerns oneself alone, one's own calendar with it. */
export function YouScreen() {
  return <YouPage calendar={<OwnFeeds />} />;
}
