import { defineConfig } from 'drizzle-kit';

/** Used by build/new-migration.mjs alone; a migration without that script would lack STRICT. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
