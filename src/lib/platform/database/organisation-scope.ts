import {
  AliasNode,
  AndNode,
  ColumnNode,
  ColumnUpdateNode,
  DeleteQueryNode,
  IdentifierNode,
  InsertQueryNode,
  JoinNode,
  OnConflictNode,
  OnNode,
  OperationNodeTransformer,
  PrimitiveValueListNode,
  SelectAllNode,
  SelectionNode,
  SelectQueryNode,
  UpdateQueryNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';
import type { KyselyPlugin, OperationNode, PluginTransformQueryArgs, QueryId, RootOperationNode } from 'kysely';
import { bracketed, columnIs, columnName, tableName } from './scope-nodes.ts';
import { unscopedTables } from './unscoped-tables.ts';

const scopeColumn = 'organisationId';
/** The one table without that column of which a handle may write a row: its own. */
const ownTable = 'organisation';

/**
 * Adds `organisation_id = …` to every table of every query, and the value to every row that is
 * inserted. A store can't forget it, and can't reach past it: writing another organisation's id
 * is refused. Tables that belong to nobody are read only.
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
    const where = this.#restrict(
      select.where,
      (select.from?.froms ?? []).map((table) => this.#whenRead(table)),
    );
    return where ? { ...select, where } : select;
  }

  protected override transformUpdateQuery(node: UpdateQueryNode, queryId?: QueryId): UpdateQueryNode {
    const update = super.transformUpdateQuery(node, queryId);
    const where = this.#restrict(update.where, [
      ...(update.table ? [this.#whenWritten(update.table)] : []),
      ...(update.from?.froms ?? []).map((table) => this.#whenRead(table)),
    ]);
    return where ? { ...update, where } : update;
  }

  protected override transformDeleteQuery(node: DeleteQueryNode, queryId?: QueryId): DeleteQueryNode {
    const remove = super.transformDeleteQuery(node, queryId);
    const where = this.#restrict(remove.where, [
      ...remove.from.froms.map((table) => this.#whenWritten(table)),
      ...(remove.using?.tables ?? []).map((table) => this.#whenRead(table)),
    ]);
    return where ? { ...remove, where } : remove;
  }

  protected override transformMergeQuery(): never {
    throw new Error('A merge can’t be kept within one organisation: insert with onConflict, or update.');
  }

  protected override transformJoin(node: JoinNode, queryId?: QueryId): JoinNode {
    const join = super.transformJoin(node, queryId);
    const condition = this.#whenRead(join.table);
    if (!condition) return join;
    return { ...join, on: OnNode.create(join.on ? AndNode.create(bracketed(join.on.on), condition) : condition) };
  }

  protected override transformColumnUpdate(node: ColumnUpdateNode, queryId?: QueryId): ColumnUpdateNode {
    const name = columnName(node.column);
    if (name === undefined) throw new Error('Name the column that changes.');
    if (name === scopeColumn) throw new Error('A row never moves to another organisation.');
    return super.transformColumnUpdate(node, queryId);
  }

  protected override transformInsertQuery(node: InsertQueryNode, queryId?: QueryId): InsertQueryNode {
    const insert = super.transformInsertQuery(node, queryId);
    const table = insert.into && tableName(insert.into);
    const { values } = insert;
    if (!table || !values || !(ValuesNode.is(values) || SelectQueryNode.is(values)))
      throw new Error('Insert rows by their values, or by a query with columns.');
    const columns = insert.columns ?? [];
    if (columns.some((column) => columnName(column) === scopeColumn)) {
      throw new Error('organisation_id is filled in by the handle; leave it out.');
    }
    const condition = this.#whenWritten(insert.into as OperationNode);
    const onConflict = insert.onConflict && this.#restrictConflict(insert.onConflict, condition);
    const kept = { ...insert, ...(onConflict ? { onConflict } : {}) };
    if (table.table === ownTable) {
      const at = columns.findIndex((column) => columnName(column) === 'id');
      if (!ValuesNode.is(values) || !values.values.every((row) => valueAt(row, at) === this.#organisationId)) {
        throw new Error('A handle makes the row of its own organisation only.');
      }
      return kept;
    }
    return {
      ...kept,
      columns: [...columns, ColumnNode.create(scopeColumn)],
      values: ValuesNode.is(values) ? this.#withScope(values) : this.#withScopeSelected(values, columns.length),
    };
  }

  #withScope({ values }: ValuesNode): ValuesNode {
    return ValuesNode.create(
      values.map((row) =>
        PrimitiveValueListNode.is(row)
          ? PrimitiveValueListNode.create([...row.values, this.#organisationId])
          : ValueListNode.create([...row.values, ValueNode.create(this.#organisationId)]),
      ),
    );
  }

  /** A query selects exactly what the columns name, so that ours comes where its column does. */
  #withScopeSelected(query: SelectQueryNode, columns: number): SelectQueryNode {
    if (query.selections?.length !== columns || query.selections.some(({ selection }) => SelectAllNode.is(selection)))
      throw new Error('Name the columns that a query inserts, each once.');
    const own = AliasNode.create(ValueNode.create(this.#organisationId), IdentifierNode.create(scopeColumn));
    return { ...query, selections: [...query.selections, SelectionNode.create(own)] };
  }

  /** What is unique to all organisations (a code) may meet another's row: that one stays as it is. */
  #restrictConflict(conflict: OnConflictNode, condition: OperationNode): OnConflictNode {
    const updateWhere = conflict.updates && this.#restrict(conflict.updateWhere, [condition]);
    return updateWhere ? { ...conflict, updateWhere } : conflict;
  }

  #restrict(where: WhereNode | undefined, conditions: readonly (OperationNode | undefined)[]): WhereNode | undefined {
    let restricted = where && bracketed(where.where);
    for (const condition of conditions) {
      if (condition) restricted = restricted ? AndNode.create(restricted, condition) : condition;
    }
    return restricted && WhereNode.create(restricted);
  }

  #whenRead(node: OperationNode): OperationNode | undefined {
    const table = tableName(node);
    if (!table || unscopedTables.has(table.table)) return undefined;
    return columnIs(table, scopeColumn, this.#organisationId);
  }

  #whenWritten(node: OperationNode): OperationNode {
    const table = tableName(node);
    if (table?.table === ownTable) return columnIs(table, 'id', this.#organisationId);
    if (!table || unscopedTables.has(table.table)) throw new Error('A handle writes rows of its organisation only.');
    return columnIs(table, scopeColumn, this.#organisationId);
  }
}

function valueAt(row: OperationNode, at: number): unknown {
  if (PrimitiveValueListNode.is(row)) return row.values[at];
  const value = ValueListNode.is(row) ? row.values[at] : undefined;
  return value && ValueNode.is(value) ? value.value : undefined;
}
