import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Demo, startDemo } from '../../demo/index.ts';
import { hasLastAudit } from './last-audit.ts';
import { writeWhole } from './write-file.ts';

/** The demonstration district, serving, with the files that commands need to inspect it. */
export interface DemoFolder extends Omit<Demo, 'targetsYaml' | 'registers'> {
  /** Path of its targets.yaml. */
  readonly targets: string;
  /** Folder of its registers. */
  readonly registers: string;
  /** Where its evidence belongs. */
  readonly data: string;
}

/** Starts the demonstration site on loopback and writes its targets and registers into a folder. */
export async function prepareDemo(folder: string, { port }: { port?: number } = {}): Promise<DemoFolder> {
  const { targetsYaml, registers, ...serving } = await startDemo(port === undefined ? {} : { port });
  try {
    const targets = join(folder, 'targets.yaml');
    writeWhole(targets, targetsYaml);
    for (const [name, csv] of Object.entries(registers)) writeWhole(join(folder, 'registers', name), csv);
    return { ...serving, targets, registers: join(folder, 'registers'), data: join(folder, 'snapshots') };
  } catch (error) {
    await serving.stop();
    throw error;
  }
}

/** Removes the evidence of an earlier demonstration that came to its end; one that was stopped goes on from there. */
export function discardFinished({ data }: Pick<DemoFolder, 'data'>): void {
  if (hasLastAudit(data)) rmSync(data, { recursive: true });
}
