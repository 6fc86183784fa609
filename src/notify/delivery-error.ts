/** A message was not taken, as far as is known. The text is Chinese: what happened and what to do, without secrets. */
export class DeliveryError extends Error {
  /** It concerns the server, not this message: others would fare no better now. */
  readonly ofServer: boolean;

  constructor(
    what: string,
    remedy: string,
    { ofServer, cause }: { readonly ofServer: boolean; readonly cause?: unknown },
  ) {
    super(`${what}。${remedy}`, { cause });
    this.name = 'DeliveryError';
    this.ofServer = ofServer;
  }
}

/** Enough of what a server says to find the fault by. */
const LONGEST_WORDS = 200;

/** What a server said, on one line, short, and without these secrets. */
export function serverWords(said: string, secrets: readonly string[]): string {
  const safe = secrets.filter((one) => one !== '').reduce((text, secret) => text.replaceAll(secret, '***'), said);
  return Array.from(safe.replace(/\s+/g, ' ').trim()).slice(0, LONGEST_WORDS).join('');
}
