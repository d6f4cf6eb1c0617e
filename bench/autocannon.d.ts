declare module "autocannon" {
  interface Wish {
    url: string;
    connections: number;
    duration: number;
    requests: {
      method: string;
      path?: string;
      headers?: Record<string, string>;
      body?: string;
      setupRequest?: (request: Wish["requests"][number]) => Wish["requests"][number];
    }[];
  }
  interface Result {
    requests: { average: number; total: number };
    latency: { p50: number; p99: number };
    "2xx": number;
    non2xx: number;
    errors: number;
    timeouts: number;
  }
  export default function autocannon(wish: Wish): Promise<Result>;
}
