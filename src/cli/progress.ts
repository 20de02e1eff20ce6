/** Where progress goes: `show` names the present step, `stop` clears the line. */
export interface Progress {
  readonly show: (message: string) => void;
  readonly stop: () => void;
}

const QUIET_MILLISECONDS = 1000;

/**
 * Silent for the first second; after that a terminal sees one line that changes, a log sees a line for each step.
 */
export function startProgress(stream: NodeJS.WriteStream, options: { readonly quiet: boolean }): Progress {
  let latest = '';
  let started = false;
  const write = () => {
    if (latest === '' || options.quiet) return;
    stream.write(stream.isTTY ? `\r\u001b[2K${latest} ...` : `${latest} ...\n`);
  };
  const timer = setTimeout(() => {
    started = true;
    write();
  }, QUIET_MILLISECONDS);
  timer.unref();
  return {
    show(message) {
      latest = message;
      // Read here as well: synchronous steps would starve the timer. The reading counts from the start of the process.
      if (started || performance.now() > QUIET_MILLISECONDS) {
        started = true;
        write();
      }
    },
    stop() {
      clearTimeout(timer);
      if (started && stream.isTTY && !options.quiet) stream.write('\r\u001b[2K');
    },
  };
}
