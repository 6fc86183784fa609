import { z } from '../kit.ts';

const words = z.string().min(2, '不得少于两个字').max(30, '不得多于三十个字');

/** An error that is one wherever it stands: what is written, what it should be, and where it is part of something right. */
export const entrySchema = z
  .strictObject({ wrong: words, right: words.or(z.string().length(1)), except: z.array(words).default([]) })
  .refine(({ wrong, right }) => wrong !== right, { message: '误写与正确写法相同', path: ['right'] })
  .refine(({ wrong, except }) => except.every((one) => one.includes(wrong)), {
    message: '每个例外都应含有误写',
    path: ['except'],
  });
export type Entry = z.output<typeof entrySchema>;
