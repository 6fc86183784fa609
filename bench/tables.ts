import type { PeerName } from './peers.ts';
import { median, paired, type Row } from './rows.ts';

export const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const shown = (value: number | null, digits: number): string => (value === null ? '–' : value.toFixed(digits));

const isOn =
  (peer: PeerName, day: number) =>
  (row: Row): boolean =>
    row.peer === peer && row.day === day;

/** Medians of the full crawls, and ratios taken within a round. */
export function crawlTable(rows: readonly Row[]): string {
  const full = rows.filter(({ day }) => day === 1);
  const peers = [...new Set(full.map(({ peer }) => peer))];
  const lines = peers.map((peer) => {
    const own = full.filter((row) => row.peer === peer);
    const perPage = own.map(({ cpu, whole }) => (cpu / whole) * 1000);
    const against = (other: PeerName): string =>
      shown(
        paired(full, isOn(peer, 1), isOn(other, 1), ({ cpu, whole }) => cpu / whole),
        2,
      );
    const peaks = own.flatMap(({ peakMb }) => peakMb ?? []);
    return [
      own.every(({ complete, exit }) => complete && exit === 0) ? peer : `${peer} (incomplete)`,
      String(own.length),
      shown(median(perPage), 2),
      `${shown(Math.min(...perPage), 2)}–${shown(Math.max(...perPage), 2)}`,
      against('limit-c'),
      against('crawlee'),
      against('scrapy'),
      peaks.length === 0 ? '–' : shown(Math.max(...peaks), 0),
      shown(median(own.map(({ requests, whole }) => requests / whole)), 3),
      shown(median(own.map(({ whole, wall }) => whole / wall)), 0),
    ];
  });
  const head = ['peer', 'runs', 'CPU ms a page', 'min–max', '× limit-c', '× crawlee', '× scrapy'];
  return table([...head, 'peak MB', 'requests a page', 'pages/s'], lines);
}

/** What the second day cost against the first, and what it found. */
export function nextNightTable(rows: readonly Row[]): string {
  const peers = [...new Set(rows.filter(({ day }) => day === 2).map(({ peer }) => peer))];
  const lines = peers.map((peer) => {
    const again = rows.filter(isOn(peer, 2));
    const ratio = (value: (row: Row) => number): string =>
      shown((paired(rows, isOn(peer, 2), isOn(peer, 1), value) ?? 0) * 100, 1);
    const [one] = again;
    const foundOf = (kind: 'traced' | 'untraced'): string =>
      `${median(again.map(({ found }) => found[kind]))} of ${one?.toFind[kind] ?? 0}`;
    return [
      peer,
      ratio(({ requests }) => requests),
      ratio(({ bytes }) => bytes),
      ratio(({ cpu }) => cpu),
      foundOf('traced'),
      foundOf('untraced'),
    ];
  });
  const head = ['peer', 'requests %', 'bytes %', 'CPU %', 'found: shown by a list', 'found: edited in place'];
  return table(head, lines);
}
