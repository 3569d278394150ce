// Uses Parley's tools as another agent does: node mcp.mjs URL TOKEN. Says what came of it as one line of JSON.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [url, token] = process.argv.slice(2);

const transport = new StreamableHTTPClientTransport(new URL(url), {
  requestInit: { headers: token ? { Authorization: `Bearer ${token}` } : {} },
});
const client = new Client({ name: 'journey', version: '1.0.0' });

try {
  await client.connect(transport);
  const { tools } = await client.listTools();
  const found = await client.callTool({
    name: 'find_places',
    arguments: { what: 'bakery', area: 'Paris', limit: 2 },
  });
  const refused = await client.callTool({ name: 'find_places', arguments: { what: 'bakery', limit: 99 } });
  const unknown = await client.callTool({ name: 'teleport', arguments: {} }).then(
    (answer) => ({ error: answer.isError, text: answer.content?.[0]?.text }),
    (error) => ({ error: true, code: error.code }),
  );
  await client.ping();
  await client.close();
  console.log(JSON.stringify({ server: client.getServerVersion()?.name, protocol: transport.protocolVersion, tools, found, refused, unknown }));
} catch (error) {
  console.log(JSON.stringify({ failed: error.code ?? error.name, message: String(error.message) }));
}
