import { z } from 'zod';

/** The last entry of a backup: what is in it. Without it a ZIP file is none. */
export const MANIFEST = 'manifest.json';

/** Where things lie in a backup: the data folder, the folder of registers, targets.yaml and what stands beside it. */
export const PARTS = ['data', 'registers', 'config'] as const;
export type Part = (typeof PARTS)[number];

const SHA256 = /^[0-9a-f]{64}$/;

const manifestSchema = z.object({
  schema: z.literal('xunjian.backup/1'),
  /** `xunjian VERSION` that made it. */
  software: z.string(),
  /** ISO instant, UTC. */
  createdAt: z.iso.datetime(),
  /** Which of the files was named as targets.yaml. */
  targets: z.string(),
  files: z.array(
    z.object({
      path: z.string().refine(isSafeName),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(SHA256),
      /** ISO instant, UTC: that of a register's copy says when it was first kept. */
      modifiedAt: z.iso.datetime(),
      /** Permissions as of chmod. */
      mode: z.int().min(0).max(0o777),
    }),
  ),
});

export type BackupManifest = z.infer<typeof manifestSchema>;
export type BackedUpFile = BackupManifest['files'][number];

/** The manifest; null for any other text. */
export function parseManifest(text: string): BackupManifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Of other characters it is not certain that a ZIP file and another machine keep them. */
const UNCERTAIN = /[\\\p{Cc}\uFFFD]/u;

/** Whether a name in an archive lies within one of its parts, wherever that is unpacked to. */
export function isSafeName(name: string): boolean {
  const [part, ...steps] = name.split('/');
  const isStep = (step: string): boolean => step !== '' && step !== '.' && step !== '..';
  return PARTS.some((one) => one === part) && steps.length > 0 && steps.every(isStep) && !UNCERTAIN.test(name);
}

/** The part that a safe name lies in, and its path within it. */
export function placeOf(name: string): { readonly part: Part; readonly path: string } {
  const end = name.indexOf('/');
  return { part: name.slice(0, end) as Part, path: name.slice(end + 1) };
}
