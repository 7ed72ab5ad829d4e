/** Everything that has ever broken out of a text into a document, in one name. */
export const troublesomeName =
  '#set page(fill: red) *Kees* _x_ [y] $z$ "q" \'r\' \\ @a <b> `c` // /* = -- {{data}} שלום عمر Zoë 🎉';
