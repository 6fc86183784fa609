import { vi } from 'vitest';
import { main } from '../../src/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process and returns what a shell would see. */
export async function xunjian(...args: readonly string[]): Promise<Run> {
  const seen = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      seen[name] += String(chunk);
      return true;
    }),
  );
  try {
    const code = await main(args);
    return { code, ...seen };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
