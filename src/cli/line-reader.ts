import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
}

export interface LineReader {
  /** The next line without its end; null where there is none any more: end of input, Ctrl-C or Ctrl-D. */
  readonly ask: (prompt: string) => Promise<string | null>;
  readonly close: () => void;
}

/** Lines that were typed or pasted ahead are kept for the questions to come. */
export function openLineReader({ input, output }: Streams): LineReader {
  const terminal = createInterface({ input, output });
  const ahead: string[] = [];
  let waiting: ((line: string | null) => void) | null = null;
  let isClosed = false;
  const pass = (line: string | null): void => {
    const take = waiting;
    waiting = null;
    if (take !== null) take(line);
    else if (line !== null) ahead.push(line);
  };
  terminal.on('line', pass);
  terminal.on('close', () => {
    isClosed = true;
    pass(null);
  });
  return {
    ask: (prompt) => {
      const line = ahead.shift();
      if (line !== undefined) return Promise.resolve(line);
      if (isClosed) return Promise.resolve(null);
      terminal.setPrompt(prompt);
      terminal.prompt();
      return new Promise((take) => {
        waiting = take;
      });
    },
    close: () => terminal.close(),
  };
}
