// The matrix as rows of cells: what is decided of each product and proposition, in a sentence and a sign.
import { shownOf } from 'c/graphAnswer';
import { fillLabel } from 'c/labelText';
import type { PairNode, ProductNode, PropositionNode } from './matrixQuery';

export interface MatrixCell {
  readonly key: string;
  readonly productId: string;
  readonly propositionId: string;
  readonly product: string;
  readonly proposition: string;
  /** The record of the pair; undefined while nothing was decided. */
  readonly pairId: string | undefined;
  readonly isAllowed: boolean;
  readonly sentence: string;
  readonly sign: string;
  readonly className: string;
  readonly pressed: string;
  readonly tabIndex: string;
}

export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly cells: readonly MatrixCell[];
}

export interface CellWords {
  readonly allowed: string;
  readonly refused: string;
  readonly open: string;
}

const keyOf = (product: ProductNode, proposition: PropositionNode): string => `${product.Id}|${proposition.Id}`;

/** A proposition for one category is a column for its products only. `current` is the key of the cell that tab reaches. */
export function matrixRows(
  products: readonly ProductNode[],
  propositions: readonly PropositionNode[],
  pairs: readonly PairNode[],
  words: CellWords,
  current: string | undefined,
): readonly MatrixRow[] {
  const decided = new Map(pairs.map((pair) => [`${pair.Product__c?.value}|${pair.Proposition__c?.value}`, pair]));
  const first = products[0] && propositions[0] ? keyOf(products[0], propositions[0]) : '';
  const reached = current ?? first;
  return products.map((product) => ({
    id: product.Id,
    name: shownOf(product.Name),
    category: shownOf(product.Product_Category__c),
    cells: propositions.map((proposition) => cellOf(product, proposition, decided.get(keyOf(product, proposition)), words, reached)),
  }));
}

function cellOf(
  product: ProductNode,
  proposition: PropositionNode,
  pair: PairNode | undefined,
  words: CellWords,
  reached: string,
): MatrixCell {
  const key = keyOf(product, proposition);
  const [productName, propositionName] = [shownOf(product.Name), shownOf(proposition.Name)];
  const isAllowed = pair?.Is_Allowed__c?.value === true;
  const [look, sign, words3] = isAllowed ? ['yes', '✓', words.allowed] : pair ? ['no', '✕', words.refused] : ['open', '', words.open];
  return {
    key,
    productId: product.Id,
    propositionId: proposition.Id,
    product: productName,
    proposition: propositionName,
    pairId: pair?.Id,
    isAllowed,
    sentence: fillLabel(words3, propositionName, productName, shownOf(pair?.Reason__c) || '–'),
    sign,
    className: `cell cell_${look}`,
    pressed: String(isAllowed),
    tabIndex: key === reached ? '0' : '-1',
  };
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** The cell that a key goes to from another one; undefined when the key goes nowhere. */
export function cellAfterKey(key: string, from: string, rows: readonly MatrixRow[]): MatrixCell | undefined {
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell.key === from));
  const column = rows[row]?.cells.findIndex((cell) => cell.key === from) ?? -1;
  if (column < 0) return undefined;
  if (key === 'Home') return rows[row]?.cells[0];
  if (key === 'End') return rows[row]?.cells.at(-1);
  const step = STEPS[key];
  return step && rows[row + step[0]]?.cells[column + step[1]];
}
