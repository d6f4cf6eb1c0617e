export const OWNER = {
  name: "Amara Okafor",
  email: "amara@example.test",
  password: "seven quiet rivers",
  workspaceName: "Studio Birch",
  timeZone: "Europe/Berlin",
};

export interface Api {
  url: string;
  cookie: string;
  call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
}

/** Sets a fresh installation up over HTTP and speaks to it as its owner. */
export async function setUp(url: string): Promise<Api> {
  const answer = await send(url, "POST", "/setup", OWNER);
  if (!answer.ok) throw new Error(`set-up failed: ${answer.status} ${await answer.text()}`);
  return speakAs(url, answer);
}

export async function signIn(
  url: string,
  { email, password }: { email: string; password: string } = OWNER,
): Promise<Api> {
  const answer = await send(url, "POST", "/session", { email, password });
  if (!answer.ok) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`);
  return speakAs(url, answer);
}

function speakAs(url: string, answer: Response): Api {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return {
    url,
    cookie,
    call: async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const reply = await send(url, method, path, body, { cookie, ...headers });
      if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
      return (reply.status === 204 ? undefined : await reply.json()) as T;
    },
  };
}

function send(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
