import type { RegisterId } from '../../model/register.ts';
import type { RegisterRules } from '../registers/ruled-definition.ts';
import type { UploadLimits } from './limits.ts';

/** What a thread is asked about one uploaded file: plain data. */
export type UploadTask = RegisterTask | AttachmentTask;

interface Uploaded {
  readonly bytes: Uint8Array;
  /** As people will see it, made safe. */
  readonly name: string;
  readonly limits: UploadLimits;
}
export interface RegisterTask extends Uploaded {
  readonly kind: 'register';
  readonly id: RegisterId;
  readonly rules: RegisterRules;
}
export interface AttachmentTask extends Uploaded {
  readonly kind: 'attachment';
}
