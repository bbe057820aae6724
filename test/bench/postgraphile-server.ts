import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { sessionCheck } from './session.ts';

/**
 * PostGraphile 5 over the product's tables, as its documentation sets it up: the Amber preset, its own HTTP adaptor,
 * smart tags and functions from postgraphile.sql.ts. It asks for the session as the others do. With `ROW_POLICIES` it
 * also has the rights of the others to see to, as its documentation does it: each request takes on a role of the
 * database, whose row-level security decides. Without it is given less to do than anybody else.
 */
const policies = process.env.ROW_POLICIES === 'true';
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const check = sessionCheck(pool);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public', policies ? 'secured' : 'open'] })],
  // Lists as plain arrays beside connections: the lighter of the two for what hangs on a row.
  schema: { defaultBehavior: 'connection list' },
  grafserv: { graphqlPath: '/graphql', graphiql: false },
  grafast: {
    explain: false,
    async context({ node }) {
      const account = await check(node?.req.headers.cookie);
      if (!account) throw new Error('Sign in to do this.');
      if (!policies) return {};
      const [role = ''] = account.roles;
      return {
        pgSettings: {
          role: 'benchmark_person',
          'benchmark.account': account.accountId,
          'benchmark.role': role,
        },
      };
    },
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));
