import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostileServer } from './hostile-server.ts';
import { HOST } from './look.ts';

const certificate = (name: string): string => fileURLToPath(new URL(`./certs/${name}.pem`, import.meta.url));
const run = promisify(execFile);

async function lookAt(port: number): Promise<{ result: unknown; message: string }> {
  const program = fileURLToPath(new URL('./tls-look.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', program, String(port), `https://${HOST}/a.html`], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate('ca') },
  });
  return JSON.parse(stdout);
}

async function listening(name: string) {
  const [key, cert] = [`${name}.key`, name].map((file) => readFileSync(certificate(file), 'utf8'));
  const server = await hostileServer({ key: key ?? '', cert: cert ?? '' });
  server.answer('/a.html', '<html><body><p>全区防汛工作会议召开，部署有关事项。</p></body></html>');
  return server;
}

describe('TLS', () => {
  it('reads a site whose certificate is good', async () => {
    const { port } = await listening('good');
    expect(await lookAt(port)).toMatchObject({ result: { tag: 'responded', judgement: 'ok' } });
  });

  it.each([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrong-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['no-chain', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s is never accepted, and named', async (name, fault) => {
    const server = await listening(name);
    const { result, message } = await lookAt(server.port);
    expect(result).toEqual({ tag: 'no-response', code: 'tls', phase: 'tls' });
    expect(message).toContain(fault);
    if (name === 'no-chain') expect(message).toContain('certificate chain');
    expect(server.log).toEqual([]);
  });

  it.each<[string, 'speak' | 'reset' | 'hang', { code: string; phase: string }]>([
    ['another protocol', 'speak', { code: 'tls', phase: 'tls' }],
    ['a reset', 'reset', { code: 'reset', phase: 'tls' }],
    ['silence', 'hang', { code: 'timeout', phase: 'tls' }],
  ])('%s where the handshake should be', async (_name, does, why) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        if (does === 'speak') socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
        if (does === 'reset') socket.resetAndDestroy();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
    const { result } = await lookAt((server.address() as AddressInfo).port);
    expect(result).toEqual({ tag: 'no-response', ...why });
  });
});
