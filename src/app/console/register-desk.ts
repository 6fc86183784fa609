import { dirname, join } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { registersFolder } from '../inputs.ts';
import { type RegisterDesk, registerDesk } from '../registers/register-desk.ts';
import type { Console } from './console.ts';
import { NotThere } from './refusals.ts';

/**
 * The desk by what the console has read already: reading targets.yaml takes a while. By the files themselves where the
 * console could not read them, which a register may be the cause of.
 */
export async function deskOf({ files, data, board }: Console): Promise<RegisterDesk> {
  try {
    const { plan, rulebook } = (await board.quarter()).sources;
    if (board.trouble !== null) return registerDesk(files, data);
    const folder = registersFolder(files) ?? join(dirname(files.targets), 'registers');
    return { plan, coverageMax: rulebook.coverageMax, folder, data };
  } catch (error) {
    if (!(error instanceof UserError || error instanceof NotThere)) throw error;
    return registerDesk(files, data);
  }
}
