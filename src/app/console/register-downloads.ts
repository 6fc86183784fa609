import { type Actor, may } from '../../model/account.ts';
import type { RegisterId } from '../../model/register.ts';
import { csvTemplate, xlsxTemplate } from '../../registers/template.ts';
import { readRegisterFile } from '../registers/register-file.ts';
import { ruledDefinition } from '../registers/ruled-definition.ts';
import type { Console } from './console.ts';
import { NotAllowed, NotThere } from './refusals.ts';
import { deskOf } from './register-desk.ts';

/** A file to be downloaded. */
export interface RegisterDownload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of a register as it is now. Throws NotAllowed, NotThere where there is none. */
export async function registerDownload(console: Console, actor: Actor, id: RegisterId): Promise<RegisterDownload> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const { bytes, name } = await readRegisterFile(await deskOf(console), id);
  if (!bytes) throw new NotThere();
  return { name, bytes };
}

/** An empty register to be filled in. Throws NotAllowed. */
export async function registerTemplate(
  console: Console,
  actor: Actor,
  { id, format }: { readonly id: RegisterId; readonly format: 'csv' | 'xlsx' },
): Promise<RegisterDownload> {
  if (!may(actor, 'edit-registers')) throw new NotAllowed();
  const form = ruledDefinition(id, await deskOf(console));
  const bytes = format === 'csv' ? csvTemplate(form) : await xlsxTemplate(form);
  return { name: `${form.title}模板.${format}`, bytes };
}
