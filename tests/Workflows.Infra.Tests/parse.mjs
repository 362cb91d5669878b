// For each line {"path": "text", ...} writes a line {"path": tree, ...}: a node is [type, line, start, end, children, isBroken].
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Language, Parser } from 'web-tree-sitter';

const grammar = join(dirname(createRequire(import.meta.url).resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));

const plain = node => [
  node.type, node.startPosition.row + 1, node.startIndex, node.endIndex,
  node.children.filter(child => child.isNamed && child.type !== 'comment' || child.isError || child.isMissing).map(plain),
  node.isError || node.isMissing,
];
for await (const line of createInterface({ input: process.stdin })) {
  const trees = Object.entries(JSON.parse(line)).map(([path, text]) => {
    const tree = parser.parse(text);
    const root = plain(tree.rootNode);
    tree.delete();
    return [path, root];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(trees)) + '\n');
}
