import { readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string';

/** The names of a file's tests as they are written, with the placeholders of `each`, without skipped ones. */
export function testNames(file: string): string[] {
  const names: string[] = [];
  visit(parseSync(file, readFileSync(file, 'utf8')).program, (node) => {
    if (node.type !== 'CallExpression' || !isTest(node.callee)) return;
    const [first] = node.arguments as SyntaxNode[];
    if (first?.type === 'Literal' && typeof first.value === 'string') names.push(first.value);
  });
  return names;
}

/** Whether a call defines a test: `it(…)`, or `it.each(…)(…)`. */
function isTest(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 'it' || callee.name === 'test';
  const { callee: inner } = callee;
  if (callee.type !== 'CallExpression' || !isNode(inner) || inner.type !== 'MemberExpression') return false;
  const { object, property } = inner as unknown as { object: unknown; property: { name?: string } };
  return property.name === 'each' && isTest(object);
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  else if (isNode(value)) {
    see(value);
    for (const child of Object.values(value)) visit(child, see);
  }
}
