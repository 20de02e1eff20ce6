import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Config, Plugin } from '@oclif/core';
import { rootHelpText } from './root-help.ts';

/**
 * Writes what start-up would else compute each time: the command manifest and the text of `--help`.
 * Called by the build only.
 */
export async function writeStartUpFiles(root: string): Promise<void> {
  const plugin = new Plugin({
    root,
    ignoreManifest: true,
    errorOnManifestCreate: true,
    respectNoCacheDefault: true,
    type: 'core',
  });
  await plugin.load();
  await writeFile(join(root, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest, null, 2)}\n`);
  await writeFile(join(root, 'dist', 'cli', 'help.txt'), rootHelpText(await Config.load({ root })));
}
