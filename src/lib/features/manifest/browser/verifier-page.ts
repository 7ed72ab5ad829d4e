import type { VerifierTexts } from '../contract-page.ts';

const style = `
:root { color-scheme: light dark; }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; font: 1.0625rem/1.5 system-ui, sans-serif; background: #f7f5ef; color: #1c2327; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
label { display: block; margin-top: 1.25rem; font-weight: 600; }
input { display: block; box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; border: 1px solid #7d8078; background: #fdfcf8; color: inherit; font: inherit; }
button { min-height: 2.75rem; margin-top: 1.25rem; padding: .6rem 1.2rem; border: 0; background: #0b5d5a; color: #fdfcf8; font: inherit; font-weight: 600; }
small { display: block; color: #535b5d; }
li { margin-top: .75rem; }
b.wrong { color: #9c2414; }
output { font: 600 1.5rem/1.4 ui-monospace, monospace; letter-spacing: .06em; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: .4rem .5rem; border-bottom: 1px solid #d3cdbf; text-align: left; }
td:last-child, th:last-child { text-align: right; }
@media (prefers-color-scheme: dark) {
  body { background: #12191b; color: #ece7db; } input { background: #182124; } small { color: #a9b0ab; }
  button { background: #7cc7bd; color: #0d1718; } b.wrong { color: #f0957f; } td, th { border-color: #35423f; }
}
[hidden] { display: none; }`;

/**
 * The page that checks a manifest, as one file: it asks for nothing but the manifest, so it works from a disk, on a
 * machine that has nothing to do with the server. Its script stands in it; our own pages never do that.
 */
export function verifierPage(script: string, texts: VerifierTexts, manifestUrl: string): string {
  const say = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="${say(texts.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${say(texts.title)}</title>
<style>${style}
</style>
</head>
<body>
<main>
<h1>${say(texts.title)}</h1>
<p>${say(texts.lead)}</p>
<form id="form">
<label for="address">${say(texts.address)}</label>
<small id="address-hint">${say(texts.addressHint)}</small>
<input id="address" type="url" value="${say(manifestUrl)}" aria-describedby="address-hint">
<label for="file">${say(texts.file)}</label>
<input id="file" type="file" accept=".json,application/json">
<label for="fingerprint">${say(texts.fingerprint)}</label>
<small id="fingerprint-hint">${say(texts.fingerprintHint)}</small>
<input id="fingerprint" autocomplete="off" spellcheck="false" aria-describedby="fingerprint-hint">
<button>${say(texts.check)}</button>
</form>
<p id="problem" role="alert" hidden></p>
<section id="outcome" aria-live="polite" hidden>
<h2 id="verdict"></h2>
<p><output id="print"></output></p>
<ul id="checks"></ul>
<h2>${say(texts.groupsHeading)}</h2>
<p id="opened-by"></p>
<p>${say(texts.groupsText)}</p>
<table><thead><tr><th>${say(texts.group)}</th><th>${say(texts.invited)}</th></tr></thead><tbody id="groups"></tbody>
<tfoot><tr><td>${say(texts.total)}</td><td id="total"></td></tr></tfoot></table>
</section>
</main>
<script type="application/json" id="texts">${JSON.stringify(texts).replaceAll('<', '\\u003c')}</script>
<script type="module">${inScript(script)}</script>
</body>
</html>
`;
}

/** Within a script element nothing may look like its end, or like the beginning of a remark. */
function inScript(text: string): string {
  return text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
