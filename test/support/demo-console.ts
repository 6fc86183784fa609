import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { firstAdministrator } from '../../src/app/console/accounts/accounts.ts';
import { openConsole } from '../../src/app/console/open-console.ts';
import { prepareDemo } from '../../src/app/demo.ts';
import { pause } from '../../src/app/messages/pause.ts';
import { loadConsoleSettings } from '../../src/config/console-settings.ts';
import type { CivilDate } from '../../src/model/civil-date.ts';
import { serveConsole } from '../../src/web/server.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * The console over some units of the demonstration district, as on the day it was installed: nothing was crawled yet and
 * there is one account. The district's site is served and can be mended.
 * @param names of the units
 */
export async function demoConsole(names: readonly string[]) {
  const folder = temporaryFolder();
  const demo = await prepareDemo(folder, { port: 0 });
  onTestFinished(() => demo.stop());
  const targets = parse(readFileSync(demo.targets, 'utf8')) as { units: { id: string; name: string }[] };
  targets.units = targets.units.filter(({ name }) => names.includes(name));
  writeFileSync(demo.targets, stringify(targets));
  for (const register of ['submissions', 'feedback', 'coverage', 'personnel', 'tasks', 'applications', 'no-event'])
    keepRows(join(demo.registers, `${register}.csv`), names);
  const open = await openConsole({
    ...{ files: { targets: demo.targets, units: [] }, data: demo.data, checks: [] },
    ...{ settings: loadConsoleSettings(null, {}), asOf: demo.asOf as CivilDate },
    ...{ log: pino({ level: 'silent' }), clock: () => new Date(), wait: pause },
  });
  onTestFinished(open.close);
  const first = await firstAdministrator(open.console);
  if (!first) throw new Error('somebody has an account already');
  await open.start();
  const server = await serveConsole(open.console, { host: '127.0.0.1', port: 0 });
  onTestFinished(server.stop);
  return { demo, console: open.console, origin: server.origin, first };
}

/** A register with the rows of these units alone: those of others would be mistakes. */
function keepRows(file: string, names: readonly string[]): void {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return;
  }
  const [header = '', ...rows] = text.split(/\r?\n/);
  writeFileSync(
    file,
    [header, ...rows.filter((row) => names.some((name) => row.startsWith(`${name},`))), ''].join('\n'),
  );
}
