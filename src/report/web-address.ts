/** An address that a reader may be sent to: a captured page may not slip a script or a file into a report. */
export function isWebAddress(address: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(address).protocol);
  } catch {
    return false;
  }
}

const REGISTERS = 'registers/';

/** How evidence is named to people: its address, or which register it is (`台账 submissions.csv`). */
export const evidenceName = (address: string): string =>
  address.startsWith(REGISTERS) ? `台账 ${address.slice(REGISTERS.length)}` : address;
