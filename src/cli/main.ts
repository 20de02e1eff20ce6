import { Config, run } from '@oclif/core';
import { errorText, toAuditError } from '../errors/report-error.ts';

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
    if (isExit(thrown)) {
      process.exitCode = thrown.oclif.exit;
      return;
    }
    const error = toAuditError(thrown);
    process.stderr.write(`${errorText(error)}\n`);
    process.exitCode = error.exitCode;
  }
}

/** The framework ends help and unknown commands by throwing an exit. */
function isExit(thrown: unknown): thrown is { oclif: { exit: number } } {
  const exit = (thrown as { oclif?: { exit?: unknown } } | null)?.oclif?.exit;
  return typeof exit === 'number';
}
