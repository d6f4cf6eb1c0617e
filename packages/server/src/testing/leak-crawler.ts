import { textsOf } from "./leak-text.ts";
import type { TestServer } from "./server.ts";

export interface Fetched {
  path: string;
  status: number;
  /** html, pdf, csv, ics ... */
  kind: string;
  texts: string[];
}

export interface Crawler {
  fetched: Fetched[];
  /** Opens it if it is of this server and was not opened before, and whatever it leads to. */
  follow(path: string, headers?: Record<string, string>): Promise<void>;
  /** Opens it and nothing else. */
  open(path: string, headers?: Record<string, string>): Promise<Fetched>;
}

const MOST = 600;

/** A browser that follows every link, picture and form address it is shown, with the cookie that it is given. */
export function crawler({ app, kit }: TestServer, cookie: string): Crawler {
  const own = { cookie };
  const known = new Set<string>();
  const fetched: Fetched[] = [];
  const open = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Fetched & { leads: string[] }> => {
    const answer = await app.inject({
      method: "GET",
      url: path,
      headers: { accept: "text/html,*/*", cookie: own.cookie, ...headers },
    });
    const given = [answer.headers["set-cookie"] ?? []].flat()[0];
    if (given) own.cookie = given.split(";", 1)[0] ?? "";
    const type = String(answer.headers["content-type"] ?? "");
    const texts = [...textsOf(type, answer.rawPayload), JSON.stringify(answer.headers)];
    const one = { path, status: answer.statusCode, kind: kindOf(type), texts };
    fetched.push(one);
    const leads = [String(answer.headers.location ?? ""), ...addressesIn(texts[0] ?? "", kit.baseUrl)];
    return {
      ...one,
      leads: leads.map((lead) => localPath(lead, path, kit.baseUrl)).filter((lead) => lead !== ""),
    };
  };
  const follow = async (path: string, headers: Record<string, string> = {}): Promise<void> => {
    const waiting = [path];
    for (let next = waiting.shift(); next !== undefined && known.size < MOST; next = waiting.shift()) {
      if (known.has(next)) continue;
      known.add(next);
      const { leads } = await open(next, next === path ? headers : {});
      waiting.push(...leads.filter((lead) => !known.has(lead)));
    }
  };
  return { fetched, follow, open };
}

function kindOf(type: string): string {
  return /^[\w.+-]+\/(?:x-)?([\w.+-]+)/.exec(type)?.[1] ?? "nothing";
}

function addressesIn(text: string, baseUrl: string): string[] {
  const attributes = [...text.matchAll(/\s(?:href|src|action|srcset|poster|data|formaction)="([^"]*)"/g)];
  const plain = [...text.matchAll(/https?:\/\/[^\s"'<>\\]+/g)].filter(([url]) => url.startsWith(baseUrl));
  return [...attributes.map(([, value = ""]) => value), ...plain.map(([url]) => url)].map((value) =>
    value.replaceAll("&amp;", "&").replaceAll("&#x27;", "'"),
  );
}

function localPath(address: string, from: string, baseUrl: string): string {
  if (address === "" || address.startsWith("#") || !URL.canParse(address, baseUrl + from)) return "";
  const url = new URL(address, baseUrl + from);
  return url.origin === new URL(baseUrl).origin ? url.pathname + url.search : "";
}
