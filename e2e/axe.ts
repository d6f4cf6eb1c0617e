import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

type Scheme = "light" | "dark";

/** All rules in the first scheme; in another the page is the same but for its colours. */
export async function violations(
  page: Page,
  where: string,
  schemes: readonly Scheme[] = ["light", "dark"],
): Promise<string[]> {
  const found: string[] = [];
  for (const [at, scheme] of schemes.entries()) {
    await lookIn(page, scheme);
    const axe = new AxeBuilder({ page });
    const { violations: all } = await (at === 0 ? axe : axe.withRules("color-contrast")).analyze();
    for (const { id, nodes } of all)
      for (const { target, failureSummary = "" } of nodes)
        found.push(`${where}, ${scheme}: ${id} at ${target.join(" ")}: ${failureSummary}`);
  }
  return found;
}

/** Colours that are on their way from one scheme to the other are neither's. */
async function lookIn(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(async () => {
    const end = performance.now() + 1_000;
    do await new Promise(requestAnimationFrame);
    while (performance.now() < end && document.getAnimations().some((one) => one instanceof CSSTransition));
  });
}
