import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { MatchQuality } from '../model/match-quality.ts';
import { catalogueDirectory } from './load.ts';

/** `match-quality.json`, which `npm run docs` measures on the labelled names of this version. */
export function loadMatchQuality(directory: string = catalogueDirectory()): readonly MatchQuality[] {
  return z.array(MatchQuality).parse(JSON.parse(readFileSync(join(directory, 'match-quality.json'), 'utf8')));
}
