// Requests of the pages to the org that serves them; the browser adds the session cookie by itself.

const BASE = '/services/data/v68.0';

/** Event of the window: the org no longer knows the browser's session, for example because it was started anew. */
export const SIGNED_OUT = 'shell-signed-out';

/** A refused or failed request, in the shape that Lightning Data Service gives errors. `status` 0: the org was not reached. */
export class RequestError extends Error {
  readonly status: number;
  readonly body: { readonly message: string; readonly errorCode?: string; readonly output?: unknown };
  constructor(status: number, message: string, errorCode?: string, output?: unknown) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
    this.body = { message, ...(errorCode === undefined ? {} : { errorCode }), ...(output === undefined ? {} : { output }) };
  }
}

/** A path below `/services/data/v68.0`, or one that starts with `/services/`. Answers the parsed body; undefined for an empty one. */
export async function request(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const response = await reach(path.startsWith('/services/') ? path : BASE + path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer: unknown = text === '' ? undefined : parsed(text, response.status);
  if (response.status === 401) window.dispatchEvent(new CustomEvent(SIGNED_OUT));
  if (!response.ok) throw refusal(response.status, answer);
  return answer;
}

/** Any address of the pages signs the browser in; from there on as the user that is given. */
export async function signInAs(username: string | undefined): Promise<void> {
  await reach('/', { method: 'HEAD' });
  if (username !== undefined) await request('POST', '/local/session', { username });
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw Object.assign(new RequestError(0, 'The org could not be reached.'), { cause });
  }
}

function parsed(text: string, status: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(status, 'The org did not answer in JSON.');
  }
}

/** Salesforce answers errors as a list or, for some resources, as one object. */
function refusal(status: number, answer: unknown): RequestError {
  const first: unknown = Array.isArray(answer) ? answer[0] : answer;
  const { message, errorCode, output } = (typeof first === 'object' && first !== null ? first : {}) as {
    message?: unknown;
    errorCode?: unknown;
    output?: unknown;
  };
  return new RequestError(
    status,
    String(message ?? `Request failed with status ${status}.`),
    errorCode === undefined ? undefined : String(errorCode),
    output,
  );
}
