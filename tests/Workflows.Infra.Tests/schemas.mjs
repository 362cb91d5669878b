// Writes the schemas of the resource types that are its arguments, as {"type": answer, ...}, from one process of Azure's MCP server. It needs no network.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const types = process.argv.slice(2);
const program = join(dirname(createRequire(import.meta.url).resolve('@azure/mcp-linux-x64/package.json')), 'dist', 'azmcp');
const server = spawn(program, ['server', 'start', '--namespace', 'bicepschema', '--mode', 'all', '--read-only'], {
  env: { ...process.env, AZURE_MCP_COLLECT_TELEMETRY: 'false', DOTNET_CLI_TELEMETRY_OPTOUT: '1' },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const send = message => server.stdin.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n');
const answers = {};

createInterface({ input: server.stdout }).on('line', line => {
  const { id, result } = JSON.parse(line);
  if (id === 'hello') {
    send({ method: 'notifications/initialized' });
    types.forEach((type, index) => send({ id: index, method: 'tools/call', params: { name: 'bicepschema_get', arguments: { 'resource-type': type } } }));
  } else if (types[id] !== undefined) {
    answers[types[id]] = JSON.parse(result.content[0].text);
  }

  if (Object.keys(answers).length === types.length) {
    server.kill();
  }
});
server.on('exit', () => process.stdout.write(JSON.stringify(answers) + '\n'));
send({ id: 'hello', method: 'initialize', params: { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'workflows', version: '1' } } });
