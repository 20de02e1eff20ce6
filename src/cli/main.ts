import { Config, Errors, run } from '@oclif/core';
import { toAuditError } from '../errors/report-error.ts';
import { asUsageError, printError } from './print.ts';

/** Exit code of a process that was interrupted, by the convention of shells: 128 + SIGINT. */
const INTERRUPTED = 130;

/**
 * Entry of the built command. Every write in the workspace is whole or absent, so an interrupt may end the process at
 * any moment.
 * @param words the command line after the program's name
 * @param root folder of the installed package
 */
export async function main(words: readonly string[], root: string): Promise<void> {
  process.on('SIGINT', () => {
    process.stderr.write('\nStopped. The workspace is whole; run the command again to go on.\n');
    process.exit(INTERRUPTED);
  });
  // A reader such as `head` that closes the pipe is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    const config = await Config.load({ root });
    await run(words.length === 0 ? ['status'] : [...words], config);
  } catch (thrown) {
    const status = silentExit(thrown);
    if (status !== null) {
      process.exitCode = status;
      return;
    }
    await printError(toAuditError(asUsageError(thrown)), { json: words.includes('--json') });
  }
}

/** The framework ends help by throwing an exit that has nothing to say; null for everything else. */
function silentExit(thrown: unknown): number | null {
  return thrown instanceof Errors.ExitError ? (thrown.oclif.exit ?? 0) : null;
}
