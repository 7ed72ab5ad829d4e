import type { App as Application } from './app.ts';
import type { Language } from './lib/platform/language/index.ts';

declare global {
  namespace App {
    interface Locals {
      app: Application;
      language: Language;
      account: { id: string; name: string; email: string } | null;
    }
  }
}

export {};
