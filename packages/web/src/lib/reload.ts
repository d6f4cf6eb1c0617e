const LAST = "milepost.reloaded";
const PAUSE_MS = 60_000;

/**
 * After an upgrade the files of the old page are gone, and the new page has others. A file that is missing because the
 * line is broken is no upgrade: the page stays, with everything that was written on it.
 */
export async function reloadAfterUpgrade(reload = () => location.reload()): Promise<void> {
  const now = Date.now();
  if (now - Number(sessionStorage.getItem(LAST) ?? 0) < PAUSE_MS) return;
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(LAST, String(now));
  reload();
}
