import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailServer } from '../model/console-settings.ts';
import type { MessageDraft } from '../model/message.ts';
import { mailError } from './mail-error.ts';

/** What never leaves this machine needs no encryption. */
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Sends a plain text to one address. A password goes over an encrypted connection or not at all. Throws DeliveryError; a
 * server that fell silent after the text may have taken it all the same. `patience` is in milliseconds, for all of it.
 */
export async function sendMail(server: MailServer, message: MessageDraft, now: Date, patience: number): Promise<void> {
  const { host, port, secure, login, from } = server;
  const { about, recipient, subject, body } = message;
  const transport = createTransport({
    ...{ host, port, secure, requireTLS: login !== null && !LOCAL_HOSTS.has(host) },
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience, dnsTimeout: patience },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    await transport.sendMail({
      ...{ from, to: { name: '', address: recipient }, subject, text: body.replace(/\r?\n/g, '\r\n'), date: now },
      textEncoding: 'base64',
      // The same for each try, so that mailboxes can tell a second copy.
      messageId: `<${createHash('sha256').update(about).digest('hex').slice(0, 32)}@${domainOf(from.address)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    throw mailError(error, server, recipient);
  } finally {
    transport.close();
  }
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
