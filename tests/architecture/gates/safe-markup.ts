import { projectFiles, textOf } from './project-files.ts';
import type { Violation } from './violation.ts';

/** Pages hold to the content security policy, and ask nothing of anyone else. */
export function safeMarkup(root: string): Violation[] {
  return projectFiles(root, /^src\/.*\.(svelte|html)$/).flatMap((file) => {
    const text = textOf(root, file).replace(/<!--[\s\S]*?-->/g, '');
    const markup = text.replace(/<script[\s\S]*?<\/script>/g, '');
    const violations: Violation[] = [];
    if (/\sstyle=|\sstyle:/.test(markup)) violations.push({ file, rule: 'a style attribute', instead: 'use a class' });
    if (/\son[a-z]+=/.test(markup))
      violations.push({
        file,
        rule: 'an event handler in a page without framework script',
        instead: 'use a form or a link, or a small module',
      });
    if (/(src|href|action)=["'{`]*https?:\/\/(?!creativecommons|doi\.org)/.test(markup))
      violations.push({ file, rule: 'an address of somebody else', instead: 'serve it ourselves' });
    if (file.endsWith('.svelte') && /from ['"][^'"]*\/server\//.test(text))
      violations.push({ file, rule: 'a component imports a server', instead: 'give it its data' });
    return violations;
  });
}
