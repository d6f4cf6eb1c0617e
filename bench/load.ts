import { Agent, request } from "node:http";
import autocannon from "autocannon";
import { median } from "./row.ts";

export interface Ask {
  method?: "GET" | "POST" | "PATCH";
  url: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Median of requests one after the other on one kept connection, in milliseconds. */
export async function oneAfterAnother(make: (n: number) => Ask, count = 300): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await send(agent, make(n));
    if (n >= Math.floor(count / 10)) times.push(performance.now() - began);
  }
  agent.destroy();
  return median(times);
}

export interface Load {
  perSecond: number;
  p99: number;
  failures: number;
}

/** Sixteen connections at once for some seconds. */
export async function sixteen(asks: Ask[], seconds = 4): Promise<Load> {
  const first = asks[0];
  if (!first) throw new Error("nothing to ask");
  const result = await autocannon({
    url: new URL(first.url).origin,
    connections: 16,
    duration: seconds,
    requests: asks.map(({ method = "GET", url, headers, body }) => ({
      method,
      path: new URL(url).pathname,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
    })),
  });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors + result.timeouts,
  };
}

function send(agent: Agent, { method = "GET", url, headers = {}, body }: Ask): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method, headers }, (answer) => {
      if ((answer.statusCode ?? 500) >= 400) reject(new Error(`${method} ${url}: ${answer.statusCode}`));
      answer.resume();
      answer.once("end", resolve);
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
