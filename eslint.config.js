import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      '.svelte-kit/',
      'data/',
      'keys/',
      'tests/oracle/',
      'tests/architecture/wrong-project/',
    ],
  },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      // Links are plain paths: the product is served from the top of its address.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // The only place that writes markup as text: a drawing whose every text was escaped by svg.ts.
    files: ['src/lib/design/charts/Drawing.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      'no-console': 'off',
      eqeqeq: 'error',
    },
  },
);
