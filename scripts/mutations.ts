/**
 * What could be wrong in a file: every small change of its syntax tree that a test ought to notice, in the order of the
 * text. Types, imports, strings and what is thrown stay as they are: the first two mean nothing when the file runs, a
 * sentence is judged by its reader, and a throw is a fault of ours, which no test is asked to provoke.
 */
import ts from "typescript";

export interface Mutation {
  /** What was done, in two or three words. */
  readonly kind: string;
  /** Where in the text: the first character, and the one after the last. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Counted from one. */
  readonly line: number;
  /** What stood there, in one line, for whoever reads the survivors. */
  readonly was: string;
}

const otherOperator: Readonly<Record<string, readonly [kind: string, other: string]>> = {
  "<": ["boundary", "<="],
  "<=": ["boundary", "<"],
  ">": ["boundary", ">="],
  ">=": ["boundary", ">"],
  "===": ["condition negated", "!=="],
  "!==": ["condition negated", "==="],
  "+": ["arithmetic", "-"],
  "-": ["arithmetic", "+"],
  "*": ["arithmetic", "/"],
  "/": ["arithmetic", "*"],
  "%": ["arithmetic", "*"],
  "&&": ["and, or", "||"],
  "||": ["and, or", "&&"],
};
const otherMethod: Readonly<Record<string, string>> = {
  every: "some",
  some: "every",
  min: "max",
  max: "min",
};
const shownMax = 90; // A line of the table; the place says the rest.

/** Every mutation of one file. The same text gives the same list. */
export function mutationsOf(path: string, text: string): Mutation[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const change = (kind: string, node: ts.Node, replacement: string): void => {
    const [start, end] = [node.getStart(file), node.getEnd()];
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const was = text.slice(start, end).replace(/\s+/g, " ").slice(0, shownMax);
    found.push({ kind, start, end, replacement, line, was });
  };
  const nodes: ts.Node[] = [file];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (isLeftAlone(node)) continue;
    changeOperator(node, change);
    changeFlow(node, change);
    changeValue(node, change);
    ts.forEachChild(node, (child) => void nodes.push(child));
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : 1));
}

/** The text with one mutation in it. */
export function mutated(text: string, { start, end, replacement }: Mutation): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

type Change = (kind: string, node: ts.Node, replacement: string) => void;

function isLeftAlone(node: ts.Node): boolean {
  return (
    (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isThrowStatement(node)
  );
}

function changeOperator(node: ts.Node, change: Change): void {
  if (!ts.isBinaryExpression(node)) return;
  const operator = node.operatorToken.getText();
  const [kind, other] = otherOperator[operator] ?? [];
  const joinsText = operator === "+" && (isText(node.left) || isText(node.right));
  if (kind !== undefined && other !== undefined && !joinsText) change(kind, node.operatorToken, other);
  if (operator === "??") change("?? dropped", node, `(${node.left.getText()})`);
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function changeFlow(node: ts.Node, change: Change): void {
  if (ts.isIfStatement(node)) negate(node.expression, change);
  if (ts.isConditionalExpression(node)) negate(node.condition, change);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    change("not dropped", node, node.operand.getText());
  }
  if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) {
    change("statement removed", node, ";");
  }
  if (ts.isContinueStatement(node)) change("statement removed", node, ";");
  const body = ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) ? node.body : undefined;
  if (body !== undefined && ts.isBlock(body) && body.statements.length > 1) {
    change("returns at once", body, "{ return undefined; }");
  }
}

/** A comparison is negated by its operator already. */
function negate(condition: ts.Expression, change: Change): void {
  if (ts.isBinaryExpression(condition) && /^[!=]==$/.test(condition.operatorToken.getText())) return;
  if (ts.isPrefixUnaryExpression(condition)) return;
  change("condition negated", condition, `!(${condition.getText()})`);
}

function changeValue(node: ts.Node, change: Change): void {
  if (ts.isNumericLiteral(node) && !ts.isLiteralTypeNode(node.parent)) {
    change("constant plus one", node, `(${node.getText()} + 1)`);
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) change("boolean", node, "false");
  if (node.kind === ts.SyntaxKind.FalseKeyword) change("boolean", node, "true");
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 0 && !isAssignedTo(node)) {
    change("empty array", node, "[]");
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression;
    const other = otherMethod[name.text];
    if (other !== undefined) change(`${name.text} to ${other}`, name, other);
    if (name.text === "filter") change("filter dropped", node, `(${expression.getText()})`);
  }
}

/** `[a, b] = …` is a pattern, not a value. */
function isAssignedTo(node: ts.Node): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.left === node;
}
