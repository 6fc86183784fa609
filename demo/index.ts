import { buildDistrict } from './district.ts';
import { LiveDistrict } from './live-district.ts';
import { registersOf } from './registers.ts';
import { serveDistrict } from './server.ts';
import { targetsYaml } from './targets.ts';
import { UPKEEP } from './upkeep.ts';

/** The demonstration district while it is being served. */
export interface Demo {
  /** `http://linzi.localhost:PORT`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Documents published in all columns at the start, attachments not counted. */
  readonly documents: number;
  /** A complete targets.yaml for this origin. */
  readonly targetsYaml: string;
  /** Registers by file name (`submissions.csv`, …), UTF-8 text with Chinese headers. */
  readonly registers: Readonly<Record<string, string>>;
  readonly asOf: '2023-08-08';
  readonly period: '2023Q2';
  /** Address of the page on which people mend what pages show, and take it back. */
  readonly upkeep: string;
  /**
   * Puts right, as of the day of the demonstration, what the bulletin found on the pages of a unit (id or short name)
   * in one group (`guide`, `leadership`, … of the rulebook, or `service-items`). Pages that did not change keep their
   * bytes, validators and addresses. Where it is put right already nothing happens.
   * Throws UserError (usage) for an unknown unit or group, and for a problem that the unit's pages never had.
   */
  mend(unit: string, group: string): void;
  /** Undoes `mend`. Throws as it does. */
  spoil(unit: string, group: string): void;
  stop(): Promise<void>;
}

const DEFAULT_PORT = 8666;

/**
 * Serves the demonstration district on 127.0.0.1: the disclosure sites of 40 units as they stood on
 * 2023-08-08, each in the state the second-quarter bulletin of 2023 found it in. Without `port` it takes
 * 8666, or any free port where that one is taken; with `port` (0 for any) a taken port is an error.
 */
export async function startDemo(options: { port?: number } = {}): Promise<Demo> {
  const district = buildDistrict();
  const live = new LiveDistrict(district);
  const server = await serveDistrict(live, options.port ?? DEFAULT_PORT, options.port === undefined);
  return {
    origin: server.origin,
    port: server.port,
    documents: district.documents,
    targetsYaml: targetsYaml(district, server.port),
    registers: registersOf(district, server.origin),
    asOf: '2023-08-08',
    period: '2023Q2',
    upkeep: server.origin + UPKEEP,
    mend: (unit, group) => live.set(unit, group, true),
    spoil: (unit, group) => live.set(unit, group, false),
    stop: server.stop,
  };
}
