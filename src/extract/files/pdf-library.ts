/**
 * Built-in functions that the library's build for older engines replaces by JavaScript of its own, for all of the program:
 * dozens of times slower, for corner cases that nobody here is in.
 */
const REPLACED: readonly (readonly [holder: object, name: string])[] = [
  [JSON, 'parse'],
  [JSON, 'stringify'],
  [Array.prototype, 'push'],
  [Function.prototype, 'toString'],
];

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let library: Promise<Library> | null = null;

/** pdf.js with its worker, which runs in this thread; the built-in functions stay as they were. */
export function pdfLibrary(): Promise<Library> {
  library ??= loadKeepingBuiltIns();
  return library;
}

async function loadKeepingBuiltIns(): Promise<Library> {
  const originals = REPLACED.map(([holder, name]) => Object.getOwnPropertyDescriptor(holder, name) ?? {});
  const loaded = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Loaded by the library itself at its first document otherwise, after which the functions would be replaced again.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  for (const [i, [holder, name]] of REPLACED.entries()) Object.defineProperty(holder, name, originals[i] ?? {});
  return loaded;
}
