/** What may be handed in. A `.wps` is a `.doc`, an `.et` an `.xls`. */
export const ATTACHMENT_TYPES = {
  pdf: { extensions: ['pdf'], contentType: 'application/pdf' },
  docx: {
    extensions: ['docx'],
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: { extensions: ['xlsx'], contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  doc: { extensions: ['doc', 'wps'], contentType: 'application/msword' },
  xls: { extensions: ['xls', 'et'], contentType: 'application/vnd.ms-excel' },
  png: { extensions: ['png'], contentType: 'image/png' },
  jpeg: { extensions: ['jpg', 'jpeg'], contentType: 'image/jpeg' },
  txt: { extensions: ['txt'], contentType: 'text/plain' },
} as const;
export type AttachmentKind = keyof typeof ATTACHMENT_TYPES;
