import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Without this Vue looks for a component of this name, and warns. */
const isCustomElement = (tag: string) => tag === 'ciam-login';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
