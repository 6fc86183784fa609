import { consoleDistrict, type Person } from '../../../test/support/console.ts';
import { makeToken } from '../../app/console/accounts/tokens.ts';

/** What @hono/node-server gives with a request, for the address of the client. */
const from = (address: string) => ({
  incoming: { socket: { remoteAddress: address, remotePort: 50000, remoteFamily: 'IPv4' } },
});

/** An answer of the API. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Its JSON; null where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  readonly json: any;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The console over the small district, and its API as programs with a token of somebody ask it. */
export async function apiDistrict(options: Parameters<typeof consoleDistrict>[0] = {}) {
  const district = await consoleDistrict(options);
  const { app, console, actor } = district;

  async function send(path: string, init: RequestInit, address = '127.0.0.1'): Promise<Answered> {
    const response = await app.request(`/api/v1${path}`, init, from(address));
    const { status, headers } = response;
    const text = await response.text();
    const isJson = headers.get('content-type')?.startsWith('application/json') ?? false;
    return { status, headers, text, json: isJson ? JSON.parse(text) : null };
  }

  async function secretOf(person: Person): Promise<string> {
    const { secret } = await makeToken(console, actor(person), { label: '测试', days: 1 });
    return secret;
  }

  /** Asks as somebody does: with a body as JSON, or a form. */
  async function program(person: Person) {
    const secret = await secretOf(person);
    return (method: Method, path: string, body?: unknown): Promise<Answered> => {
      const headers: Record<string, string> = { authorization: `Bearer ${secret}` };
      if (body instanceof FormData) return send(path, { method, headers, body });
      if (body === undefined) return send(path, { method, headers });
      return send(path, {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    };
  }

  return { ...district, send, secretOf, program };
}
