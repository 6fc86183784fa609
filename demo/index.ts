import { buildDistrict } from './district.ts';
import { registersOf } from './registers.ts';
import { serveDistrict } from './server.ts';
import { targetsYaml } from './targets.ts';

/** The demonstration district while it is being served. */
export interface Demo {
  /** `http://linzi.localhost:PORT`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Documents published in all columns, attachments not counted. */
  readonly documents: number;
  /** A complete targets.yaml for this origin. */
  readonly targetsYaml: string;
  /** Registers by file name (`submissions.csv`, …), UTF-8 text with Chinese headers. */
  readonly registers: Readonly<Record<string, string>>;
  readonly asOf: '2023-08-08';
  readonly period: '2023Q2';
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
  const server = await serveDistrict(district, options.port ?? DEFAULT_PORT, options.port === undefined);
  return {
    origin: server.origin,
    port: server.port,
    documents: district.documents,
    targetsYaml: targetsYaml(district, server.port),
    registers: registersOf(district, server.origin),
    asOf: '2023-08-08',
    period: '2023Q2',
    stop: server.stop,
  };
}
