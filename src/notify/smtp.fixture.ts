import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { MailServer } from '../model/console-settings.ts';

/** One message as the server took it. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers by name in lower case, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A mail server on loopback until the test is over, and the settings that lead to it. */
export async function smtpServer(options: SMTPServerOptions = {}) {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, closeTimeout: 50 },
    onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      text(stream).then((source) => {
        const to = rcptTo.map(({ address }) => address);
        taken.push({ from: mailFrom ? mailFrom.address : '', to, ...partsOf(source) });
        done();
      }, done);
    },
    ...options,
  });
  // What clients do wrong is told to this listener; it is the client whom the tests ask.
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  return { settings: mailServerAt(port), taken };
}

export const mailServerAt = (port: number, more: Partial<MailServer> = {}): MailServer => ({
  ...{ host: '127.0.0.1', port, secure: false, login: null },
  from: { name: '巡检', address: 'xunjian@example.gov.cn' },
  ...more,
});

function partsOf(source: string): Pick<Taken, 'headers' | 'body'> {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = source.slice(end + 4);
  const isBase64 = headers.get('content-transfer-encoding') === 'base64';
  return { headers, body: isBase64 ? Buffer.from(body, 'base64').toString('utf8') : body };
}

/** The text of a header with words encoded as RFC 2047 has it. */
export const decodedHeader = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : decodeURIComponent(words.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/gi, '%$1')),
    );
