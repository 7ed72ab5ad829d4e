import {
  AliasNode,
  BinaryOperationNode,
  ColumnNode,
  IdentifierNode,
  OperatorNode,
  ParensNode,
  RawNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  ValueNode,
} from 'kysely';
import type { OperationNode } from 'kysely';

/** A table as a query names it, and the name by which its columns are reached. */
export interface NamedTable {
  readonly table: string;
  readonly alias: string;
}

/** The table behind a (possibly aliased) FROM item; undefined for a subquery, which is scoped by itself. */
export function tableName(node: OperationNode): NamedTable | undefined {
  if (TableNode.is(node)) {
    const { name } = node.table.identifier;
    return { table: name, alias: name };
  }
  const inner = AliasNode.is(node) ? node.node : node;
  if (SelectQueryNode.is(inner)) return undefined;
  if (AliasNode.is(node) && TableNode.is(inner) && IdentifierNode.is(node.alias)) {
    return { table: inner.table.identifier.name, alias: node.alias.name };
  }
  throw new Error('Only a table or a subquery can be kept within one organisation.');
}

/** `alias.column = value` */
export function columnIs({ alias }: NamedTable, column: string, value: string): OperationNode {
  return BinaryOperationNode.create(
    ReferenceNode.create(ColumnNode.create(column), TableNode.create(alias)),
    OperatorNode.create('='),
    ValueNode.create(value),
  );
}

/** The condition between brackets: an `or` in raw SQL stays within it. */
export function bracketed(node: OperationNode): OperationNode {
  return ParensNode.is(node) ? node : ParensNode.create(node);
}

/** The name of a column that is written, in the spelling of our code; undefined for raw SQL. */
export function columnName(node: OperationNode): string | undefined {
  if (RawNode.is(node)) return undefined;
  const column = ReferenceNode.is(node) ? node.column : node;
  if (!ColumnNode.is(column)) return undefined;
  return column.column.name.replace(/_([a-z])/g, (_found, letter: string) => letter.toUpperCase());
}
