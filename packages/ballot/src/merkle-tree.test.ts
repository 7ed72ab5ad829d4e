import { webcrypto } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isInMerkleTree, merkleTree } from './merkle-tree.ts';

const subtle = webcrypto.subtle as SubtleCrypto;
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

/**
 * Leaves, roots by number of leaves, and paths of the test of the reference implementation of Certificate Transparency
 * (google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc; Apache-2.0).
 */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const paths = [
  {
    index: 0,
    path: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    path: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
];

describe('a Merkle tree', () => {
  test.each(roots.map((root, count) => ({ root, count })))(
    'of $count leaves has the root that the reference has',
    async ({ root, count }) => {
      expect(hex((await merkleTree(subtle, leaves.slice(0, count).map(bytes))).root)).toBe(root);
    },
  );

  test.each(paths)('gives leaf $index the path that the reference gives', async ({ index, path }) => {
    const tree = await merkleTree(subtle, leaves.map(bytes));
    expect(tree.pathOf(index).map(hex)).toEqual(path);
    const place = { index, count: leaves.length, path: path.map(bytes) };
    expect(await isInMerkleTree(subtle, bytes(leaves[index] ?? ''), place, tree.root)).toBe(true);
    expect(await isInMerkleTree(subtle, bytes('ff'), place, tree.root)).toBe(false);
    expect(await isInMerkleTree(subtle, bytes(leaves[index] ?? ''), { ...place, count: 4 }, tree.root)).toBe(false);
  });
});
