import type { AttachmentContent, AttachmentType, Table } from '../../model/document.ts';
import type { AttachmentReading } from '../attachment-reading.ts';
import { typeOfName } from '../attachment-type.ts';
import { LOCKED_FILE } from '../unreadable.ts';
import { ARCHIVE_CAPS, type Member } from './archive.ts';

/** What computers put into archives by themselves. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;
const SEALED = { locked: LOCKED_FILE, method: '压缩方式不能识别' } as const;

type ReadMember = (bytes: Uint8Array, type: AttachmentType) => Promise<AttachmentReading>;

/**
 * All files of an archive as one reading, each under its name. One that cannot be read makes the whole not ok: what
 * was read of the others could otherwise seem to prove that something is missing.
 */
export async function readArchive(members: readonly Member[], read: ReadMember): Promise<AttachmentReading> {
  const files = members.filter(({ name }) => !LITTER.test(name));
  if (files.length === 0) return { ok: false, detail: '压缩包内没有文件' };
  if (files.length > ARCHIVE_CAPS.members)
    return { ok: false, detail: `压缩包内文件超过${ARCHIVE_CAPS.members}个，未展开读取` };
  const contents: AttachmentContent[] = [];
  for (const member of files) {
    const reading = await readMember(member, read);
    if (!reading.ok) return { ok: false, detail: `压缩包内文件“${member.name}”${reading.detail}` };
    contents.push({ ...reading.value, text: `${baseName(member.name)}\n${reading.value.text}` });
  }
  const text = contents.map((content) => content.text).join('\n');
  const tables: Table[] = contents.flatMap((content) => content.tables);
  return { ok: true, value: { text, tables } };
}

async function readMember(member: Member, read: ReadMember): Promise<AttachmentReading> {
  if (member.sealed) return { ok: false, detail: SEALED[member.sealed] };
  return read(await member.open(), typeOfName(member.name) ?? 'other');
}

const baseName = (name: string): string => name.split('/').at(-1) ?? name;
