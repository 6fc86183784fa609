import { fileName } from '../file-name.ts';

/** An uploaded file's name as people may see it: without the folders that some browsers send, and safe. */
export const uploadName = (name: string): string => fileName(name.replace(/^.*[/\\]/s, ''));
