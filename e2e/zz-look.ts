import { chromium } from "@playwright/test";
import { setUp, signIn } from "./account.ts";
const url = "http://localhost:4110";
const api = await setUp(url).catch(() => signIn(url));
const { project } = await api.call<any>("POST", "/sample").catch(async () => ({ project: (await api.call<any>("GET", "/projects")).items.find((p: any) => p.key) }));
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const steps = process.argv.slice(2);
for (const [w, h, scheme] of [[1440, 900, "light"], [1440, 900, "dark"], [390, 844, "light"]] as const) {
  const c = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme, locale: "en-GB", timezoneId: "Europe/Berlin" });
  await c.addCookies(api.cookie.split("; ").map((kv) => ({ name: kv.split("=")[0]!, value: kv.slice(kv.indexOf("=") + 1), url })));
  const p = await c.newPage();
  for (const s of steps) {
    await p.goto(`${url}/p/${project.key}/board${s}`); await p.waitForTimeout(1200);
    await p.screenshot({ path: `/tmp/mine/${w}-${scheme}-${s.replace(/\W/g, "_")}.png` });
  }
  await c.close();
}
await b.close();
