import { loadConsoleSettings } from '../config/console-settings.ts';
import type { ConsoleSettings } from '../model/console-settings.ts';

/** How the console is to run, with the secrets of this process's environment. Throws UserError (exit code 2). */
export const loadSettings = (file: string | null): ConsoleSettings => loadConsoleSettings(file, process.env);
