// Serves the built pages: files below one folder, and the shell for every address of Lightning Experience.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

export interface PagesOptions {
  /** Absolute folder of the built pages. */
  readonly distFolder: string;
}

export interface PagesSession {
  /** Value for Set-Cookie that signs the browser in; undefined when it is signed in. */
  readonly cookie: string | undefined;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};

/**
 * Scripts, styles and data only from here; nothing may frame the pages or be sent elsewhere. Style attributes are allowed,
 * because the base components position their menus by them.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src-elem 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FIXED_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

/** Folders with built files; every other path is an address of the shell. */
const FILE_PATH = /^\/(?:pages|assets)\//;
/** Names that carry a digest of the content, so that the content behind a name never changes. */
const HASHED_NAME = /-[\w-]{8}\.js$/;

type Handler = (request: IncomingMessage, response: ServerResponse, session: PagesSession) => Promise<void>;

export function pagesHandler({ distFolder }: PagesOptions): Handler {
  return async (request, response, session) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      answer(response, 405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
      return;
    }
    const pathname = decodedPath(request.url ?? '/');
    if (pathname !== undefined && FILE_PATH.test(pathname)) return sendFile(request, response, distFolder, pathname);
    if (pathname === undefined || path.extname(pathname) !== '') {
      answer(response, 404, 'There is no such file.');
      return;
    }
    await sendFile(request, response, distFolder, '/index.html', session.cookie === undefined ? {} : { 'set-cookie': session.cookie });
  };
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  pathname: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const type = CONTENT_TYPES[path.extname(pathname)];
  const content = type && (await contentOf(folder, pathname));
  if (!content) {
    answer(response, 404, 'There is no such file.');
    return;
  }
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ...FIXED_HEADERS,
    ...more,
    etag,
    'cache-control': HASHED_NAME.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-type': type, 'content-length': content.byteLength });
  response.end(request.method === 'HEAD' ? undefined : content);
}

/** Undefined for a file that is not there or not below the folder. */
async function contentOf(folder: string, pathname: string): Promise<Buffer | undefined> {
  const file = path.join(folder, pathname);
  if (!file.startsWith(path.resolve(folder) + path.sep)) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE') return undefined;
    throw error;
  }
}

/** The path without query, decoded once; undefined when it cannot be decoded. */
function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...FIXED_HEADERS, ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
