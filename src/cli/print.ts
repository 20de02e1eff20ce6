import { writeSync } from 'node:fs';
import { Errors } from '@oclif/core';
import { type AuditError, ConfigurationError } from '../errors/audit-error.ts';
import { errorDocument, errorText } from '../errors/report-error.ts';

/** Names come from strangers: what would steer the terminal is shown as a mark, never sent. */
export function inert(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\ufffd');
}

/** Waits until the text has left: a pipe would cut a large document when the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(`${text}\n`, () => done());
  });
}

/** Hands on a piece of text. */
export type Put = (text: string) => void;

const CHUNK = 1 << 16;
const WAIT_MS = 2;

/** Waits where the reader of a pipe is slower than we are: queued output would grow without bound. */
function writeNow(bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(process.stdout.fd, bytes, at);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      // A reader such as `head` that closes the pipe is no failure of ours.
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

/** Writes a long document piece by piece, in few large writes out of one buffer. */
export async function printPieces(write: (put: Put) => Promise<void>): Promise<void> {
  // A character is at most three bytes of UTF-8.
  const bytes = Buffer.allocUnsafe(3 * CHUNK);
  let pieces: string[] = [];
  let size = 0;
  const flush = () => {
    writeNow(bytes.subarray(0, bytes.write(pieces.join(''))));
    pieces = [];
    size = 0;
  };
  await write((text) => {
    if (size + text.length > CHUNK) flush();
    if (text.length > CHUNK) return writeNow(Buffer.from(text));
    pieces.push(text);
    size += text.length;
  });
  flush();
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
