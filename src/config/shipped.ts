import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

const EXTENSION = '.yaml';

/** Whether a rulebook is given as a file, not as the name of a shipped one. */
export const isPath = (rulebook: string): boolean => /[/\\]|\.ya?ml$/i.test(rulebook);

const folder = (): string => join(packageRoot(), 'rulebooks');

/** The file of a shipped rulebook; it need not exist. */
export const shippedFile = (name: string): string => join(folder(), name + EXTENSION);

/** Plans of a year's work stand beside the rulebooks. */
const isPlan = (name: string): boolean => name.startsWith('plan-');

const shipped = (): string[] =>
  readdirSync(folder())
    .filter((file) => file.endsWith(EXTENSION))
    .map((file) => file.slice(0, -EXTENSION.length))
    .sort();

/** Names of the rulebooks that come with the program, sorted. */
export const shippedNames = (): string[] => shipped().filter((name) => !isPlan(name));

/** Names of the yearly plans that come with the program, sorted. */
export const shippedPlans = (): string[] => shipped().filter(isPlan);
