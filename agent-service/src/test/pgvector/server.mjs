// Serves one database in memory on a free port, which it writes to standard output, until its input ends.
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const server = new PGLiteSocketServer({
  db: await PGlite.create({ extensions: { vector } }),
  host: '127.0.0.1',
  port: 0,
});
server.addEventListener('listening', ({ detail }) => console.log(detail.port));
process.stdin.on('end', () => process.exit(0)).resume();
await server.start();
