export { createSignIn, minimumPasswordLength } from './sign-in.ts';
export type { SignIn } from './sign-in.ts';
export { createAccount, createSignInLink, removeUnusedAccount } from './accounts.ts';
export {
  requestSignInLink,
  signInAs,
  signInWithPassword,
  signOut,
  signUpWithPassword,
  useSignInLink,
} from './sign-in-actions.ts';
export type { SignedIn } from './sign-in-actions.ts';
