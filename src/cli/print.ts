import { Errors } from '@oclif/core';
import { type AuditError, ConfigurationError } from '../errors/audit-error.ts';
import { errorDocument, errorText } from '../errors/report-error.ts';

/** Waits until the text has left: a pipe would cut a large document when the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(`${text}\n`, () => done());
  });
}

/** Hands on a piece of text. */
export type Put = (text: string) => void;

const CHUNK = 1 << 16;

/** Writes a long document piece by piece, in few large writes, and waits until all has left. */
export async function printPieces(write: (put: Put) => Promise<void>): Promise<void> {
  let pieces: string[] = [];
  let size = 0;
  const flush = () => {
    process.stdout.write(pieces.join(''));
    pieces = [];
    size = 0;
  };
  await write((text) => {
    pieces.push(text);
    size += text.length;
    if (size >= CHUNK) flush();
  });
  flush();
  await new Promise<void>((done) => {
    process.stdout.write('', () => done());
  });
}

/** Sets the exit code and says what happened: as one document on standard output, or in words on standard error. */
export async function printError(error: AuditError, options: { readonly json: boolean }): Promise<void> {
  process.exitCode = error.exitCode;
  if (options.json) await print(JSON.stringify(errorDocument(error), null, 2));
  else process.stderr.write(`${errorText(error)}\n`);
}

/** A wrong verb, flag or argument is a configuration error (exit 2), not our fault; anything else is handed back. */
export function asUsageError(thrown: unknown): unknown {
  if (!(thrown instanceof Errors.CLIError)) return thrown;
  const [message = 'The command was not understood.'] = thrown.message.split('\nSee more help');
  return new ConfigurationError({
    code: 'usage',
    message: message.trim(),
    nextSteps: ['`unsprawl --help` lists the verbs; `unsprawl VERB --help` says what one takes.'],
  });
}
