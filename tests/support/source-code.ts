import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';

/** One import or re-export of a file. */
export interface Import {
  /** The path from the root for a relative specifier, else the package's name as written. */
  readonly target: string;
  /** Whether nothing but types crosses, so that no code is loaded. */
  readonly isTypeOnly: boolean;
}

/** A function with the number of lines from its first to its last. */
export interface FunctionSize {
  readonly name: string;
  readonly lines: number;
}

/** The facts about one source file that the architecture test checks. */
export interface SourceFile {
  readonly file: string;
  readonly code: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly functions: readonly FunctionSize[];
}

/** A node of the syntax tree, as ESTree has it; members other than these are children or values. */
interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

/** Reads and parses one TypeScript file; `file` is a path from the root. Throws if it cannot be parsed. */
export function readSource(file: string): SourceFile {
  const code = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const functions: FunctionSize[] = [];
  const lineAt = (offset: number) => code.slice(0, offset).split('\n').length;
  visit(program as unknown as SyntaxNode, (node, parent) => {
    const imported = importOf(node);
    if (imported) imports.push({ ...imported, target: resolve(file, imported.target) });
    if (isFunction(node)) {
      functions.push({ name: nameOf(node, parent), lines: lineAt(node.end) - lineAt(node.start) + 1 });
    }
  });
  return { file, code, lines: code.trimEnd().split('\n').length, imports, functions };
}

/** The circles of imports among the files, types included, each as the list of its files. */
export function findCircles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  const circles: string[][] = [];
  const finished = new Set<string>();
  const follow = (file: string, trail: readonly string[]): void => {
    const at = trail.indexOf(file);
    if (at >= 0) circles.push([...trail.slice(at), file]);
    if (at >= 0 || finished.has(file)) return;
    for (const target of targets.get(file) ?? []) follow(target, [...trail, file]);
    finished.add(file);
  };
  for (const { file } of files) follow(file, []);
  return circles;
}

function visit(
  node: SyntaxNode,
  see: (node: SyntaxNode, parent?: SyntaxNode) => void,
  parent?: SyntaxNode,
): void {
  see(node, parent);
  for (const child of Object.values(node).flat()) if (isNode(child)) visit(child, see, node);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function importOf(node: SyntaxNode): Import | undefined {
  const { source } = node;
  if (!isNode(source) || typeof source.value !== 'string') return undefined;
  const kind = node.importKind ?? node.exportKind;
  const specifiers = (node.specifiers ?? []) as readonly SyntaxNode[];
  const isNamed = specifiers.length > 0;
  const isTypeOnly =
    kind === 'type' || (isNamed && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type'));
  return { target: source.value, isTypeOnly };
}

function resolve(file: string, specifier: string): string {
  return specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier;
}

function isFunction({ type }: SyntaxNode): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type);
}

function nameOf(node: SyntaxNode, parent: SyntaxNode | undefined): string {
  const named = [node.id, parent?.id, parent?.key].find((id) => isNode(id) && typeof id.name === 'string');
  return isNode(named) ? String(named.name) : '(anonymous)';
}
