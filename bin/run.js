#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const words = process.argv.slice(2);

// Answered without loading the command framework: start-up stays within a few times that of Node itself.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-v')) {
  process.stdout.write(`unsprawl ${JSON.parse(readFileSync(at('../package.json'), 'utf8')).version}\n`);
} else if (!existsSync(at('../dist/cli/main.js'))) {
  process.stderr.write('unsprawl is not built yet: run `npm run build` first.\n');
  process.exitCode = 2;
} else if (
  words.length === 1 &&
  (words[0] === '--help' || words[0] === '-h') &&
  existsSync(at('../dist/cli/help.txt'))
) {
  process.stdout.write(readFileSync(at('../dist/cli/help.txt'), 'utf8'));
} else {
  const { main } = await import('../dist/cli/main.js');
  await main(words, at('..'));
}
