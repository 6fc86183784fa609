import { z } from 'zod';
import { nearest } from './nearest.ts';

/**
 * The message of an issue in this room: what is wrong and what to do about it, on two lines. Zod gives an issue
 * one text only, and a reader needs both.
 */
export const advice = (what: string, remedy: string): string => `${what}\n${remedy}`;

/** What `advice` put together; null for a message of zod's own. */
export function readAdvice(message: string): { what: string; remedy: string } | null {
  const cut = message.indexOf('\n');
  return cut < 0 ? null : { what: message.slice(0, cut), remedy: message.slice(cut + 1) };
}

/** «是否指 x？» where something is close to the word, followed by what may be used. */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return `${near ? `是否指 ${near}？` : ''}可用的有：${candidates.join('、')}`;
}

const KEYS_SEPARATOR = ' ';

/** An object that refuses unknown keys; the issue's message lists the known ones, for `knownKeys`. */
export function strict<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(KEYS_SEPARATOR) : undefined),
  });
}

export const knownKeys = (message: string): string[] => message.split(KEYS_SEPARATOR);
