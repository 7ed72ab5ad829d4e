// Kept to syntax that old versions of Node can read.
var major = parseInt(process.versions.node, 10);

if (major < 20) {
  var locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  console.error(
    /^nl/i.test(locale)
      ? 'Lerend heeft Node 20 of later nodig om te starten, en dit is Node ' +
          process.versions.node +
          ': installeer Node 24 van nodejs.org.'
      : 'Lerend needs Node 20 or later to start, and this is Node ' +
          process.versions.node +
          ': install Node 24 from nodejs.org.',
  );
  process.exit(1);
}
