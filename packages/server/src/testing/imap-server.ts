import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll } from "vitest";
import { newId } from "../kit/id.ts";
import { Secret } from "../kit/secret.ts";

const PLACES = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot"];
const PASSWORD = "hush+hush";
/** Mail is read as somebody else than root: Dovecot insists. */
const MAIL_USER = 8;

/** Where Dovecot is on this machine; null where it is not. */
export const dovecot: string | null = PLACES.find((place) => existsSync(place)) ?? null;

export interface Mailbox {
  url: Secret;
  wrongUrl: Secret;
  put(raw: string): void;
  /** Names of mails that nobody has read. */
  unread(): string[];
  stop(): Promise<void>;
}

/** A real IMAP server on this machine with one empty mailbox; gone after the file. */
export async function imapServer(program: string): Promise<Mailbox> {
  const folder = mkdtempSync(join(tmpdir(), "milepost-imap-"));
  const port = await freePort();
  const mail = join(folder, "mail");
  if (isRoot()) chmodSync(folder, 0o755);
  for (const part of ["", "new", "cur", "tmp"]) own(join(mail, part));
  const config = join(folder, "dovecot.conf");
  writeFileSync(config, configuration(folder, mail, port));
  const server = spawn(program, ["-F", "-c", config], { stdio: "ignore" });
  const stop = () => stopped(server, program, config, folder);
  afterAll(stop);
  await answering(port);
  const url = (password: string) =>
    new Secret(`imap://dana:${encodeURIComponent(password)}@127.0.0.1:${port}`);
  return {
    url: url(PASSWORD),
    wrongUrl: url("wrong"),
    put: (raw) => {
      const path = join(mail, "new", `${Date.now()}.${newId()}.here`);
      writeFileSync(path, raw);
      if (isRoot()) chownSync(path, MAIL_USER, MAIL_USER);
    },
    unread: () => [
      ...readdirSync(join(mail, "new")),
      ...readdirSync(join(mail, "cur")).filter((name) => !/:2,\w*S/.test(name)),
    ],
    stop,
  };
}

function configuration(folder: string, mail: string, port: number): string {
  const { username, uid, gid } = userInfo();
  const ids = isRoot() ? `uid=${MAIL_USER} gid=${MAIL_USER}` : `uid=${uid} gid=${gid}`;
  const users = isRoot() ? "" : `default_internal_user = ${username}\ndefault_login_user = ${username}\n`;
  return `${users}base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
first_valid_uid = 1
mail_location = maildir:${mail}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = ${ids} home=${mail}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

function own(path: string): void {
  mkdirSync(path, { recursive: true });
  if (isRoot()) chownSync(path, MAIL_USER, MAIL_USER);
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("data", () => resolve(true));
      socket.once("error", () => resolve(false));
      socket.once("close", () => resolve(false));
      socket.unref();
    });
    if (open) return;
    await pause(100);
  }
  throw new Error("the IMAP server does not answer");
}

async function stopped(server: ChildProcess, program: string, config: string, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const gone = new Promise((done) => server.once("exit", done));
    spawnSync(program, ["-c", config, "stop"], { stdio: "ignore" });
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
}
