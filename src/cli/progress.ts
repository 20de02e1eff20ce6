/** Where progress goes: `show` names the present step, `stop` clears the line. */
export interface Progress {
  readonly show: (message: string) => void;
  readonly stop: () => void;
}

const QUIET_MILLISECONDS = 1000;

/** Silent for the first second; after that a terminal sees one line that changes, a log sees a line a second at most. */
export function startProgress(stream: NodeJS.WriteStream, options: { readonly quiet: boolean }): Progress {
  // Readings count from the start of the process: that is what a person waits for.
  let lastWritten = 0;
  let latest = '';
  const write = () => {
    if (latest === '' || options.quiet) return;
    lastWritten = performance.now();
    stream.write(stream.isTTY ? `\r\u001b[2K${latest} ...` : `${latest} ...\n`);
  };
  const timer = setTimeout(write, QUIET_MILLISECONDS);
  timer.unref();
  return {
    show(message) {
      latest = message;
      const now = performance.now();
      // Asked here as well, since synchronous steps starve the timer.
      const isDue = stream.isTTY ? now > QUIET_MILLISECONDS : now - lastWritten > QUIET_MILLISECONDS;
      if (isDue) write();
    },
    stop() {
      clearTimeout(timer);
      if (stream.isTTY && lastWritten > 0 && !options.quiet) stream.write('\r\u001b[2K');
    },
  };
}
