/** One of the apps below `demo/apps`, and what is particular about it. */
export interface App {
  /** Its folder, and how it is asked for: `npm run test:apps vue`. */
  readonly name: string;
  readonly title: string;
  /** Packages whose versions the table tells. */
  readonly shows: readonly string[];
  /** Pages on which somebody logs in; the first page unless given. */
  readonly pages?: readonly string[];
  /** Folder with what is served, after the build; without it the app is a server itself. */
  readonly output?: string;
  /** Also driven as it is developed: only there does React's StrictMode do everything twice. */
  readonly alsoInDevelopment?: boolean;
}

/** All of them, in the order of the table. */
export const APPS: readonly App[] = [
  {
    name: 'script-tag',
    title: 'Script tag: module, and bundle',
    shows: [],
    pages: ['', 'bundle.html'],
    output: '.',
  },
  {
    name: 'react-19',
    title: 'React 19, in StrictMode',
    shows: ['react', 'vite', 'typescript'],
    output: 'dist',
    alsoInDevelopment: true,
  },
  {
    name: 'react-18',
    title: 'React 18, `ciam-login/react`, in StrictMode',
    shows: ['react', 'vite', 'typescript'],
    output: 'dist',
    alsoInDevelopment: true,
  },
  { name: 'vue', title: 'Vue', shows: ['vue', 'vite', 'vue-tsc', 'typescript'], output: 'dist' },
  { name: 'angular', title: 'Angular', shows: ['@angular/core', 'typescript'], output: 'dist' },
  {
    name: 'svelte',
    title: 'Svelte',
    shows: ['svelte', 'vite', 'svelte-check', 'typescript'],
    output: 'dist',
  },
  {
    name: 'next',
    title: 'Next: `ciam-login/react`, and drawn by its server with `ciam-login/ssr`',
    shows: ['next', 'react', 'typescript'],
    pages: ['', 'drawn'],
  },
];
