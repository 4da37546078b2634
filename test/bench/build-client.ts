import { join, resolve } from 'node:path';
import { createBuilder } from 'vite';

/** The screens as they are shipped, in a folder of their own: a test may have left a build for development behind. */
export async function buildClient(clientFolder: string): Promise<void> {
  const root = resolve(import.meta.dirname, '../..');
  const builder = await createBuilder({
    root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), mode: 'production', logLevel: 'error',
    environments: { client: { build: { outDir: clientFolder } } },
  });
  const { client } = builder.environments;
  if (client) await builder.build(client);
}
