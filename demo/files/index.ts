import type { FileDraft } from '../types.ts';
import { docxBytes } from './docx.ts';
import { pdfBytes } from './pdf.ts';
import { pngBytes } from './png.ts';
import { xlsxBytes } from './xlsx.ts';

export const MEDIA_TYPES: Record<FileDraft['type'], string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  png: 'image/png',
};

/** The bytes of a file, made when somebody asks for it. */
export async function fileBytes(file: FileDraft): Promise<Buffer> {
  switch (file.type) {
    case 'docx':
      return docxBytes(file);
    case 'xlsx':
      return xlsxBytes(file);
    case 'pdf':
      return pdfBytes(file);
    case 'png':
      return pngBytes(file.name);
  }
}
