import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { clientPages } from "./app/client-pages.ts";
import { guardDisk } from "./app/disk-guard.ts";
import { buildHttp } from "./app/http.ts";
import { type Installation, openInstallation } from "./app/installation.ts";
import { liveOf } from "./app/live.ts";
import { refusalOf } from "./app/refusal.ts";
import { ROUTES } from "./app/routes.ts";
import { webApp } from "./app/web-app.ts";
import { startWorker } from "./app/worker.ts";
import { feedPage } from "./feeds/feed-page.ts";
import { Secret } from "./kit/secret.ts";
import { readSettings, type Settings } from "./kit/settings.ts";
import { smtpTransport } from "./mail/mail-transport.ts";
import { setupCode } from "./people/setup-code.ts";
import { pages } from "./people/sign-in-pages.ts";
import { mailIn } from "./replies/webhook.ts";

const WEB = join(fileURLToPath(new URL(".", import.meta.url)), "../../web/dist");
const PATIENCE_MS = 20_000;

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ base: null });
  const disk = await guardDisk(settings.dataDir);
  const installation = await openInstallation(settings, {
    say,
    log,
    readOnlyReason: disk.reason,
  });
  await disk.look();
  const worker = startWorker(installation, {
    transport: settings.smtpUrl ? smtpTransport(new Secret(settings.smtpUrl)) : null,
    mailbox: settings.mailIn?.url ?? null,
  });
  const close = await listen(settings, installation);
  const stop = async () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await close();
    await worker.stop();
    disk.stop();
    await installation.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}

/** Opens the door and returns how to close it: streams end, running requests finish. */
async function listen(settings: Settings, services: Installation): Promise<() => Promise<void>> {
  const http = await buildHttp(services, {
    trustProxy: settings.trustProxy,
    logLevel: "warn",
    routes: ROUTES,
    extensions: [pages, clientPages, feedPage, mailIn(settings.mailIn?.secret ?? null), webApp(WEB)],
  });
  const address = await http.listen({ port: settings.port, host: settings.host });
  say(`Milepost is ready: ${settings.port === 0 ? address : services.kit.baseUrl}`);
  const code = await setupCode(services);
  if (code && !isHere(settings)) say(`To set it up from another machine, use the one-time code ${code}`);
  return async () => {
    liveOf(services).close();
    await http.close();
  };
}

/** Only this machine can reach it, by its own name and through nobody: whoever sits here needs no code. */
function isHere({ loopback, trustProxy, baseUrl }: Settings): boolean {
  return (
    loopback && trustProxy === 0 && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname)
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await serve();
} catch (error) {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  process.stderr.write(`${refusal.line}\n`);
  process.exit(refusal.code);
}
