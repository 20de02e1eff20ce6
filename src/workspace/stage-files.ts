import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { InputError } from '../errors/audit-error.ts';
import { writeFileAtomic } from './atomic-write.ts';

/** Writes one stage's result into the snapshot folder as JSON. */
export async function writeStage(folder: string, name: string, value: unknown): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFileAtomic(path, `${JSON.stringify(value)}\n`);
  return path;
}

/**
 * Reads one stage's result.
 * @param verb the command that makes it, for the error's next step
 * @throws InputError when it is missing, damaged or of another version.
 */
export async function readStage<T>(folder: string, name: string, schema: z.ZodType<T>, verb: string): Promise<T> {
  const file = `${name}.json`;
  const text = await readFile(join(folder, file), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new InputError({
      code: 'stage-missing',
      message: `${file} of this period is not there yet.`,
      nextSteps: [`Run \`unsprawl ${verb}\` first, or \`unsprawl audit\` for all stages.`],
      file,
    });
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new InputError({
      code: 'stage-damaged',
      message: `${file} does not have the shape of this version.`,
      nextSteps: [`Run \`unsprawl ${verb}\` again; it is made anew from what came before.`],
      file,
      cause,
    });
  }
}

/** The stage's result where it can be read, else null. */
export async function readStageIfAny<T>(folder: string, name: string, schema: z.ZodType<T>): Promise<T | null> {
  return readStage(folder, name, schema, name).catch(() => null);
}
