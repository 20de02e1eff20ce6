import type { Ports } from '../ports.ts';

const TOLD_EVERY = 5;

/** Says every five seconds how long something has taken; the engine cannot tell how much of a file is left. */
export async function tellElapsed<T>(
  { progress }: Pick<Ports, 'progress'>,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  let seconds = 0;
  const timer = setInterval(() => {
    seconds += TOLD_EVERY;
    progress(`${what}, ${seconds} s so far`);
  }, TOLD_EVERY * 1000);
  try {
    progress(what);
    return await work();
  } finally {
    clearInterval(timer);
  }
}
