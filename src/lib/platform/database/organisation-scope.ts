import {
  AndNode,
  BinaryOperationNode,
  ColumnNode,
  ColumnUpdateNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  JoinNode,
  OnNode,
  OperationNodeTransformer,
  OperatorNode,
  PrimitiveValueListNode,
  ReferenceNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';
import type { KyselyPlugin, OperationNode, PluginTransformQueryArgs, QueryId, RootOperationNode } from 'kysely';
import { unscopedTables } from './unscoped-tables.ts';

const scopeColumn = 'organisationId';

/**
 * Adds `organisation_id = …` to every table of every query, and the value to every row that is
 * inserted. A store can't forget it, and can't reach past it: writing another organisation's id
 * is refused.
 */
export class OrganisationScopePlugin implements KyselyPlugin {
  readonly #transformer: ScopeTransformer;

  constructor(organisationId: string) {
    this.#transformer = new ScopeTransformer(organisationId);
  }

  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return this.#transformer.transformNode(node, queryId);
  }

  transformResult: KyselyPlugin['transformResult'] = ({ result }) => Promise.resolve(result);
}

class ScopeTransformer extends OperationNodeTransformer {
  readonly #organisationId: string;

  constructor(organisationId: string) {
    super();
    this.#organisationId = organisationId;
  }

  protected override transformSelectQuery(node: SelectQueryNode, queryId?: QueryId): SelectQueryNode {
    const select = super.transformSelectQuery(node, queryId);
    const where = this.#restrict(select.where, select.from?.froms ?? []);
    return where ? { ...select, where } : select;
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const update = super.transformUpdateQuery(node, queryId);
    const where = this.#restrict(update.where, [
      ...(update.table ? [update.table] : []),
      ...(update.from?.froms ?? []),
    ]);
    return where ? { ...update, where } : update;
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const remove = super.transformDeleteQuery(node, queryId);
    const where = this.#restrict(remove.where, [...remove.from.froms, ...(remove.using?.tables ?? [])]);
    return where ? { ...remove, where } : remove;
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    const condition = this.#conditionFor(join.table);
    if (!condition) return join;
    return { ...join, on: OnNode.create(join.on ? AndNode.create(join.on.on, condition) : condition) };
  }

  protected override transformColumnUpdate(node: ColumnUpdateNode, queryId?: QueryId): ColumnUpdateNode {
    if (ColumnNode.is(node.column) && node.column.column.name === scopeColumn) {
      throw new Error('A row never moves to another organisation.');
    }
    return super.transformColumnUpdate(node, queryId);
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    const insert = super.transformInsertQuery(node, queryId);
    const table = insert.into && tableName(insert.into);
    if (!table || unscopedTables.has(table.table)) return insert;
    if (!insert.values || !ValuesNode.is(insert.values)) throw new Error('Insert rows by their values.');
    if (insert.columns?.some((column) => column.column.name === scopeColumn)) {
      throw new Error('organisation_id is filled in by the handle; leave it out.');
    }
    return {
      ...insert,
      columns: [...(insert.columns ?? []), ColumnNode.create(scopeColumn)],
      values: ValuesNode.create(
        insert.values.values.map((row) =>
          PrimitiveValueListNode.is(row)
            ? PrimitiveValueListNode.create([...row.values, this.#organisationId])
            : ValueListNode.create([...row.values, ValueNode.create(this.#organisationId)]),
        ),
      ),
    };
  }

  #restrict(where: WhereNode | undefined, tables: readonly OperationNode[]): WhereNode | undefined {
    let restricted = where;
    for (const table of tables) {
      const condition = this.#conditionFor(table);
      if (!condition) continue;
      restricted = restricted
        ? WhereNode.cloneWithOperation(restricted, 'And', condition)
        : WhereNode.create(condition);
    }
    return restricted;
  }

  #conditionFor(node: OperationNode): OperationNode | undefined {
    const table = tableName(node);
    if (!table || unscopedTables.has(table.table)) return undefined;
    return BinaryOperationNode.create(
      ReferenceNode.create(ColumnNode.create(scopeColumn), TableNode.create(table.alias)),
      OperatorNode.create('='),
      ValueNode.create(this.#organisationId),
    );
  }
}

interface NamedNode extends OperationNode {
  readonly node?: OperationNode;
  readonly alias?: OperationNode;
  readonly table?: { readonly identifier: IdentifierNode };
}

/** The table behind a (possibly aliased) FROM item; undefined for a subquery, which is scoped by itself. */
function tableName(node: NamedNode): { table: string; alias: string } | undefined {
  if (node.kind === 'AliasNode' && node.node) {
    const inner = tableName(node.node);
    if (!inner || !node.alias || !IdentifierNode.is(node.alias)) return undefined;
    return { table: inner.table, alias: node.alias.name };
  }
  if (node.kind !== 'TableNode' || !node.table) return undefined;
  const name = node.table.identifier.name;
  return { table: name, alias: name };
}
